"""The concept schemes are sound SKOS and broad enough to serve as dictionaries."""

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from tests.ontology import checks, skos_checks
from tests.ontology.checks import ZT

SCHEME = "https://w3id.org/zhengtu/scheme/"


def concept(path: str) -> URIRef:
    return URIRef(SCHEME + path)


RAILWAY = concept("project-category/railway")
CHECKS = [
    (skos_checks.bad_pref_labels, (RAILWAY, SKOS.prefLabel, Literal("铁道线", "zh"))),
    (skos_checks.clashing_labels, (RAILWAY, SKOS.hiddenLabel, Literal("铁路", "zh"))),
    (skos_checks.ambiguous_labels, (RAILWAY, SKOS.hiddenLabel, Literal("公路", "zh"))),
    (skos_checks.misplaced, (RAILWAY, SKOS.inScheme, URIRef(SCHEME + "genre"))),
    (skos_checks.repeated_notations, (concept("genre/plan2"), SKOS.notation, Literal("plan"))),
    (skos_checks.dangling, (RAILWAY, SKOS.broader, concept("project-category/rails"))),
    (skos_checks.matched_twice, (concept("industry/chemical"), SKOS.broadMatch, concept("gbt4754/C26"))),
    (lambda g: checks.circular(g, SKOS.broader), (concept("project-category/transport"), SKOS.broader, RAILWAY)),
]


@pytest.mark.parametrize(("check", "spoiler"), CHECKS)
def test_sound_and_able_to_fail(schemes, check, spoiler):
    assert check(schemes) == []
    spoilt = Graph()
    spoilt += schemes
    subject = spoiler[0]
    if (subject, RDF.type, SKOS.Concept) not in spoilt:
        spoilt.add((subject, RDF.type, SKOS.Concept))
        spoilt.add((subject, SKOS.inScheme, URIRef(SCHEME + "genre")))
    spoilt.add(spoiler)
    assert check(spoilt)


def test_an_orphan_is_noticed(schemes):
    spoilt = Graph()
    spoilt += schemes
    spoilt.remove((RAILWAY, SKOS.broader, None))
    assert skos_checks.misplaced(spoilt) == [str(RAILWAY)]


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
