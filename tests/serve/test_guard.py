"""No query may make the engine call another server, however it is written."""

import socket
import threading
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from zhengtu.serve.guard import is_federated
from zhengtu.store.bind import has_dataset

CALL = "<http://127.0.0.1:1/>{?s ?p ?o}"
REFUSED = [
    f"SELECT * {{ SERVICE {CALL} }}",
    f"SELECT * {{ service silent{CALL} }}",
    "SELECT * { SERVICE ?where {?s ?p ?o} }",
    "PREFIX e: <http://127.0.0.1/> SELECT * { SERVICE e:x {?s ?p ?o} }",
    "PREFIX : <http://127.0.0.1/> SELECT * { SERVICE :x {?s ?p ?o} }",
    f"SELECT * {{ ?s ?p 2SERVICE{CALL} }}",  # the engine takes a keyword right after a number, and after true
    f"SELECT * {{ ?s ?p trueSERVICE{CALL} }}",
    f"SELECT * {{ SERVICE#\n{CALL} }}",
    f"SELECT * {{ SERVICE # a comment < ?x \r SILENT\n{CALL} }}",
    f"SELECT * {{ \\u0053ERVICE {CALL} }}",
    f"PREFIX e: <urn:> SELECT * {{ ?s e:a\\#b ?z SERVICE {CALL} }}",  # no comment begins here
    f"PREFIX e: <urn:> SELECT * {{ ?s e:a\\'b ?z SERVICE {CALL} ?z e:c\\'d ?y }}",  # nor a string
    f"SELECT * {{ ?s <urn:x?y> ?z . SERVICE {CALL} }}",
    "PREFIX " + "p" * 300 + ": <http://127.0.0.1/> SELECT * { SERVICE " + "p" * 300 + ":x {?s ?p ?o} }",
]
ALLOWED = [
    "SELECT ?service { ?service ?myservice ?o }",
    "SELECT * { ?s ?p 'public service' }",
    "SELECT * { ?s ?p 'a service for all' }",
    "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> SELECT * { ?s a sd:Service . ?s ?p ?o }",
    "SELECT * { ?s <http://example.org/service> ?o }",
]


@pytest.mark.parametrize("query", REFUSED)
def test_a_federated_query_is_recognised(query):
    assert is_federated(query)


@pytest.mark.parametrize("query", ALLOWED)
def test_the_word_alone_is_no_reason(query):
    assert not is_federated(query)


def test_the_library_passes():
    from zhengtu.query import library

    assert not [known.name for known in library().values() if is_federated(known.text)]


@pytest.fixture(scope="module")
def trap():
    """A port, and how many connections came to it."""
    seen = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def accept():
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                seen.append(connection.getpeername())
                connection.close()

        threading.Thread(target=accept, daemon=True).start()
        yield listener.getsockname()[1], seen
        listener.shutdown(socket.SHUT_RDWR)


PIECES = [
    "SERVICE", "service", "SILENT", " ", "\n", "#", "\\#", "'", '"', "\\'", "'''", "<", ">", "?", "$", "?x", ":", "e:", "e:a", "e:a?",
    "true", "2", ".", "{", "}", "(", ")", "\\u0053", "/", "|", "^", "%20", "_:", "a", ";", ",", "FILTER", "OPTIONAL", "é", "·", "~",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), st.lists(st.sampled_from(PIECES), max_size=4).map("".join))
@example("?s e:p ?o.", "")
@example("?s e:p 2", "")
@settings(max_examples=1500, deadline=None)
def test_what_passes_the_guard_never_leaves_the_machine(trap, before, between):
    port, seen = trap
    query = f"PREFIX e: <urn:x> SELECT * {{ {before}SERVICE{between}<http://127.0.0.1:{port}/> {{?s ?p ?o}} }}"
    if is_federated(query):
        return
    with suppress(SyntaxError, OSError, RuntimeError, ValueError):
        list(Store().query(query))
    assert not seen, query


def test_the_trap_works(trap):
    port, seen = trap
    with pytest.raises(OSError, match=r"."):
        list(Store().query(f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{?s ?p ?o}} }}"))
    assert seen
    seen.clear()


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("SELECT * { ?s ?p ?o }", False),
        ("SELECT * FROM <urn:a> { ?s ?p ?o }", True),
        ("CONSTRUCT { ?s ?p ?o } from named <urn:a> WHERE { ?s ?p ?o }", True),
        ("SELECT * { ?s ?p 'FROM <urn:a>' }", False),
        ("# FROM <urn:a>\nSELECT * { ?s ?p ?o }", False),
        ("PREFIX : <urn:> SELECT * { ?s :FROM <urn:a> }", False),
        ("PREFIX from: <urn:> DESCRIBE from:x", False),
        ("DESCRIBE <urn:x> FROM <urn:a>", True),
    ],
)
def test_whether_a_query_names_its_dataset(query, named):
    assert has_dataset(query) is named
