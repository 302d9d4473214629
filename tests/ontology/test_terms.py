"""The terms fit the model page and the corpus; what SPARQL can check of them is in test_quality."""

import re
from pathlib import Path

from rdflib import OWL, RDFS, SDO, SKOS, XSD, Literal, URIRef

from tests.ontology.vocabulary import ZT, own
from zhengtu.paths import resource_dir


def test_every_term_of_the_model_page_is_declared(core):
    page = (Path(__file__).parents[2] / "docs" / "model.md").read_text(encoding="utf-8")
    named = {ZT[name] for name in re.findall(r"\bzt:([A-Za-z]\w*)", page)}
    assert len(named) > 100
    assert named - set(own(core)) == set()


def test_examples_are_words_of_the_corpus_or_say_otherwise(core):
    files = sorted(resource_dir("corpus").iterdir())
    texts = "".join(re.sub(r"<[^>]*>|\s", "", path.read_text(encoding="utf-8")) + path.name for path in files)
    quoted = {re.sub(r"\s", "", str(example).split(" → ")[0]) for example in core.objects(None, SKOS.example)}
    outside = {words for words in quoted if words.startswith("（语料外）")}
    assert {words for words in quoted - outside if words not in texts} == set()
    assert len(outside) < len(quoted) / 10


def test_notations_of_places_and_agencies_are_lower_case_and_distinct(core):
    codes = [str(core.value(cls, SKOS.notation)) for cls in own(core, OWL.Class) if core.value(cls, SKOS.notation)]
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in codes)
    assert len(set(codes)) == len(codes)
    assert {"province", "city", "county", "water-body", "central-agency", "local-government"} <= set(codes)


def test_codes_carry_their_own_name(core):
    """Query results show ``firstListed`` for zt:firstListed."""
    for code in own(core, OWL.NamedIndividual):
        assert core.value(code, SKOS.notation) == Literal(str(code).removeprefix(str(ZT)))


def test_no_range_lies_outside_owl_2(core):
    """So that a reasoner can load the file as it stands."""
    assert not {XSD.date, XSD.gYear} & set(core.objects(None, RDFS.range))
    assert set(core.subjects(SDO.rangeIncludes, XSD.gYear)) == {ZT.year, ZT.validFrom, ZT.validUntil}
    assert set(core.subjects(SDO.rangeIncludes, XSD.date)) == {ZT.issued, ZT.published, ZT.signed, ZT.date}


def test_header_says_what_a_reader_needs(core):
    header = URIRef("https://w3id.org/zhengtu/ns")
    assert core.value(header, OWL.versionIRI) == URIRef("https://w3id.org/zhengtu/ns/0.2.0")
    prefix = URIRef("http://purl.org/vocab/vann/preferredNamespacePrefix")
    assert core.value(header, prefix) == Literal("zt")
