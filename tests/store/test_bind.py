"""Values go into a query as terms, wherever the query's braces, strings and comments are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from zhengtu.store import QueryError, memory_store
from zhengtu.store.bind import bind, query_form

X = NamedNode("urn:x")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s WHERE { ?s ?p ?o }",
        "SELECT ?s { ?s ?p ?o }",
        "# where { \nSELECT ?s # { \nWHERE\n{ ?s ?p ?o }",
        "PREFIX zt: <urn:zt#{> SELECT ?s WHERE { ?s ?p ?o }".replace("{>", ">"),
        "SELECT (CONCAT('{', STR(?s)) AS ?t) WHERE { ?s ?p ?o }",
        "SELECT ?s (EXISTS { ?s ?p ?o } AS ?e) WHERE { ?s ?p ?o }",
        "CONSTRUCT { ?s <urn:p> ?o } WHERE { ?s ?p ?o }",
        "ASK { ?s ?p ?o }",
        'SELECT ?s WHERE { ?s ?p """a{"b""" , ?o } ORDER BY ?s',
    ],
)
def test_the_value_is_joined_in_the_outermost_group(query):
    bound = bind(query, {"s": X})
    at = bound.index("VALUES ?s { <urn:x> }")
    memory_store().raw.query(bound)  # still a query
    assert bound.replace(" VALUES ?s { <urn:x> } ", "") == query
    before = bound[:at].rstrip()
    assert before.endswith("{")
    assert not before.endswith("EXISTS {")
    assert "CONSTRUCT" not in before or "WHERE" in before


def test_the_marked_places_come_first():
    query = (
        "SELECT ?s { { values ?s {undef} } UNION { VALUES ( ?s ) { ( UNDEF ) } } # VALUES ?s { UNDEF }\n"
        ' FILTER("VALUES ?s { UNDEF }" != ?s) }'
    )
    assert bind(query, {"s": X}).count("<urn:x>") == 2


@pytest.mark.parametrize("query", ["SELECT ?s WHERE { ?s ?p ?o }", "SELECT ?s WHERE { VALUES ?s { UNDEF } ?s ?p ?o }"])
@pytest.mark.parametrize("count", [0, 1, 2])
def test_each_answer_has_one_of_several_values(query, count):
    store = memory_store()
    nodes = [NamedNode(f"urn:{n}") for n in range(3)]
    for node in nodes:
        store.update(f"INSERT DATA {{ GRAPH <urn:g> {{ {node} <urn:p> 1 }} }}")
    assert {row[0] for row in store.select(query, {"s": nodes[:count]})} == {*nodes[:count]}


def test_other_values_stay():
    query = "SELECT ?s { VALUES ?t { UNDEF } VALUES ?s { UNDEF } }"
    assert bind(query, {"s": X}) == "SELECT ?s { VALUES ?t { UNDEF } VALUES ?s { <urn:x> } }"
    assert bind(query, None) == query


@pytest.mark.parametrize("name", ["o", "s }", "", "1=1"])
def test_no_such_variable(name):
    with pytest.raises(QueryError):
        bind("SELECT ?s WHERE { ?s a 'o' }", {name: X})


def test_no_group_to_bind_in():
    with pytest.raises(QueryError):
        bind("DESCRIBE ?s", {"s": X})


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(text):
    rows = memory_store().select("SELECT ?v WHERE { VALUES ?v { UNDEF } }", {"v": Literal(text)})
    assert list(rows) == [(Literal(text),)]


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("PREFIX ask: <urn:ask> # SELECT\nASK {}", "ASK"),
        ("construct where { ?s ?p ?o }", "CONSTRUCT"),
        ("DESCRIBE <urn:x>", "DESCRIBE"),
        ("SELECT * { BIND('ASK' AS ?x) }", "SELECT"),
        ("DROP ALL", "SELECT"),
    ],
)
def test_form(query, form):
    assert query_form(query) == form
