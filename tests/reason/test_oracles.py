"""Our rules against two reasoners that others keep: owlrl (all of OWL 2 RL/RDF, slow) and reasonable (fast, no chains).

What they derive and we leave out on purpose is told apart by its form alone, see ``kept``.
"""

from __future__ import annotations

import warnings

import owlrl
import pytest
import reasonable
from hypothesis import HealthCheck, Phase, given, settings
from pyoxigraph import BlankNode, NamedNode
from rdflib import OWL, RDF, RDFS, XSD, BNode, Graph, Literal, URIRef

from tests.reason.test_change import SAID
from tests.reason.worlds import closed, derived, world
from zhengtu.build import build, terms
from zhengtu.graphs import ZT
from zhengtu.paths import resource_dir
from zhengtu.store import open_store

AXIOMATIC = {OWL.Thing, RDFS.Resource, RDFS.Literal, OWL.Nothing}
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
STANDARD = (str(OWL), str(RDF), str(RDFS), str(XSD))
OA = "http://www.w3.org/ns/oa#"
SCHEMA = {
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    RDFS.domain,
    RDFS.range,
    OWL.equivalentClass,
    OWL.equivalentProperty,
    OWL.inverseOf,
}


def rdflib_of(store) -> Graph:
    """What the store states."""
    graph = Graph()
    for name in store.graphs():
        if not name.endswith("/inferred"):
            for triple in store.graph(name):
                graph.add(tuple(map(term, (triple.subject, triple.predicate, triple.object))))
    return graph


def term(cell):
    if isinstance(cell, NamedNode):
        return URIRef(cell.value)
    if isinstance(cell, BlankNode):
        return BNode(cell.value)
    return Literal(cell.value, lang=cell.language, datatype=None if cell.language else URIRef(cell.datatype.value))


def plain(facts) -> set[tuple[str, str, str]]:
    """By value alone: each reasoner spells datatypes in its way."""
    return {tuple(str(getattr(cell, "value", cell)) for cell in fact) for fact in facts}


def kept(found, graph: Graph) -> set[tuple[str, str, str]]:
    """What is new and ours to derive: no axioms about the vocabulary, no identities, nothing about literals and blank nodes,
    no inverse of a stored property, no Web Annotation of spans."""
    inverses = set(graph.subjects(OWL.inverseOf))
    for above in {up for one in inverses for up in graph.objects(one, RDFS.subPropertyOf)}:
        if set(graph.subjects(RDFS.subPropertyOf, above)) <= inverses:
            inverses.add(above)
    vocabulary = {term for kind in KINDS for term in graph.subjects(RDF.type, kind)}
    aside = SCHEMA | inverses | {OWL.sameAs}
    return plain(
        (s, p, o)
        for s, p, o in found
        if isinstance(s, URIRef) and s not in vocabulary and not str(s).startswith(STANDARD)
        if p not in aside and not p.startswith(OA)
        if not isinstance(o, BNode) and o not in AXIOMATIC and not o.startswith(OA)
    ) - plain(graph)


def by_owlrl(graph: Graph) -> set[tuple[str, str, str]]:
    whole = Graph() + graph
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(whole)
    assert not list(whole.subjects(RDF.type, OWL.Nothing))
    return kept(whole, graph)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.explicit, Phase.generate])
@given(SAID, SAID)
def test_any_data_under_any_axiom(first, second):
    """Closed under owlrl's reading of the whole of OWL 2 RL/RDF, whatever the data."""
    assert plain(closed(first, second)) == by_owlrl(rdflib_of(world(first, second)))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    place = tmp_path_factory.mktemp("corpus") / "store"
    build([resource_dir("corpus")], str(place))
    with open_store(str(place)) as store:
        yield store


def test_the_shipped_corpus_under_reasonable(corpus):
    graph = rdflib_of(corpus)
    reasoner = reasonable.PyReasoner()
    reasoner.from_graph(graph)
    theirs = kept(reasoner.reason(), graph)
    ours = plain(derived(corpus))
    domain_rules = {f for f in ours if f[1] in (ZT + "leadUnit", ZT + "leadBasis")}
    chains = {f for f in ours - theirs if f[1].startswith(ZT + "assign")}
    assert len(theirs) > 30_000
    assert domain_rules
    assert theirs == ours - domain_rules - chains


PLAN = """示范城市群发展实施方案
示发改〔2030〕5号
一、总体要求
（一）指导思想。坚持统筹协调。
二、主要任务
（二）完善综合交通。建设武汉至长沙铁路。（国家发展改革委、交通运输部负责）
（三）共建港口群。到2035年港口吞吐量达到5亿吨。（交通运输部牵头，相关城市人民政府参加）
"""


def test_a_plan_under_owlrl(tmp_path, monkeypatch):
    """Chains too, over the ontology without its labels: owlrl takes minutes for the whole corpus."""
    chosen = [path for path in terms.files() if path.stem in ("zhengtu", "alignments")]
    monkeypatch.setattr(terms, "files", lambda: chosen)
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    build([tmp_path / "plan.txt"], str(tmp_path / "store"))
    with open_store(str(tmp_path / "store")) as store:
        graph, ours = rdflib_of(store), derived(store)
    leads = {fact for fact in ours if fact[1].value in (ZT + "leadUnit", ZT + "leadBasis")}
    for fact in leads:
        graph.add(tuple(map(term, fact)))
    notes = {*graph.subjects(RDF.type, OWL.AnnotationProperty), RDFS.label, RDFS.comment, RDFS.isDefinedBy, RDFS.seeAlso}
    for one in notes | {OWL.hasKey}:  # owlrl 7.6 takes two spans for one that agree in part of their key; we draw no identities
        graph.remove((None, one, None))
    theirs = by_owlrl(graph)
    assert {one.removeprefix(ZT) for _, one, _ in theirs} >= {"assignedTo", "within"}
    assert theirs == plain(ours - leads)
