"""What follows from a store: each rule by an example worked out by hand."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Quad

from tests.reason.worlds import EX, below, closed, derived, fact, world
from zhengtu import reason
from zhengtu.graphs import BASE

EXAMPLES = {
    "superclasses": ({("wuhan", "a", "City")}, {("wuhan", "a", "Town"), ("wuhan", "a", "Place"), ("wuhan", "a", "Thing")}),
    "an equivalent class": ({("e", "a", "Town")}, {("e", "a", "City"), ("e", "a", "Place"), ("e", "a", "Thing")}),
    "domain, range and superproperty": (
        {("task", "partOf", "plan")},
        {("task", "within", "plan"), ("task", "a", "Part"), ("task", "a", "Text"), ("plan", "a", "Text")},
    ),
    "a stated inverse": (
        {("plan", "contains", "task")},
        {("task", "within", "plan"), ("task", "a", "Text"), ("plan", "a", "Text")},
    ),
    "transitivity": (
        {("task", "within", "chapter"), ("chapter", "within", "plan")},
        {("task", "within", "plan"), ("task", "a", "Text"), ("chapter", "a", "Text"), ("plan", "a", "Text")},
    ),
    "symmetry, both ends of the range": (
        {("wuhan", "near", "ezhou")},
        {("ezhou", "near", "wuhan"), ("wuhan", "beside", "ezhou"), ("ezhou", "beside", "wuhan")}
        | {("wuhan", "knows", "ezhou"), ("ezhou", "knows", "wuhan")}
        | {(city, "a", kind) for city in ("wuhan", "ezhou") for kind in ("Place", "Thing")}
        | {("wuhan", "cousin", "ezhou"), ("ezhou", "cousin", "wuhan")},
    ),
    "a chain over an inverse": (
        {("s", "task", "t"), ("s", "unit", "bureau")},
        {("t", "assigned", "bureau"), ("s", "a", "Share"), ("t", "a", "Task"), ("bureau", "a", "Agent")},
    ),
    "a chain that feeds itself": (
        {("t", "assigned", "phrase"), ("phrase", "means", "group"), ("group", "means", "bureau")},
        {("t", "assigned", "group"), ("t", "assigned", "bureau"), ("t", "a", "Task")},
    ),
    "a chain over a chain and a transitive property": (
        {("t", "partOf", "c"), ("c", "partOf", "p"), ("t", "assigned", "u")},
        {("t", "within", "c"), ("c", "within", "p"), ("t", "within", "p"), ("c", "assigns", "u"), ("p", "assigns", "u")}
        | {("c", "concerns", "u"), ("p", "concerns", "u"), ("t", "a", "Task"), ("t", "a", "Part"), ("c", "a", "Part")}
        | {(x, "a", "Text") for x in ("t", "c", "p")},
    ),
    "a value": ({("d", "number", "5")}, {("d", "identifier", "5"), ("d", "a", "Text")}),
    "nothing": ({("a", "unknown", "b")}, set()),
}


@pytest.mark.parametrize(("said", "expected"), EXAMPLES.values(), ids=EXAMPLES)
def test_what_follows(said, expected):
    assert below(closed(frozenset(said))) == expected


@pytest.mark.parametrize(("said", "expected"), EXAMPLES.values(), ids=EXAMPLES)
def test_premises_may_stand_in_different_documents(said, expected):
    assert below(closed(*(frozenset({each}) for each in said))) == expected


def test_a_circle_ends():
    assert {f for f in below(closed(frozenset({("a", "within", "b"), ("b", "within", "a")}))) if f[1] == "within"} == {
        ("a", "within", "a"),
        ("b", "within", "b"),
    }


def test_what_a_graph_states_is_not_derived_again():
    assert below(closed(frozenset({("e", "a", "City")}), frozenset({("e", "a", "Place"), ("e", "a", "Town")}))) == {
        ("e", "a", "Thing")
    }


def test_what_rules_put_there_before_counts_as_a_fact():
    store = world()
    graph = NamedNode(BASE + "graph/inferred")
    store.add([Quad(*fact(("t", "assigned", "u")), graph)])
    reason.close(store, BASE)
    assert below(derived(store)) == {("t", "assigned", "u"), ("t", "a", "Task")}


def test_findings_of_a_validation_are_no_data():
    store = world()
    store.add([Quad(*fact(("e", "a", "City")), NamedNode(BASE + "graph/validation"))])
    assert reason.close(store, BASE) == 0


def test_closing_twice_adds_nothing():
    store = world(frozenset(said for example, _ in EXAMPLES.values() for said in example))
    assert reason.close(store, BASE) == len(derived(store)) > 0
    assert reason.close(store, BASE) == 0


def test_spans_get_no_second_name():
    """The type and numbers of a text span in the terms of Web Annotation would be a fifth of a store."""
    zt, oa = BASE + "ns#", "http://www.w3.org/ns/oa#"
    store = world(
        vocabulary=f"""@prefix zt: <{zt}> . @prefix oa: <{oa}> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        zt:TextSpan rdfs:subClassOf oa:TextPositionSelector . zt:begin rdfs:domain zt:TextSpan ; rdfs:subPropertyOf oa:start .
        zt:evidence rdfs:domain zt:Attestable ; rdfs:range zt:TextSpan ."""
    )
    graph = NamedNode(BASE + "graph/doc/a")
    span, begin, evidence = NamedNode(EX + "span"), NamedNode(zt + "begin"), NamedNode(zt + "evidence")
    store.add([Quad(span, begin, NamedNode(EX + "5"), graph), Quad(NamedNode(EX + "task"), evidence, span, graph)])
    reason.close(store, BASE)
    assert derived(store) == {
        (NamedNode(EX + "task"), reason.TYPE, NamedNode(zt + "Attestable")),
        (span, reason.TYPE, NamedNode(zt + "TextSpan")),
    }
