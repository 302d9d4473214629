"""The vocabulary in Python: generated constants, literal types, and objects."""

import datetime
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
from rdflib import OWL, URIRef

import loaders.vocabulary
from tests.ontology.vocabulary import ZT, own
from tests.queries.support import model_store
from zhengtu.graphs import BASE
from zhengtu.ontology import load, terms

ROOT = Path(__file__).resolve().parents[2]
KINDS = {
    OWL.Class: loaders.vocabulary.ClassName,
    OWL.ObjectProperty: loaders.vocabulary.ObjectPropertyName,
    OWL.DatatypeProperty: loaders.vocabulary.DatatypePropertyName,
    OWL.NamedIndividual: loaders.vocabulary.IndividualName,
}


def test_the_constants_are_what_the_generator_makes_of_the_ontology(tmp_path):
    """Nobody edits them by hand, and nobody forgets to generate them again."""
    for folder in ("ontology/build", "zhengtu/ontology", "loaders"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("ontology/zhengtu.ttl", "ontology/build/constants.py"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    subprocess.run([sys.executable, tmp_path / "ontology/build/constants.py"], check=True, capture_output=True, timeout=60)
    for name in ("zhengtu/ontology/terms.py", "loaders/vocabulary.py"):
        assert (tmp_path / name).read_text("utf-8") == (ROOT / name).read_text("utf-8")


def test_every_term_has_its_constant_and_name(core):
    for term in own(core):
        assert getattr(terms, term.removeprefix(ZT)) == str(term)
    for kind, names in KINDS.items():
        assert {ZT + name for name in get_args(names)} == {str(term) for term in own(core, kind)}


def test_a_misspelt_term_fails_the_type_check(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(
        'from loaders.emit.terms import zt\nfrom zhengtu.ontology import terms\nzt("Tsak")\nterms.Tsak\nzt("Task")\nterms.Task\n'
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(program)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert sorted(set(re.findall(r"program\.py:(\d+): error", done.stdout))) == ["3", "4"]


def labels(term):
    return {(str(label), label.lang) for label in term.label}


@pytest.fixture(scope="module")
def world():
    return load(store=model_store())


def test_classes_and_their_members_are_objects(world):
    zt = world.get_namespace(terms.NAMESPACE)
    assert world[terms.DivisionPlan] is zt.DivisionPlan
    assert zt.Plan in zt.DivisionPlan.is_a
    assert labels(zt.DivisionPlan) == {("分工方案", "zh"), ("division-of-work plan", "en")}
    assert zt.lead in zt.Role.instances()
    assert zt.partOf.inverse_property is zt.hasPart


def test_what_the_documents_say_comes_along(world):
    zt = world.get_namespace(terms.NAMESPACE)
    plan = world[f"{BASE}doc/plan-a"]
    assert isinstance(plan, zt.Document)
    assert {task.path for task in zt.Task.instances()} >= {"1", "2"}
    share = next(node for node in zt.Responsibility.instances() if node.leadBasis is zt.explicit)
    assert share.role is zt.lead
    assert share.position == 1


def test_values_have_python_types(world):
    zt = world.get_namespace(terms.NAMESPACE)
    target = next(node for node in zt.Target.instances() if node.year)
    assert 2000 < target.year < 2100
    assert isinstance(target.value, float | Decimal | int)
    assert any(isinstance(date, datetime.date) for work in zt.Work.instances() for date in work.issued)


def test_a_name_that_others_have_too_is_ours(world):
    """dcterms:source and oa:exact are there as well, under names of their own."""
    zt = world.get_namespace(terms.NAMESPACE)
    span = next(iter(zt.TextSpan.instances()))
    assert isinstance(span.source, zt.Document)
    assert isinstance(span.exact, str)
    assert world["http://www.w3.org/ns/oa#exact"].python_name == "oa_exact"


def test_the_registry_comes_when_asked():
    world = load(registry=True)
    zt = world.get_namespace(terms.NAMESPACE)
    wuhan = world[f"{BASE}place/420100"]
    assert isinstance(wuhan, zt.City)
    assert wuhan.code == "420100"
    geometry = world["http://www.opengis.net/ont/geosparql#asWKT"]
    assert [str(point)[:6] for point in geometry[wuhan]] == ["POINT("]
    assert world[f"{BASE}place/420000"] in world["http://www.opengis.net/ont/geosparql#sfWithin"][wuhan]


def test_each_world_is_its_own():
    one, two = load(), load()
    one.get_namespace(terms.NAMESPACE).Task.label = ["changed"]
    assert labels(two.get_namespace(terms.NAMESPACE).Task) == {("任务", "zh"), ("task", "en")}
    assert URIRef(terms.Task) == ZT.Task
