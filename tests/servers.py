"""Real SPARQL 1.1 servers for tests, on the loopback: Oxigraph in memory, Virtuoso in a folder, a gateway that can fail."""

from __future__ import annotations

import os
import re
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
from string import Template

INI = Path(__file__).parent / "fixtures" / "virtuoso.ini"
LOADED = 2  # the state of a file that Virtuoso's bulk loader has taken in


@contextmanager
def oxigraph():
    """The URL of the server's query endpoint."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    assert program, "the package oxigraph (extra: test) is not installed"
    (port,) = _free_ports(1)
    command = [program, "serve", "--bind", f"127.0.0.1:{port}"]
    with _running(command, port, 20) as url:
        yield f"{url}/query"


def has_virtuoso() -> bool:
    """Whether the server is installed (Debian: virtuoso-opensource-7-bin)."""
    return bool(shutil.which("virtuoso-t") and shutil.which("isql-vt"))


@contextmanager
def virtuoso(folder: Path, quads: Path):
    """The URL of the query endpoint of a server that holds the N-Quads file ``quads``; its files go into ``folder``."""
    sql_port, http_port = _free_ports(2)
    ini = Template(INI.read_text("utf-8")).substitute(sql_port=sql_port, http_port=http_port)
    (folder / "virtuoso.ini").write_text(ini, "utf-8")
    shutil.copy(quads, folder / "data.nq")
    with _running(["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"], http_port, 120, folder) as url:
        script = "ld_add('data.nq', 'urn:none'); rdf_loader_run(); select 'state', ll_state, ll_error from DB.DBA.load_list;"
        isql = ["isql-vt", f"127.0.0.1:{sql_port}", "dba", "dba", "PROMPT=OFF", "VERBOSE=OFF", "BANNER=OFF", f"EXEC={script}"]
        said = subprocess.run(isql, capture_output=True, text=True, check=True, timeout=300, cwd=folder).stdout
        assert ["state", str(LOADED), "NULL"] in [line.split() for line in said.splitlines()], said
        yield f"{url}/sparql"


@contextmanager
def _running(command: list[str], port: int, seconds: float, folder: Path | None = None):
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)
    try:
        _wait(port, server, seconds)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(60)


def _free_ports(count: int) -> list[int]:
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    try:
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def _wait(port: int, server: subprocess.Popen, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("the SPARQL server did not start")


class Gateway(ThreadingHTTPServer):
    """Passes requests on to ``target``; those for which ``failures`` says so it fails instead, in order.

    A failure is an HTTP status, ``"hang up"`` (the connection is closed without an answer) or ``None`` (no failure);
    ``requests`` counts what came in, ``body`` is what came last.
    """

    def __init__(self, target: str, failures: list) -> None:
        super().__init__(("127.0.0.1", 0), _Pass)
        self.target, self.failures, self.requests = target.rsplit("/", 1)[0], failures, 0
        self.body = b""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/query"


class _Pass(BaseHTTPRequestHandler):
    server: Gateway

    def do_POST(self) -> None:
        self.server.requests += 1
        body = self.server.body = self.rfile.read(int(self.headers["Content-Length"]))
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


@contextmanager
def oxigraph_reading(folder: Path):
    """Port and process number of a bare ``oxigraph serve-read-only`` on a database folder."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    (port,) = _free_ports(1)
    command = [program, "serve-read-only", "--location", folder, "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port, server, 20)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait(60)


@contextmanager
def zhengtu_serving(store: Path, *options: str, before: str = "", language: str = "en"):
    """Port and process number of a ``zhengtu serve`` on a free port; ``before`` is Python that its process runs first."""
    start = f"{before}\nfrom zhengtu.cli.main import run\nrun()"
    command = [sys.executable, "-c", start, "serve", "--store", str(store), "--port", "0", *options]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1]), "ZHENGTU_LANG": language}
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        line = server.stderr.readline()
        found = re.match(r"http://\S+:(\d+)/", line)
        assert found, line or "the server did not start"
        yield int(found[1]), server.pid
    finally:
        server.terminate()
        server.communicate(timeout=60)
