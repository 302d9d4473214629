"""What stands under what, as a reader of the model page would say."""

import pytest
from rdflib import RDFS

from tests.ontology.vocabulary import ZT

UNDER = [
    ("DivisionPlan", "Plan"),
    ("DivisionPlan", "Work"),
    ("Reply", "Work"),
    ("UrbanAgglomeration", "Region"),
    ("MetropolitanArea", "Place"),
    ("FieldOffice", "Agency"),
    ("AgentDescription", "Agent"),
    ("Agency", "Agent"),
    ("Task", "Part"),
    ("Commitment", "Passage"),
    ("Role", "Code"),
]
NOT_UNDER = [
    ("Work", "Document"),
    ("AgentDescription", "Agency"),
    ("Reply", "Approval"),
    ("TextSpan", "Attestable"),
    ("Place", "Agent"),
]


@pytest.mark.parametrize(("lower", "upper"), UNDER)
def test_subclass(core, lower, upper):
    assert ZT[upper] in set(core.transitive_objects(ZT[lower], RDFS.subClassOf))


@pytest.mark.parametrize(("lower", "upper"), NOT_UNDER)
def test_no_subclass(core, lower, upper):
    assert ZT[upper] not in set(core.transitive_objects(ZT[lower], RDFS.subClassOf))
