"""The GraphML network, read back by networkx: who answers for which task."""

from __future__ import annotations

import io

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, Store, parse

from zhengtu.export.network import graphml

BASE = "https://w3id.org/zhengtu/"
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
    quads = list(parse(TURTLE, format=RdfFormat.TRIG))
    text = b"".join(graphml(quads, BASE))
    return nx.read_graphml(io.BytesIO(text), force_multigraph=True)


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


def test_the_same_quads_give_the_same_bytes() -> None:
    quads = list(parse(TURTLE, format=RdfFormat.TRIG))
    store = Store()
    store.extend(quads)
    assert b"".join(graphml(quads, BASE)) == b"".join(graphml(list(store), BASE))
