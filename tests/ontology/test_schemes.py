"""The concept schemes are broad enough to serve as dictionaries; that they are sound SKOS is in test_quality."""

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, URIRef

from tests.ontology.vocabulary import ZT

SCHEME = "https://w3id.org/zhengtu/scheme/"


def concept(path: str) -> URIRef:
    return URIRef(SCHEME + path)


RAILWAY = concept("project-category/railway")


@pytest.mark.parametrize(
    ("scheme", "least"),
    [("genre", 20), ("project-category", 28), ("indicator", 60), ("status", 10), ("industry", 60), ("policy-domain", 25)],
)
def test_scheme_is_broad(schemes, scheme, least):
    assert len(list(schemes.subjects(SKOS.inScheme, URIRef(SCHEME + scheme)))) >= least


def test_gbt_4754_is_complete(schemes):
    codes = {str(schemes.value(c, SKOS.notation)) for c in schemes.subjects(SKOS.inScheme, URIRef(SCHEME + "gbt4754"))}
    assert {code for code in codes if len(code) == 1} == set("ABCDEFGHIJKLMNOPQRST")
    assert sorted(int(code[1:]) for code in codes if len(code) > 1) == list(range(1, 98))


def test_every_kind_of_work_has_its_genre(core, schemes):
    kinds = set(core.transitive_subjects(RDFS.subClassOf, ZT.Work)) - {ZT.Work}
    for kind in kinds:
        assert (concept(f"genre/{core.value(kind, SKOS.notation)}"), RDF.type, SKOS.Concept) in schemes


def test_status_verbs_are_ranked_from_study_to_completion(schemes):
    codes = ["study", "plan", "advance", "accelerate", "implement", "build", "complete"]
    ranks = [int(str(schemes.value(concept(f"status/{code}"), ZT.strength))) for code in codes]
    assert ranks == sorted(set(ranks))
    verbs = schemes.subjects(SKOS.inScheme, URIRef(SCHEME + "status"))
    assert all(schemes.value(verb, ZT.strength) is not None for verb in verbs)


def test_indicators_know_their_units(schemes):
    def unit(code: str) -> str:
        return str(schemes.value(concept(f"indicator/{code}"), ZT.usualUnit))

    assert (unit("urbanization-rate"), unit("railway-length"), unit("gdp")) == ("%", "公里", "元")
    units = {str(u) for u in schemes.objects(None, ZT.usualUnit)}
    assert not [u for u in units if u.startswith(("万", "亿"))]


def test_keywords_tell_a_category(schemes):
    words = {str(label) for label in schemes.objects(RAILWAY, SKOS.hiddenLabel)}
    assert {"高铁", "专线", "联络线", "城际铁路"} <= words


def test_the_file_declares_what_it_uses(schemes):
    assert (ZT.strength, RDF.type, OWL.DatatypeProperty) in schemes


def test_the_unit_of_an_indicator_is_a_unit_we_know(schemes):
    """What usualUnit says in words, the scheme of units explains."""
    units = [c for c in schemes.subjects(SKOS.inScheme, URIRef(SCHEME + "unit")) if (c, RDF.type, SKOS.Concept) in schemes]
    words = {str(label) for unit in units for prop in (SKOS.prefLabel, SKOS.altLabel) for label in schemes.objects(unit, prop)}
    assert {str(unit) for unit in schemes.objects(None, ZT.usualUnit)} - words == set()


def test_units_of_the_si_are_those_of_qudt(schemes):
    matched = {schemes.value(concept(f"unit/{code}"), SKOS.exactMatch) for code in ("kilometre", "hectare", "kilowatt-hour")}
    assert matched == {URIRef(f"http://qudt.org/vocab/unit/{name}") for name in ("KiloM", "HA", "KiloW-HR")}
