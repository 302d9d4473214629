"""Every check passes on the shipped ontology, and each knows a good graph from a bad one.

A fixture, ``cases/{check}.trig``, holds two graphs.  In ``:bad`` the terms at fault have ``bad`` in their names, so that the
test knows what must be found and that nothing else may be.
"""

from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse
from rdflib.plugins.sparql import prepareQuery

from zhengtu.ontology import quality

CHECKS = {check.name: check for check in quality.checks()}
CASES = Path(__file__).parent / "cases"
OOPS = "02 03 04 05 06 07 08 10 11 13 19 20 21 22 24 25 26 28 29 32 33 34 35 36 38 39 41".split()
FOOPS = "OM1 OM2 OM3 OM4 OM5 FIND1 PURL1 HTTP1 VER1 VOC1 VOC2 VOC3 VOC4".split()


def case(name: str, graph: str) -> Store:
    """One graph of a fixture, alone in a store."""
    named = NamedNode(f"https://example.org/{graph}")
    store = Store()
    for quad in parse(path=CASES / f"{name}.trig", format=RdfFormat.TRIG):
        if quad.graph_name == named:
            store.add(Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()))
    assert len(store)
    return store


def at_fault(store: Store) -> set[str]:
    nodes = {
        term.value for quad in store for term in (quad.subject, quad.predicate, quad.object) if isinstance(term, NamedNode)
    }
    return {iri for iri in nodes if "bad" in iri.lower()}


@pytest.mark.parametrize("name", CHECKS)
def test_the_shipped_ontology_passes(name):
    accepted = {iri for check, iri in quality.accepted() if check == name}
    assert {fault.entity for fault in quality.standing(CHECKS[name])} == accepted


@pytest.mark.parametrize("name", CHECKS)
def test_a_good_graph_passes(name):
    assert quality.faults(CHECKS[name], case(name, "good")) == []


@pytest.mark.parametrize("name", CHECKS)
def test_a_bad_graph_does_not(name):
    store = case(name, "bad")
    found = {fault.entity for fault in quality.faults(CHECKS[name], store)}
    assert found == at_fault(store)
    assert found


def test_every_pitfall_of_the_list_is_looked_for():
    answered = {answer for check in CHECKS.values() for answer in check.answers}
    assert {f"OOPS P{number}" for number in OOPS} <= answered
    assert {f"FOOPS {code}" for code in FOOPS} <= answered
    assert {f"SKOS {code}" for code in ("S9", "S13", "S14", "S27", "S37", "S46", "orphan", "inScheme", "notation")} <= answered


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_check_is_a_whole_sentence_and_a_portable_query(check):
    assert all(text.endswith(".") for text in (check.problem, check.why, check.solution))
    assert "ORDER BY ?entity" in check.text
    prepareQuery(check.text)


def test_only_what_a_check_needs_is_accepted():
    assert {name for name, _ in quality.accepted()} <= set(CHECKS)
    assert all(why.endswith(".") for why in quality.accepted().values())


def test_a_file_without_a_full_head_is_refused(tmp_path):
    (tmp_path / "x.rq").write_text("#+ id: X\nSELECT ?entity WHERE { ?entity ?p ?o }", "utf-8")
    with pytest.raises(ValueError, match=r"x\.rq"):
        quality.read_check(tmp_path / "x.rq")


def test_a_query_that_is_none_is_told(tmp_path):
    head = "#+ id: X\n#+ problem: P.\n#+ why: W.\n#+ solution: S.\n#+ reads: core\n"
    (tmp_path / "x.rq").write_text(f"{head}ASK {{ ?entity ?p ?o }}", "utf-8")
    with pytest.raises(TypeError, match=r"x\.rq"):
        quality.faults(quality.read_check(tmp_path / "x.rq"), Store())
    (tmp_path / "y.rq").write_text(f"{head}SELECT", "utf-8")
    with pytest.raises(SyntaxError):
        quality.faults(quality.read_check(tmp_path / "y.rq"), Store())
