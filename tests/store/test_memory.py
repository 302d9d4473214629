"""Quads are handed to the database in batches, each quad once, whatever the number."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from tests.store.conftest import BASE, node
from zhengtu.store import memory_store


@pytest.mark.parametrize("count", [0, 1, 3, 4, 6, 7])
def test_all_batches_arrive(monkeypatch, count) -> None:
    monkeypatch.setattr("zhengtu.store.memory._BATCH", 3)
    graph, title = NamedNode(f"{BASE}graph/doc/a"), NamedNode(f"{BASE}ns#title")
    quads = {Quad(node(f"task/{number}"), title, Literal(str(number)), graph) for number in range(count)}
    with memory_store() as store:
        store.add(iter(quads))
        assert set(store.raw) == quads
