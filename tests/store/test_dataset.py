"""A query that names its graphs is asked of these, not of the union of all (an endpoint decides that for itself)."""

from __future__ import annotations

from tests.store.conftest import BASE, QUADS, node
from zhengtu.store import EmbeddedStore, QueryStore, memory_store, new_generation

IN_B = f"SELECT ?s FROM <{BASE}graph/doc/b> WHERE {{ ?s <{BASE}ns#title> ?title }}"


def told(store: QueryStore) -> list[object]:
    return [row[0] for row in store.select(IN_B)]


def test_in_memory() -> None:
    store = memory_store()
    store.add(QUADS)
    with store:
        assert told(store) == [node("task/3")]


def test_on_disk(tmp_path) -> None:
    with new_generation(tmp_path / "store") as writer:
        writer.add(QUADS)
    with EmbeddedStore(tmp_path / "store") as store:
        assert told(store) == [node("task/3")]
