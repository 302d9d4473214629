"""What is in a store: documents, graphs, counts, versions."""

from __future__ import annotations

from dataclasses import dataclass

from zhengtu import sparql
from zhengtu.graphs import ZT
from zhengtu.store import QueryStore
from zhengtu.store.protocol import Cell


@dataclass(frozen=True, slots=True)
class Kind:
    """A class, its labels and how many nodes of it the documents hold."""

    name: str
    zh: str
    en: str
    nodes: int


@dataclass(frozen=True, slots=True)
class Status:
    """``documents``: stem → title; ``graphs``: IRI → triples; ``unregistered``: agencies the registry does not know."""

    version: str
    documents: dict[str, str]
    graphs: dict[str, int]
    kinds: tuple[Kind, ...]
    unregistered: tuple[str, ...]


def read(store: QueryStore) -> Status:
    """The state of the store.  Raises ``StoreError``."""
    return Status(
        version=next((row[0] for row in _table(store, "version")), ""),
        documents={row[0]: row[1] for row in _table(store, "documents")},
        graphs={row[0]: int(row[1]) for row in _table(store, "graphs")},
        kinds=kinds(store),
        unregistered=tuple(row[1] for row in _table(store, "unregistered")),
    )


def kinds(store: QueryStore) -> tuple[Kind, ...]:
    """How many nodes of each class, by class name.  Raises ``StoreError``."""
    rows = ((iri.removeprefix(ZT), zh, en, int(count)) for iri, zh, en, count in _table(store, "kinds"))
    return tuple(Kind(name, zh or name, en or name, count) for name, zh, en, count in rows)


def _table(store: QueryStore, name: str) -> list[list[str]]:
    return [[_plain(cell) for cell in row] for row in store.select(sparql.text(__file__, f"{name}.rq"))]


def _plain(cell: Cell) -> str:
    return "" if cell is None else cell.value
