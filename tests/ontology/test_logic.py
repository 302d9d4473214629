"""HermiT asked about what a store says: the fixture graph is consistent, a task that is an agency is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from zhengtu.ontology.logic import check_store
from zhengtu.store.memory import OxigraphWriter, memory_store

MODEL = Path(__file__).resolve().parents[1] / "fixtures" / "model.trig"
ZT = "https://w3id.org/zhengtu/ns#"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
GRAPH = NamedNode("https://w3id.org/zhengtu/graph/doc/x")


@pytest.fixture
def store() -> OxigraphWriter:
    memory = memory_store()
    memory.add(parse(MODEL.read_bytes(), format=RdfFormat.TRIG))
    return memory


def test_the_fixture_is_consistent(store: OxigraphWriter) -> None:
    result = check_store(store)
    assert result.consistent
    assert result.unsatisfiable == []


def test_a_task_that_is_an_agency_is_a_contradiction(store: OxigraphWriter) -> None:
    node = NamedNode("https://e/x")
    store.add([Quad(node, TYPE, NamedNode(ZT + name), GRAPH) for name in ("Task", "Agency")])
    assert not check_store(store).consistent
