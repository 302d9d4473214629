"""The GraphML network, read back by networkx: who answers for which task."""

from __future__ import annotations

import io

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, parse

from tests.export.test_roundtrip import exported

TURTLE = """
@prefix zt: <https://w3id.org/zhengtu/ns#> . @prefix dcterms: <http://purl.org/dc/terms/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sssom: <https://w3id.org/sssom/> .
GRAPH <https://w3id.org/zhengtu/graph/doc/a> {
  <https://e/task/1> a zt:Task ; dcterms:title "铁路" ; zt:partOf <https://e/work> .
  <https://e/work> a zt:Plan ; dcterms:title "方案" .
  <https://e/r/1> a zt:Responsibility ; zt:task <https://e/task/1> ; zt:unit <https://e/agency/a> ; zt:role zt:responsible ; zt:basis zt:explicit .
  <https://e/agency/a> a zt:CentralAgency ; skos:prefLabel "水利部" .
}
GRAPH <https://w3id.org/zhengtu/graph/inferred> {
  <https://e/agency/a> a zt:Agency . <https://e/r/1> zt:leadBasis zt:firstListed .
}
GRAPH <https://w3id.org/zhengtu/graph/alignment> {
  <https://e/x> a zt:Alignment ; sssom:subject_id <https://e/task/0> ; sssom:object_id <https://e/task/1> ; zt:relation zt:narrowed .
}
"""


@pytest.fixture
def network() -> nx.MultiDiGraph:
    return read(TURTLE)


def read(text: str) -> nx.MultiDiGraph:
    content = exported(parse(text, format=RdfFormat.TRIG), "graphml")
    return nx.read_graphml(io.BytesIO(content), force_multigraph=True)


def test_a_responsibility_is_an_edge_from_unit_to_task(network: nx.MultiDiGraph) -> None:
    edge = network.get_edge_data("https://e/agency/a", "https://e/task/1")[0]
    assert edge == {"kind": "responsibility", "role": "responsible", "basis": "explicit", "lead": "firstListed"}


def test_nodes_have_names_and_the_class_the_texts_give(network: nx.MultiDiGraph) -> None:
    assert network.nodes["https://e/agency/a"] == {"label": "水利部", "kind": "CentralAgency"}
    assert network.nodes["https://e/task/1"] == {"label": "铁路", "kind": "Task"}


def test_parts_and_divided_tasks_are_linked(network: nx.MultiDiGraph) -> None:
    assert network.get_edge_data("https://e/task/1", "https://e/work")[0]["kind"] == "part of"
    divided = network.get_edge_data("https://e/task/0", "https://e/task/1")[0]
    assert (divided["kind"], divided["role"]) == ("divided into", "narrowed")


def test_only_ends_of_edges_are_nodes(network: nx.MultiDiGraph) -> None:
    assert set(network) == {"https://e/agency/a", "https://e/task/0", "https://e/task/1", "https://e/work"}


def test_an_end_of_which_nothing_is_known_goes_by_its_iri(network: nx.MultiDiGraph) -> None:
    assert network.nodes["https://e/task/0"] == {"label": "https://e/task/0"}


def test_sentences_that_divide_sentences_are_left_out() -> None:
    more = """
      GRAPH <https://w3id.org/zhengtu/graph/doc/a> { <https://e/measure> a zt:Measure . }
      GRAPH <https://w3id.org/zhengtu/graph/alignment> {
        <https://e/y> a zt:Alignment ; sssom:subject_id <https://e/measure> ; sssom:object_id <https://e/measure/2> ; zt:relation zt:same .
      }"""
    assert "https://e/measure" not in read(TURTLE + more)


def test_a_chinese_name_goes_before_an_english_one_and_markup_is_text() -> None:
    more = """GRAPH <https://w3id.org/zhengtu/graph/registry> {
      <https://e/work> skos:prefLabel "A plan"@en , "甲<b>&\u0007方案"@zh .
    }"""
    assert read(TURTLE + more).nodes["https://e/work"]["label"] == "甲<b>&\ufffd方案"


def test_the_same_quads_give_the_same_bytes() -> None:
    quads = list(parse(TURTLE, format=RdfFormat.TRIG))
    assert exported(quads, "graphml") == exported(list(reversed(quads)), "graphml")
