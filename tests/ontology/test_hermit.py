"""HermiT finds the vocabulary consistent, and contradictions inconsistent."""

import owlready2
import pytest
from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal

from tests.ontology.vocabulary import ZT
from zhengtu.ontology import hermit

PREFIXES = """@prefix zt: <https://w3id.org/zhengtu/ns#> . @prefix x: <http://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix geo: <http://www.opengis.net/ont/geosparql#> .
"""
GOOD = """
x:d a zt:Document ; zt:carries x:w ; zt:published "2022-03-15"^^xsd:date .
x:w a zt:Plan, zt:Agreement ; zt:issuer x:a ; zt:issued "2022-02-15"^^xsd:date ; zt:validFrom "2021"^^xsd:gYear .
x:s a zt:Section ; zt:partOf x:w . x:t a zt:Task ; zt:partOf x:s ; zt:taskKind zt:action ; zt:evidence x:span .
x:span a zt:TextSpan ; zt:source x:d ; zt:begin 3 ; zt:end 8 ; zt:exact "一二三四五" .
x:r a zt:Responsibility ; zt:task x:t ; zt:unit x:a ; zt:role zt:lead ; zt:basis zt:explicit ; zt:position 1 ;
    prov:wasGeneratedBy x:e .
x:a a zt:CentralAgency, zt:PartyOrgan . x:e a zt:Extraction ; zt:confidence 0.9 .
x:g a zt:Target ; zt:value 1.4 ; zt:year "2025"^^xsd:gYear ; zt:targetKind zt:target ; zt:task x:t .
"""
BAD = {
    "a task that is an agency": "x:n a zt:Task, zt:Agency .",
    "a document that is a work": "x:n a zt:Document, zt:Work .",
    "two roles for one share": "x:r zt:role zt:lead , zt:participant .",
    "a basis for a role": "x:r zt:role zt:explicit .",
    "a unit that is a place": "x:r zt:unit x:p . x:p a zt:Province .",
    "a phrase that is an agency": "x:n a zt:AgentDescription, zt:Agency .",
    "a phrase that resolves to a phrase": "x:n zt:resolvesTo x:m . x:m a zt:AgentDescription .",
    "a plan that implements itself": "x:n zt:implements x:n .",
    "two plans that implement each other": "x:n zt:implements x:m . x:m zt:implements x:n .",
    "an agency that succeeds its successor": "x:n zt:successorOf x:m . x:m zt:successorOf x:n .",
    "an organ of the centre and of a province": "x:n a zt:CentralAgency, zt:ProvincialAgency .",
    "a province that is a city": "x:n a zt:Province, zt:City .",
    "a lake that is a region": "x:n a zt:WaterBody, zt:UrbanAgglomeration .",
    "evidence that is a document": "x:n zt:evidence x:d . x:d a zt:Document .",
    "a span before the text begins": "x:n zt:begin -1 .",
    "a span that begins twice": "x:n zt:begin 1 , 2 .",
    "a figure in words": 'x:n zt:value "很多" .',
    "a node made by a document": "x:n prov:wasGeneratedBy x:d . x:d a zt:Document .",
    "a work that a document prints and only tells of": "x:d zt:carries x:w ; zt:reports x:w .",
    "a passage that supports and contradicts a claim": "x:c zt:supportedBy x:t ; zt:differsFrom x:t .",
    "a notice printed with what it prints": "x:n zt:issuedWith x:m . x:m zt:issuedWith x:n .",
    "a section that is part of itself": "x:n zt:partOf x:n .",
    "two sections that are part of each other": "x:n zt:partOf x:m . x:m zt:partOf x:n .",
    "a plan that is within a place": "x:w a zt:Plan ; zt:within x:p . x:p a zt:Place .",
    "a county that, by way of its city, lies in a plan": "x:k geo:sfWithin x:s . x:s geo:sfWithin x:w . x:w a zt:Plan .",
    "a task whose lead is a lake": "x:t zt:leadUnit x:l . x:l a zt:WaterBody .",
    "a phrase that means a task, assigned": "x:t zt:assignedTo x:ph . x:ph zt:resolvesTo x:n . x:n a zt:Task .",
    "one code, two different divisions": """x:k a zt:County ; zt:code "420103" . x:s a zt:County ; zt:code "420103" .
        x:k owl:differentFrom x:s .""",
    "one span under two names that differ": """x:n a zt:TextSpan ; zt:source x:d ; zt:begin 1 ; zt:end 4 .
        x:m a zt:TextSpan ; zt:source x:d ; zt:begin 1 ; zt:end 4 . x:n owl:differentFrom x:m .""",
    "one place counted twice in a document": """x:n a zt:PlaceMention ; zt:inDocument x:d ; zt:place x:p .
        x:m a zt:PlaceMention ; zt:inDocument x:d ; zt:place x:p . x:n owl:differentFrom x:m .""",
}


def graph_of(text: str) -> Graph:
    return Graph().parse(data=PREFIXES + text, format="turtle")


@pytest.fixture(scope="module")
def theory(core, alignments):
    return core + alignments


def test_the_vocabulary_is_consistent_and_every_class_can_have_members():
    result = hermit.check()
    assert result.consistent
    assert result.unsatisfiable == []
    assert result.misused == []
    assert result.equivalent == []


def test_a_good_graph_with_dates_is_consistent(theory):
    assert hermit.check(graph_of(GOOD), theory).consistent


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_a_contradiction_is_found(theory, text):
    assert not hermit.check(graph_of(text), theory).consistent


def test_an_unsatisfiable_class_is_named(theory):
    chimera = Graph().add((ZT.Chimera, RDF.type, OWL.Class))
    chimera.add((ZT.Chimera, RDFS.subClassOf, ZT.Task)).add((ZT.Chimera, RDFS.subClassOf, ZT.Place))
    result = hermit.check(chimera, theory)
    assert result.consistent
    assert result.unsatisfiable == [str(ZT.Chimera)]


def test_an_equivalence_that_nobody_meant_is_named(theory):
    ring = Graph().add((ZT.Mountain, RDFS.subClassOf, ZT.Zone)).add((ZT.Zone, RDFS.subClassOf, ZT.Mountain))
    assert hermit.check(ring, theory).equivalent == [(str(ZT.Mountain), str(ZT.Zone))]


def test_large_data_are_asked_without_keys(theory):
    twice = graph_of(BAD["one code, two different divisions"])
    assert hermit.check(twice, theory, keys=False).consistent


def test_n_triples_serve_as_well(theory, tmp_path):
    data = graph_of(BAD["a province that is a city"]).serialize(format="nt", encoding="utf-8")
    (tmp_path / "data.nt").write_bytes(data)
    assert not hermit.check(data, theory).consistent
    assert not hermit.check(tmp_path / "data.nt", theory).consistent


def test_values_that_no_owl_property_takes_are_named_and_left_out(theory):
    result = hermit.check(graph_of('x:n zt:unit "省水利厅" . x:m zt:begin x:n .'), theory)
    assert result.consistent
    assert result.misused == [str(ZT.begin), str(ZT.unit)]


def test_the_projection_drops_only_what_hermit_cannot_read(theory):
    kept = hermit.projection_for_hermit(theory + graph_of(GOOD))
    assert not [o for o in kept.objects() if isinstance(o, Literal) and o.datatype in (XSD.date, XSD.gYear)]
    assert not list(kept.subjects(RDF.type, OWL.Ontology))
    assert (ZT.Task, RDFS.label, None) not in kept
    assert (ZT.unit, RDFS.range, ZT.Agent) in kept
    assert list(kept.objects(None, ZT.begin)) == [Literal(3)]
    dated = Graph().add((ZT.issued, RDFS.range, XSD.date)).add((ZT.begin, RDFS.range, XSD.integer))
    assert set(hermit.projection_for_hermit(dated).objects()) == {XSD.integer}


def test_without_java_there_is_no_verdict(theory, monkeypatch):
    monkeypatch.setattr(owlready2, "JAVA_EXE", "no-such-java")
    with pytest.raises(hermit.JavaMissing, match="no-such-java"):
        hermit.check(None, theory)


def test_a_reasoner_that_stops_is_no_inconsistency(theory, monkeypatch):
    """Unprojected, a date makes HermiT stop; that must not look like a contradiction."""
    monkeypatch.setattr(hermit, "projection_for_hermit", lambda graph: graph)
    dated = graph_of('zt:day a <http://www.w3.org/2002/07/owl#DatatypeProperty> . x:n zt:day "2022-01-01"^^xsd:date .')
    with pytest.raises(hermit.ReasonerFailed, match="datatype"):
        hermit.check(dated, theory)


def test_the_registries_agree_with_the_vocabulary(room, theory):
    registry = Graph()
    for name in ("agencies.ttl", "places.ttl"):
        registry.parse(room / name)
    assert len(registry) > 10_000
    result = hermit.check(registry, theory, keys=False)
    assert (result.consistent, result.misused) == (True, [])
