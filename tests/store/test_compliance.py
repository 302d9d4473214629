"""What every store promises, asked of every store."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from tests.store.conftest import BASE, QUADS, node, quad
from zhengtu.store import QueryError, QueryStore, StoreMissing, WritableStore, open_remote

TITLES = "PREFIX zt: <https://w3id.org/zhengtu/ns#> SELECT ?task ?title WHERE { ?task zt:title ?title } ORDER BY ?task"


def test_is_a_store(store):
    assert isinstance(store, QueryStore)


def test_default_graph_is_the_union_of_the_graphs(store):
    rows = store.select(TITLES)
    assert rows.columns == ("task", "title")
    assert [row[1].value for row in rows] == ["第一项", "第二项", "第三项"]


def test_graph_tells_where(store):
    rows = store.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g")
    assert [row[0] for row in rows] == [node("graph/doc/a"), node("graph/doc/b")]


def test_unbound_is_none(store):
    rows = store.select("SELECT ?s ?u WHERE { VALUES ?s { <urn:x> } OPTIONAL { ?s ?p ?u } }")
    assert list(rows) == [(NamedNode("urn:x"), None)]


@pytest.mark.parametrize("text", ["第二项", '引号"与\n换行\\', "'", "?x } UNION { ?s ?p ?o", "$x\\", "#"])
def test_bindings_are_values(store, text):
    rows = store.select("SELECT ?s WHERE { ?s ?p ?text }", {"text": Literal(text)})
    expected = [q.subject for q in QUADS if q.object == Literal(text)]
    assert [row[0] for row in rows] == expected


def test_bindings_fill_the_marked_places(store):
    query = "SELECT ?s WHERE { { VALUES ?o { UNDEF } ?s ?p ?o } UNION { VALUES (?o) { ( UNDEF ) } ?o ?p ?s } }"
    assert [row[0] for row in store.select(query, {"o": node("agency/ndrc")})] == [node("task/3")]


def test_bindings_of_construct_and_ask(store):
    construct = "CONSTRUCT { ?s <urn:t> ?o } WHERE { ?s ?p ?o }"
    bound = {"s": node("task/1")}
    assert list(store.construct(construct, bound)) == [Triple(node("task/1"), NamedNode("urn:t"), Literal("第一项"))]
    assert store.ask("ASK { ?s ?p ?o }", bound)
    assert not store.ask("ASK { ?s ?p ?o }", {"s": node("task/9")})


def test_unknown_binding_is_refused(store):
    with pytest.raises(QueryError, match="nothere"):
        store.select("SELECT ?s WHERE { ?s ?p ?o }", {"nothere": Literal("x")})


def test_graph_and_graphs(store):
    assert store.graphs() == [f"{BASE}graph/doc/a", f"{BASE}graph/doc/b"]
    assert set(store.graph(f"{BASE}graph/doc/b")) == {q.triple for q in QUADS[3:]}
    assert list(store.graph(f"{BASE}graph/doc/none")) == []
    assert set(store.quads()) == set(QUADS)


@pytest.mark.parametrize("query", ["SELEC ?s WHERE { ?s ?p ?o }", "SELECT ?s WHERE { ?s ?p }", ""])
def test_bad_query_is_a_query_error(store, query):
    with pytest.raises(QueryError):
        list(store.select(query))


@pytest.mark.parametrize("query", ["ASK { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_wrong_form_is_a_query_error(store, query):
    with pytest.raises(QueryError):
        list(store.select(query))


def test_wrong_form_for_construct_and_ask(store):
    with pytest.raises(QueryError):
        list(store.construct(TITLES))
    with pytest.raises(QueryError):
        store.ask(TITLES)


def test_replace_graph_and_remove_graph(writable):
    assert isinstance(writable, WritableStore)
    writable.add(QUADS)
    writable.replace_graph(f"{BASE}graph/doc/a", [quad("task/7", "title", "第七项").triple])
    assert set(writable.quads()) == {quad("task/7", "title", "第七项"), *QUADS[3:]}
    writable.remove_graph(f"{BASE}graph/doc/b")
    writable.remove_graph(f"{BASE}graph/doc/b")
    assert set(writable.quads()) == {quad("task/7", "title", "第七项")}
    writable.replace_graph(f"{BASE}graph/doc/a", [])
    assert writable.graphs() == []


def test_blank_nodes_stay_joined(writable):
    blank, graph = BlankNode("x"), node("graph/ontology")
    writable.add([Quad(node("ns#A"), node("ns#p"), blank, graph), Quad(blank, node("ns#q"), Literal("v"), graph)])
    path = "PREFIX zt: <https://w3id.org/zhengtu/ns#> SELECT ?v WHERE { zt:A zt:p/zt:q ?v }"
    assert [row[0].value for row in writable.select(path)] == ["v"]


def test_many_quads(writable):
    many = [quad(f"task/{i}", "title", f"第{i}项") for i in range(45_000)]
    writable.add(many)
    assert [row[0].value for row in writable.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")] == ["45000"]


def test_update(writable):
    writable.update("INSERT DATA { GRAPH <https://w3id.org/zhengtu/graph/doc/a> { <urn:a> <urn:b> <urn:c> } }")
    assert len(list(writable.quads())) == 1
    with pytest.raises(QueryError):
        writable.update("INSERT { }")


def test_an_endpoint_with_other_graphs_only_counts_as_empty(endpoint):
    remote = open_remote(endpoint)
    remote.update("INSERT DATA { GRAPH <urn:others> { <urn:a> <urn:b> <urn:c> } <urn:d> <urn:e> <urn:f> }")
    assert remote.graphs() == []
    with pytest.raises(StoreMissing):
        remote.select(TITLES)
    remote.add(QUADS)
    assert {row[0] for row in remote.select("SELECT ?s WHERE { ?s ?p ?o }")} == {q.subject for q in QUADS}
