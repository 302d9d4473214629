"""What we borrow exists where we borrow it (OOPS! P40), and our prefix is nobody else's (FOOPS! FIND1)."""

import re

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse
from rdflib.namespace import PROV

from zhengtu.ontology import borrowed
from zhengtu.paths import resource_dir

TURTLE = [*resource_dir("ontology").glob("*.ttl"), *resource_dir("shapes").glob("*.ttl")]
ADDRESSES = {"https://creativecommons.org/licenses/by/4.0/"}  # documents named, not terms


def iris(path):
    """Every IRI that the file uses, datatypes included."""
    for quad in parse(path=path, format=RdfFormat.TURTLE):
        for term in (quad.subject, quad.predicate, quad.object):
            if isinstance(term, NamedNode):
                yield term.value
            elif isinstance(term, Literal):
                yield term.datatype.value


@pytest.mark.parametrize("path", TURTLE, ids=lambda path: path.name)
def test_every_borrowed_term_exists(path):
    used = set(iris(path))
    assert borrowed.missing(used) == []
    assert set(borrowed.strangers(used)) <= ADDRESSES


def test_what_the_graph_of_a_build_borrows_exists(model):
    used = set()
    for quad in model.raw:
        used.add(quad.predicate.value)
        if quad.predicate.value.endswith("#type") and not isinstance(quad.object, Triple):
            used.add(quad.object.value)
    assert borrowed.missing(used) == []
    assert borrowed.strangers(used) == []


def test_a_term_that_its_vocabulary_does_not_have_is_noticed():
    """prov:wasPartOf is used by published tools and defined by nobody."""
    good = [str(PROV.wasGeneratedBy), "http://www.w3.org/ns/oa#exact", "https://w3id.org/zhengtu/ns#Task"]
    bad = ["http://www.w3.org/ns/prov#wasPartOf", "http://data.europa.eu/eli/ontology#LegalResourse"]
    assert borrowed.missing([*good, *bad]) == sorted(bad)
    assert borrowed.strangers([*good, "http://example.com/x"]) == ["http://example.com/x"]


def test_the_kept_list_holds_only_what_is_used():
    room = resource_dir("ontology").parent
    text = "\n".join(path.read_text("utf-8") for folder in ("ontology", "shapes", "queries", "zhengtu", "loaders", "tests/fixtures")
                     for path in sorted((room / folder).rglob("*")) if path.suffix in {".ttl", ".rq", ".py", ".trig"})  # fmt: skip
    for namespace, terms in borrowed.kept().items():
        for term in terms:
            assert re.search(rf"[:}}#/\"]{re.escape(term)}\b", text), namespace + term


def test_our_prefix_is_free():
    assert "zt" not in borrowed.taken_prefixes()
    assert {"prov", "skos", "schema"} <= borrowed.taken_prefixes()


@pytest.fixture(scope="module")
def model():
    from tests.queries.support import model_store

    return model_store()
