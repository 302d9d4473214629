"""Gather what the store says of one node."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from zhengtu import graphs, sparql
from zhengtu.export.prefixes import VOCABULARIES
from zhengtu.store import QueryStore
from zhengtu.store.protocol import Cell


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement: property and value by IRI or text, with their names where they have one."""

    property: str
    property_name: str
    value: str
    value_name: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a source, ``[begin, end)`` in its decoded text; ``words`` as they should read."""

    document: str
    begin: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Another node that points here, and the words that say so, where there are any."""

    property: str
    property_name: str
    subject: str
    name: str
    inferred: bool
    sentence: Sentence | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All of it, in a fixed order."""

    iri: str
    facts: tuple[Fact, ...]
    sentences: tuple[Sentence, ...]
    references: tuple[Reference, ...]


def find(store: QueryStore, text: str) -> list[str]:
    """IRIs of the nodes that ``text`` means: an IRI, one below the base (``doc/…``), a prefixed name, or a name they bear."""
    names = [Literal(text), Literal(text, language="zh"), Literal(text, language="en")]
    for iri in _as_iris(store, text):
        if store.ask(sparql.text(__file__, "known.rq"), {"node": iri}):
            return [iri.value]
    found = {cell.value for name in names for (cell,) in store.select(_text("find"), {"name": name}) if cell is not None}
    return sorted(found)


def _as_iris(store: QueryStore, text: str) -> Iterator[NamedNode]:
    prefix, colon, local = text.partition(":")
    known = VOCABULARIES.get(prefix, "") if colon else ""
    base = graphs.base_of(store.graphs())
    for candidate in (text,) if "://" in text else (known + local,) if known else (base + text,):
        try:
            yield NamedNode(candidate)
        except ValueError:
            return


def explain(store: QueryStore, iri: str) -> Explanation:
    """What the store says of the node.  Raises ``StoreError``."""
    node = {"node": NamedNode(iri)}
    facts = {
        (row[1], row[3]): Fact(row[1], row[2], row[3], row[4], _is_inferred(row[0]))
        for row in reversed(list(_rows(store, "facts", node)))
    }
    references = {
        (row[1], row[3]): Reference(row[1], row[2], row[3], row[4], _is_inferred(row[0]), _sentence(row[5:]))
        for row in reversed(list(_rows(store, "references", node)))
    }
    sentences = (_sentence([*row[:3], row[4] or row[3]]) for row in _rows(store, "evidence", node))
    return Explanation(
        iri,
        tuple(reversed(facts.values())),
        tuple(sentence for sentence in sentences if sentence),
        tuple(reversed(references.values())),
    )


def _rows(store: QueryStore, name: str, node: dict[str, NamedNode]) -> Iterator[list[str]]:
    for row in store.select(_text(name), node):
        yield [_plain(cell) for cell in row]


def _text(name: str) -> str:
    return sparql.text(__file__, f"{name}.rq")


def _plain(cell: Cell) -> str:
    return "" if cell is None else cell.value


def _is_inferred(graph: str) -> bool:
    return graph.endswith("/graph/inferred")


def _sentence(cells: list[str]) -> Sentence | None:
    document, begin, end, words = cells
    return Sentence(document, int(begin), int(end), words) if document else None
