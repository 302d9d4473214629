"""The stores that tests ask: the hand-written model beside the real ontology, and the shipped corpus."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat

from zhengtu.cli.main import main
from zhengtu.graphs import BASE
from zhengtu.store import OxigraphWriter, memory_store

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "tests" / "fixtures" / "model.trig"
ONTOLOGY = ROOT / "ontology" / "zhengtu.ttl"
CORPUS = Path(__file__).parent / "corpus"
CORPUS_ARGUMENTS: dict[str, dict[str, str]] = tomllib.loads((CORPUS / "arguments.toml").read_text("utf-8"))


def model_store() -> OxigraphWriter:
    store = memory_store()
    store.raw.load(path=str(MODEL), format=RdfFormat.TRIG)
    store.raw.load(path=str(ONTOLOGY), format=RdfFormat.TURTLE, to_graph=NamedNode(f"{BASE}graph/ontology"))
    return store


def build_corpus(folder: Path) -> str:
    """Build the shipped corpus into a store below ``folder``; the store's place."""
    place = str(folder / "store")
    assert main(["build", str(ROOT / "corpus"), "--store", place, "--jobs", "1", "--quiet"]) == 0
    return place
