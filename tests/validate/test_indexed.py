"""The graph over dictionaries answers what rdflib's own graph answers."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDFS, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import XSD

from zhengtu.validate.indexed import Indexed, indexed

NODES = [URIRef("http://example.org/a"), URIRef("http://example.org/b"), URIRef("http://example.org/c"), BNode("x")]
KEYS = [RDFS.subClassOf, URIRef("http://example.org/p"), URIRef("http://example.org/q")]
VALUES = [*NODES, Literal("湖北"), Literal("湖北", lang="zh"), Literal("1", datatype=XSD.integer), Literal("1")]
TRIPLES = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(KEYS), st.sampled_from(VALUES)), max_size=12)


def plain(triples):
    graph = Graph()
    for triple in triples:
        graph.add(triple)
    return graph


@given(TRIPLES)
@settings(max_examples=40, deadline=None)
def test_every_pattern_has_the_same_answer(triples):
    ours, theirs = indexed(triples), plain(triples)
    assert len(ours) == len(theirs)
    for pattern in product([None, *NODES], [None, *KEYS], [None, *VALUES]):
        assert sorted(ours.triples(pattern)) == sorted(theirs.triples(pattern))
        assert (pattern in ours) == (pattern in theirs)
    for node, key in product([None, *NODES], [None, *KEYS]):
        assert sorted(ours.objects(node, key)) == sorted(theirs.objects(node, key))
    for key, value in product([None, *KEYS], [None, *VALUES]):
        assert set(ours.subjects(key, value)) == set(theirs.subjects(key, value))
    assert set(ours.values()) == {(key, value) for _, key, value in theirs}


@given(TRIPLES)
@settings(max_examples=40, deadline=None)
def test_what_is_above_a_class_is_the_same_asked_once_or_twice(triples):
    ours, theirs = indexed(triples), plain(triples)
    for node in [*NODES, *NODES]:
        assert set(ours.transitive_objects(node, RDFS.subClassOf)) == set(theirs.transitive_objects(node, RDFS.subClassOf))
        assert set(ours.transitive_subjects(RDFS.subClassOf, node)) == set(theirs.transitive_subjects(RDFS.subClassOf, node))


def test_the_members_of_a_list_stay_in_their_order():
    theirs, head = Graph(), BNode()
    Collection(theirs, head, [NODES[2], NODES[0], NODES[1]])
    ours = indexed(theirs)
    assert [*ours.items(head)] == [*ours.items(head)] == [NODES[2], NODES[0], NODES[1]]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), st.sampled_from(["", "zh", "en"]))
@settings(max_examples=80, deadline=None)
def test_any_text_is_read_as_it_was_written(text, lang):
    value = Literal(text, lang=lang or None)
    written = plain([(NODES[0], KEYS[1], value)]).serialize(format="nt")
    ours = Indexed()
    ours.read(written, {})
    assert [*ours.objects(NODES[0], KEYS[1])] == [value]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (r'"a\tb\\n\"\u6E56\U0001F600"', Literal('a\tb\\n"湖😀')),
        ('"1"^^<http://www.w3.org/2001/XMLSchema#integer>', Literal(1)),
        ('"a \\" . b"@zh', Literal('a " . b', lang="zh")),
        ("_:b1", BNode("b1")),
        ("<http://example.org/湖>", URIRef("http://example.org/湖")),
    ],
)
def test_terms_of_n_triples(written, value):
    graph = Indexed()
    graph.read(f"<http://example.org/a> <http://example.org/p> {written} .\n", {})
    assert [*graph.objects(NODES[0], KEYS[1])] == [value]


def test_a_term_that_is_known_is_the_very_same():
    graph = Indexed()
    graph.read("<http://example.org/a> <http://example.org/p> <http://example.org/a> .\n", {"<http://example.org/p>": KEYS[1]})
    subject, key, value = next(graph.triples((None, None, None)))
    assert key is KEYS[1]
    assert subject is value
