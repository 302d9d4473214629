"""Spoil the good graph in one place: the one expected finding appears, and no other."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tests.queries.support import model_store
from zhengtu import validate
from zhengtu.graphs import BASE
from zhengtu.validate.rules import audits, core

BAD = tomllib.loads((Path(__file__).parent / "bad.toml").read_text("utf-8"))
PROLOGUE = f"""
BASE <{BASE}>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX geo: <http://www.opengis.net/ont/geosparql#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX sssom: <https://w3id.org/sssom/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX zt: <{BASE}ns#>
"""


def updates(case):
    node = f"<{case.get('node')}>"
    for name in case.get("drop", []):
        yield f"DELETE WHERE {{ GRAPH ?g {{ {node} {name} ?o }} }}"
    if "set" in case:
        name, value = case["set"]
        old, new = f"GRAPH ?g {{ {node} {name} ?o }}", f"GRAPH ?g {{ {node} {name} {value} }}"
        yield f"DELETE {{ {old} }} INSERT {{ {new} }} WHERE {{ {old} }}"
    if "add" in case:
        name, value = case["add"]
        there = f"GRAPH ?g {{ {node} zt:evidence|skos:prefLabel ?o }}"
        yield f"INSERT {{ GRAPH ?g {{ {node} {name} {value} }} }} WHERE {{ {there} }}"
    if "update" in case:
        yield case["update"]


def found(store):
    return Counter((f.rule.local, f.focus) for f in validate.run(store).findings)


@pytest.fixture(scope="module")
def good(model):
    return found(model)


def test_every_rule_has_a_bad_case():
    assert set(BAD) == {rule.local for rule in [*core().values(), *audits().values()]}


def test_the_good_graph_has_no_finding_of_a_core_shape(good):
    names = {rule.local for rule in core().values()}
    assert not [name for name, _ in good if name in names]


@pytest.mark.parametrize("name", BAD)
def test_one_fault_one_finding(name, good):
    case = BAD[name]
    store = model_store()
    before = len(store.raw)
    for update in updates(case):
        store.update(PROLOGUE + update)
    assert "set" in case or len(store.raw) != before
    spoilt = found(store)
    appeared = Counter(rule for rule, _ in (spoilt - good).elements())
    vanished = Counter(rule for rule, _ in (good - spoilt).elements())
    assert appeared == Counter({name: case.get("times", 1)}) + Counter(case.get("also", []))
    assert vanished == Counter(case.get("gone", []))
