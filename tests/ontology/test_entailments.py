"""What follows, and what must not: a statement follows where denying it is a contradiction."""

import pytest
from rdflib import Graph

from zhengtu.ontology import hermit

PREFIXES = """@prefix zt: <https://w3id.org/zhengtu/ns#> . @prefix x: <http://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix geo: <http://www.opengis.net/ont/geosparql#> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix org: <http://www.w3.org/ns/org#> .
"""
DATA = """
x:division a zt:DivisionPlan . x:chapter a zt:Section ; zt:partOf x:division . x:task a zt:Task ; zt:partOf x:chapter .
x:share a zt:Responsibility ; zt:task x:task ; zt:unit x:bureau . x:bureau a zt:ProvincialAgency .
x:other a zt:Responsibility ; zt:task x:task ; zt:unit x:phrase . x:phrase a zt:AgentDescription ; zt:resolvesTo x:hubei .
x:hubei a zt:LocalGovernment . x:second a zt:Task ; zt:leadUnit x:customs . x:customs a zt:FieldOffice .
x:district a zt:County ; geo:sfWithin x:city . x:city a zt:City ; geo:sfWithin x:province . x:province a zt:Province .
x:mention a zt:PlaceMention ; zt:place x:district . x:paper a zt:Document ; zt:reports x:division .
x:agreement a zt:Agreement ; zt:party x:city . x:promise a zt:Commitment ; zt:agreement x:agreement .
x:citation a zt:Citation ; zt:cites x:division . x:span a zt:TextSpan ; zt:source x:paper . x:promise zt:evidence x:span .
"""
FOLLOWS = [
    ("a county in a city in a province is in the province", "x:district", "zt:locatedIn", "x:province"),
    ("a task in a chapter of a plan is within the plan", "x:task", "zt:within", "x:division"),
    ("a plan contains the task of its chapter", "x:division", "zt:contains", "x:task"),
    ("a unit responsible for a task is assigned it", "x:task", "zt:assignedTo", "x:bureau"),
    ("what is assigned to a phrase is assigned to whom it means", "x:task", "zt:assignedTo", "x:hubei"),
    ("a lead unit is assigned the task", "x:second", "zt:assignedTo", "x:customs"),
    ("the way back", "x:bureau", "zt:assignedTask", "x:task"),
    ("a unit responsible for a task is responsible within the plan", "x:division", "zt:assigns", "x:bureau"),
    ("a unit meant by a phrase too", "x:division", "zt:assigns", "x:hubei"),
    ("a work knows its reports", "x:division", "zt:reportedBy", "x:paper"),
    ("a city knows its agreements", "x:city", "zt:partyTo", "x:agreement"),
    ("an agreement knows its commitments", "x:agreement", "zt:hasCommitment", "x:promise"),
    ("a work knows who cites it", "x:division", "zt:citedIn", "x:citation"),
    ("a span knows what it attests", "x:span", "zt:attests", "x:promise"),
]
FOLLOWS_NOT = [
    ("who mentions a county does not mention its province", "x:mention", "zt:place", "x:province"),
    ("a unit of one task is no unit of another", "x:second", "zt:assignedTo", "x:bureau"),
    ("who reports a work does not carry it", "x:paper", "zt:carries", "x:division"),
    ("a province does not lie in its county", "x:province", "zt:locatedIn", "x:district"),
]


def follows(theory, subject, prop, target):
    denial = f"[] a owl:NegativePropertyAssertion ; owl:sourceIndividual {subject} ; owl:assertionProperty {prop} ; " \
        f"owl:targetIndividual {target} ."  # fmt: skip
    return not hermit.check(Graph().parse(data=PREFIXES + DATA + denial, format="turtle"), theory).consistent


@pytest.fixture(scope="module")
def theory(core, alignments):
    return core + alignments


def test_the_data_are_consistent(theory):
    assert hermit.check(Graph().parse(data=PREFIXES + DATA, format="turtle"), theory).consistent


@pytest.mark.parametrize(("subject", "prop", "target"), [row[1:] for row in FOLLOWS], ids=[row[0] for row in FOLLOWS])
def test_it_follows(theory, subject, prop, target):
    assert follows(theory, subject, prop, target)


@pytest.mark.parametrize(("subject", "prop", "target"), [row[1:] for row in FOLLOWS_NOT], ids=[row[0] for row in FOLLOWS_NOT])
def test_it_does_not_follow(theory, subject, prop, target):
    assert not follows(theory, subject, prop, target)
