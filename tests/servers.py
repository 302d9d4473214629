"""A real SPARQL 1.1 server for tests: Oxigraph on the loopback, in memory; and a gateway before it that can fail."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@contextmanager
def oxigraph():
    """The URL of the server's query endpoint."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    assert program, "the package oxigraph (extra: test) is not installed"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [program, "serve", "--bind", f"127.0.0.1:{port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(port, server)
        yield f"http://127.0.0.1:{port}/query"
    finally:
        server.terminate()
        server.wait(10)


def _wait(port: int, server: subprocess.Popen) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("the Oxigraph server did not start")


class Gateway(ThreadingHTTPServer):
    """Passes requests on to ``target``; those for which ``failures`` says so it fails instead, in order.

    A failure is an HTTP status, ``"hang up"`` (the connection is closed without an answer) or ``None`` (no failure);
    ``requests`` counts what came in.
    """

    def __init__(self, target: str, failures: list) -> None:
        super().__init__(("127.0.0.1", 0), _Pass)
        self.target, self.failures, self.requests = target.rsplit("/", 1)[0], failures, 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/query"


class _Pass(BaseHTTPRequestHandler):
    server: Gateway

    def do_POST(self) -> None:
        self.server.requests += 1
        body = self.rfile.read(int(self.headers["Content-Length"]))
        failure = self.server.failures.pop(0) if self.server.failures else None
        if failure == "hang up":
            self.connection.shutdown(socket.SHUT_RDWR)
        elif failure:
            self.send_error(failure)
        else:
            kept = {name: self.headers[name] for name in ("Content-Type", "Accept") if self.headers[name]}
            with urllib.request.urlopen(urllib.request.Request(self.server.target + self.path, body, kept)) as answer:
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.headers["Content-Type"] or "text/plain")
                self.end_headers()
                self.wfile.write(answer.read())

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@contextmanager
def gateway(target: str, failures: list):
    """A running ``Gateway`` to ``target``."""
    with Gateway(target, failures) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
