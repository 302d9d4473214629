"""What only an endpoint can do wrong."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from pyoxigraph import Literal

from tests.servers import gateway
from tests.store.conftest import QUADS
from zhengtu.store import QueryError, QueryTimeout, StoreError, open_remote, open_store
from zhengtu.store.http import Endpoint
from zhengtu.store.remote import RemoteStore


@pytest.fixture
def slow_server():
    """Answers with a header and then one byte a tenth of a second, for ever."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                try:
                    connection.recv(65536)
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n\r\n")
                    while True:
                        connection.sendall(b" ")
                        time.sleep(0.1)
                except OSError:
                    pass

    threading.Thread(target=serve, daemon=True).start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/query"
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()


def test_the_deadline_holds_for_the_whole_answer(slow_server):
    begin = time.monotonic()
    with pytest.raises(QueryTimeout, match="时限"):
        RemoteStore(Endpoint.parse(slow_server, deadline=1)).graphs()
    assert time.monotonic() - begin < 5


def test_a_silent_server_times_out():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/query"
        with pytest.raises(QueryTimeout, match="1 秒"):
            RemoteStore(Endpoint.parse(url, deadline=1)).graphs()


def test_nobody_there():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}/query"
        with pytest.raises(StoreError, match="无法访问"):
            open_remote(url).graphs()


def test_not_an_endpoint(endpoint):
    with pytest.raises(StoreError):
        open_remote(endpoint.replace("/query", "/nothing")).graphs()


@pytest.mark.parametrize(
    ("url", "query", "update"),
    [
        ("http://h:7878/query", "http://h:7878/query", "http://h:7878/update"),
        ("https://h/ds/sparql", "https://h/ds/sparql", "https://h/ds/sparql"),
        ("http://me:secret@h/sparql-auth", "http://h/sparql-auth", "http://h/sparql-auth"),
    ],
)
def test_where_queries_and_updates_go(url, query, update):
    endpoint = Endpoint.parse(url)
    assert (endpoint.query_url, endpoint.update_url) == (query, update)


def test_the_password_is_not_shown():
    store = RemoteStore(Endpoint.parse("http://me:secret@h/query"))
    assert "secret" not in store.where


def test_updates_may_go_elsewhere(endpoint, monkeypatch):
    monkeypatch.setenv("ZHENGTU_UPDATE_URL", endpoint.replace("/query", "/update"))
    open_remote(endpoint).update("DROP ALL")


@pytest.mark.parametrize("url", ["ftp://h/query", "http:///query", "http://h:99999/query", "http://[::1/query"])
def test_not_a_url(url):
    with pytest.raises(StoreError, match="http"):
        open_store(url)


def test_an_address_of_ipv6_keeps_its_brackets():
    assert Endpoint.parse("http://[::1]:7878/query").query_url == "http://[::1]:7878/query"


@contextmanager
def _saying(kind: str, body: bytes, missing: int = 0, status: int = 200):
    """An endpoint that answers all with these bytes; it promises ``missing`` more than it sends, and counts the requests."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.server.requests += 1
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body) + missing))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.requests = 0
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield RemoteStore(Endpoint.parse(f"http://127.0.0.1:{server.server_address[1]}/query", deadline=10)), server
        server.shutdown()


OURS = b"https://w3id.org/zhengtu/graph/doc/a"
JSON = b'{"head": {"vars": ["g"]}, "results": {"bindings": [{"g": {"type": "uri", "value": "' + OURS + b'"}}]}}'
XML = (
    b'<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="g"/></head>'
    b'<results><result><binding name="g"><uri>' + OURS + b"</uri></binding></result></results></sparql>"
)


def test_an_answer_that_breaks_off_is_asked_for_again_and_never_taken_for_whole():
    with _saying("application/n-triples", b"<urn:a> <urn:b> <urn:c> .\n", missing=100) as (store, server):
        store._graphs = [OURS.decode()]
        with pytest.raises(StoreError, match="中断"):
            list(store.construct("CONSTRUCT WHERE { ?s ?p ?o }"))
        assert server.requests == 3


@pytest.mark.parametrize(
    ("kind", "body", "why"),
    [("json", JSON[:90], "端点出错"), ("json", b"", "端点出错"), ("xml", XML[:150], "中断"), ("xml", XML[:-9], "中断")],
)
def test_an_answer_cut_short_is_told_as_the_endpoints_fault(kind, body, why):
    with _saying(f"application/sparql-results+{kind}", body) as (store, _), pytest.raises(StoreError, match=why):
        store.graphs()


def test_a_page_is_no_answer():
    with _saying("text/html; charset=utf-8", b"<html>Welcome</html>") as (store, _):
        with pytest.raises(StoreError, match="text/html"):
            store.graphs()
        store._graphs = [OURS.decode()]
        with pytest.raises(StoreError, match="text/html"):
            store.construct("CONSTRUCT WHERE { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("kind", "body"), [("application/sparql-results+xml", XML), ("text/plain", JSON), ("application/json", JSON)]
)
def test_an_endpoint_may_answer_in_xml_or_call_json_something_else(kind, body):
    with _saying(kind, body) as (store, _):
        assert store.graphs() == [OURS.decode()]


def test_a_bad_timeout(monkeypatch):
    monkeypatch.setenv("ZHENGTU_TIMEOUT", "soon")
    with pytest.raises(StoreError, match="ZHENGTU_TIMEOUT"):
        open_remote("http://h/query")


ASK = "ASK { GRAPH ?g { ?s ?p ?o } }"


@pytest.mark.parametrize("failures", [[503], [429, 502], ["hang up"], ["hang up", 504]])
def test_a_query_is_asked_again_where_the_endpoint_is_busy(endpoint, failures):
    open_remote(endpoint).add(QUADS)
    with gateway(endpoint, [None, *failures]) as server:
        assert open_remote(server.url).ask(ASK)
        assert server.requests == 1 + len(failures) + 1


def test_not_for_ever(endpoint):
    with gateway(endpoint, [503] * 10) as server:
        with pytest.raises(StoreError, match="503"):
            open_remote(server.url).graphs()
        assert server.requests == 3


@pytest.mark.parametrize("failure", [500, 403, 404])
def test_not_where_it_would_not_help(endpoint, failure):
    with gateway(endpoint, [failure]) as server:
        with pytest.raises(StoreError):
            open_remote(server.url).graphs()
        assert server.requests == 1


@pytest.mark.parametrize("failure", [503, "hang up"])
def test_an_update_is_never_sent_twice(endpoint, failure):
    with gateway(endpoint, [failure]) as server:
        with pytest.raises(StoreError):
            open_remote(server.url).update("DROP ALL")
        assert server.requests == 1


def test_all_tries_share_one_deadline(endpoint):
    with gateway(endpoint, [503] * 10) as server:
        begin = time.monotonic()
        with pytest.raises(StoreError, match="503"):
            RemoteStore(Endpoint.parse(server.url, deadline=0.5)).graphs()
        assert time.monotonic() - begin < 3
        assert server.requests == 3


def test_an_endpoint_that_tells_no_place_is_helped_out():
    """Virtuoso says the line as it sees it, then the whole query, with what was put before it."""
    said = b"Virtuoso 37000 Error SP030: SPARQL compiler, line 7: syntax error at 'FILTRE' SPARQL query: define input:x SELECT"
    with _saying("text/plain", said, status=400) as (store, _):
        store._graphs = [OURS.decode()]
        with pytest.raises(QueryError, match="第 2 行第 1 列，“FILTRE”处：是否要写 FILTER"):
            store.select("SELECT ?s { GRAPH ?g { ?s ?p ?o .\nFILTRE(?s) } }")
        with pytest.raises(QueryError, match="compiler, line 7: syntax error at 'FILTRE'）"):
            store.select("SELECT ?s { GRAPH ?g { ?s ?p ?o } }")


def test_what_an_endpoint_refuses_is_told_with_line_and_column(endpoint):
    store = open_remote(endpoint)
    store.add(QUADS)
    with pytest.raises(QueryError, match=r"第 2 行第 \d+ 列.*前缀 foo: 没有声明") as caught:
        store.select("SELECT ?s WHERE {\n ?s foo:bar ?o }")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ['" } DROP ALL #', "}", "'''", "\\", "<urn:x>", "?s ?p ?o", "\n\r\t"])
def test_values_are_bound_on_an_endpoint_too(endpoint, text):
    store = open_remote(endpoint)
    store.add(QUADS)
    rows = list(store.select("SELECT ?v WHERE { VALUES ?v { UNDEF } }", {"v": Literal(text)}))
    assert rows == [(Literal(text),)]
    assert set(store.quads()) == set(QUADS)
