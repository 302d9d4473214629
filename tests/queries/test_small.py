"""Questions whose answer neither the model nor the corpus has, on a few statements written for them."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat

from tests.queries.support import model_store
from zhengtu.query import run

STATEMENTS = """
@prefix d: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix zt: <https://w3id.org/zhengtu/ns#> .
@prefix zs: <https://w3id.org/zhengtu/shapes#> .
@prefix : <https://w3id.org/zhengtu/> .
GRAPH <urn:doc> {
  :w a zt:Document ; d:identifier "notice-x" .
  :w2 zt:path "2.1" .
  :s zt:begin 40 ; zt:end 46 ; zt:exact "有关部门负责" .
  :agency-new a zt:LocalAgency ; zt:unregistered true ; rdfs:label "省低空办"@zh ; zt:inDocument :w .
  :zone-new a zt:Zone ; zt:unregistered true ; rdfs:label "临港示范区"@zh ; zt:inDocument :w .
}
GRAPH <urn:validation> {
  :r1 a sh:ValidationResult ; d:identifier "small-1" ; d:source "notice-x" ; sh:focusNode :w2 ; sh:sourceShape zs:TaskUnit ;
    sh:resultSeverity sh:Warning ; sh:resultMessage "没有责任单位"@zh , "no unit"@en ; zt:evidence :s .
  :r2 a sh:ValidationResult ; d:identifier "small-2" ; sh:focusNode :w ; sh:sourceShape zs:PlanDate ;
    sh:resultSeverity sh:Violation ; sh:resultMessage "没有成文日期"@zh , "no date"@en .
}
"""


@pytest.fixture(scope="module")
def store():
    store = model_store()
    store.raw.load(STATEMENTS.encode(), format=RdfFormat.TRIG)
    return store


def test_a_finding_is_told_with_its_place_and_words(store):
    columns = ("document", "item", "severity", "rule", "message", "begin", "end", "exact", "key")
    assert [tuple(row[c] for c in columns) for row in run(store, "findings") if row["key"] in ("small-1", "small-2")] == [
        ("", "", "violation", "PlanDate", "没有成文日期", "", "", "", "small-2"),
        ("notice-x", "2.1", "warning", "TaskUnit", "没有责任单位", "40", "46", "有关部门负责", "small-1"),
    ]


def test_an_unknown_zone_is_no_unknown_agency(store):
    found = [row["agency"] for row in run(store, "agencies-unknown", {"document": "notice-x"})]
    assert found == ["省低空办"]
