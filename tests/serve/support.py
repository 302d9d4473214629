"""A store to serve, and plain HTTP to ask with."""

from __future__ import annotations

import http.client
import socket
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from tests.queries.support import MODEL, ONTOLOGY
from zhengtu.graphs import BASE
from zhengtu.store import new_generation

HOSTILE = f"{BASE}doc/%3Cscript%3Ealert(1)%3C%2Fscript%3E"
SCRIPT = '<script>alert("x")</script><img src=x onerror=alert(1)>'
SKOS = "http://www.w3.org/2004/02/skos/core#"


def fill(place: Path, *labels: str) -> None:
    """A new generation of the store: the hand-written model, the ontology, things with the ``labels``, and hostile text."""
    graph = NamedNode(f"{BASE}graph/doc/hostile")
    with new_generation(place) as store:
        store.raw.load(path=str(MODEL), format=RdfFormat.TRIG)
        store.raw.load(path=str(ONTOLOGY), format=RdfFormat.TURTLE, to_graph=NamedNode(f"{BASE}graph/ontology"))
        name = NamedNode(f"{SKOS}prefLabel")
        quads = [Quad(NamedNode(f"{BASE}place/new-{n}"), name, Literal(text), graph) for n, text in enumerate(labels)]
        hostile = NamedNode(HOSTILE)
        quads.append(Quad(hostile, name, Literal(SCRIPT, language="zh"), graph))
        quads.append(Quad(hostile, NamedNode("http://purl.org/dc/terms/title"), Literal(SCRIPT), graph))
        quads.append(Quad(hostile, NamedNode("http://purl.org/dc/terms/source"), NamedNode("javascript:alert(1)"), graph))
        store.add(quads)


@dataclass(frozen=True)
class Got:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def kind(self) -> str:
        return self.headers.get_content_type()

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass(frozen=True)
class Web:
    """The server at ``port``, process ``process``."""

    port: int
    process: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, seconds: float = 30, **headers: str) -> Got:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, named)
            answer = connection.getresponse()
            return Got(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def query(self, text: str, accept: str = "", more: dict[str, str] | None = None, **headers: str) -> Got:
        path = f"/sparql?{urlencode({'query': text, **(more or {})})}"
        return self.ask(path, accept=accept, **headers) if accept else self.ask(path, **headers)

    def follow(self, path: str, **headers: str) -> Got:
        got = self.ask(path, **headers)
        assert got.status == 303, got
        assert got.body == b""
        return self.ask(quote(got.headers["location"], safe="/%~#"), **headers)

    def socket(self, seconds: float = 10) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=seconds)


def until_closed(connection: socket.socket) -> bytes:
    """All that comes until the server closes."""
    pieces = []
    while True:
        try:
            piece = connection.recv(1 << 16)
        except ConnectionResetError:
            piece = b""
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
