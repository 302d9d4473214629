"""What a query is asked of: the graphs it names itself, else the union of ours; an endpoint is told so only where it must be."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from tests.servers import gateway
from tests.store.conftest import BASE, QUADS, node
from zhengtu.store import EmbeddedStore, QueryStore, memory_store, new_generation, open_remote

IN_B = f"SELECT ?s FROM <{BASE}graph/doc/b> WHERE {{ ?s <{BASE}ns#title> ?title }}"


def told(store: QueryStore) -> list[object]:
    return [row[0] for row in store.select(IN_B)]


def test_in_memory() -> None:
    store = memory_store()
    store.add(QUADS)
    with store:
        assert told(store) == [node("task/3")]


def test_on_disk(tmp_path) -> None:
    with new_generation(tmp_path / "store") as writer:
        writer.add(QUADS)
    with EmbeddedStore(tmp_path / "store") as store:
        assert told(store) == [node("task/3")]


OTHERS = f"INSERT DATA {{ GRAPH <urn:others> {{ <urn:a> <{BASE}ns#title> <urn:c> }} <urn:d> <{BASE}ns#title> <urn:f> }}"
NAMES = [f"{BASE}graph/doc/a", f"{BASE}graph/doc/b"]
WITHIN = f"SELECT ?s WHERE {{ GRAPH ?g {{ ?s <{BASE}ns#title> ?title }} }} ORDER BY ?s"
ANYWHERE = f"SELECT ?s WHERE {{ ?s <{BASE}ns#title> ?title }} ORDER BY ?s"


def test_of_an_endpoint(endpoint) -> None:
    store = open_remote(endpoint)
    store.add(QUADS)
    assert told(store) == [node("task/3")]


@pytest.mark.parametrize("others", [False, True], ids=["only ours", "others too"])
@pytest.mark.parametrize(("query", "named"), [(WITHIN, False), (ANYWHERE, True)], ids=["GRAPH", "default graph"])
def test_an_endpoint_is_sent_the_graphs_where_they_matter(endpoint, others, query, named) -> None:
    whole = open_remote(endpoint)
    whole.add(QUADS)
    if others:
        whole.update(OTHERS)
    with gateway(endpoint, []) as server:
        rows = open_remote(server.url).select(query)
        sent = parse_qs(server.body.decode())
        assert [row[0] for row in rows] == [node("task/1"), node("task/2"), node("task/3")]
        expected = NAMES if others or named else []
        assert (sent.get("named-graph-uri", []), sent.get("default-graph-uri", [])) == (expected, expected)


def test_after_an_update_the_graphs_are_asked_for_again(endpoint) -> None:
    store = open_remote(endpoint)
    store.add(QUADS)
    assert len(list(store.select(WITHIN))) == 3
    store.update(OTHERS)
    assert len(list(store.select(WITHIN))) == 3


def test_the_graphs_are_listed_without_looking_at_every_triple(endpoint) -> None:
    open_remote(endpoint).add(QUADS)
    with gateway(endpoint, []) as server:
        assert open_remote(server.url).graphs() == NAMES
        assert server.requests == 1
        assert b"EXISTS" in server.body


def test_where_the_endpoint_will_not_list_them_they_are_told_from_the_triples(endpoint) -> None:
    open_remote(endpoint).add(QUADS)
    with gateway(endpoint, [400]) as server:
        assert open_remote(server.url).graphs() == NAMES
        assert server.requests == 2


def test_an_emptied_graph_is_none(endpoint) -> None:
    store = open_remote(endpoint)
    store.add(QUADS)
    store.update(f"CREATE GRAPH <{BASE}graph/doc/c>; CREATE GRAPH <urn:others>")
    assert store.graphs() == NAMES
