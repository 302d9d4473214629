"""The store that tests ask: the hand-written model beside the real ontology."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat

from zhengtu.graphs import BASE
from zhengtu.store import OxigraphWriter, memory_store

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "tests" / "fixtures" / "model.trig"
ONTOLOGY = ROOT / "ontology" / "zhengtu.ttl"


def model_store() -> OxigraphWriter:
    store = memory_store()
    store.raw.load(path=str(MODEL), format=RdfFormat.TRIG)
    store.raw.load(path=str(ONTOLOGY), format=RdfFormat.TURTLE, to_graph=NamedNode(f"{BASE}graph/ontology"))
    return store
