"""Gather what the store says of one node."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from pyoxigraph import BlankNode, Literal, NamedNode

from zhengtu import graphs, reason, sparql
from zhengtu.export.prefixes import VOCABULARIES
from zhengtu.sentences import Sentence
from zhengtu.store import QueryStore
from zhengtu.store.protocol import Cell, Row


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement: property and value by IRI or text, with their names where they have one."""

    property: str
    property_name: str
    value: str
    value_name: str
    inferred: bool
    statement: reason.Fact


@dataclass(frozen=True, slots=True)
class Reference:
    """Another node that points here, and the words that say so, where there are any."""

    property: str
    property_name: str
    subject: str
    name: str
    inferred: bool
    sentence: Sentence | None
    statement: reason.Fact


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """All of it, in a fixed order."""

    iri: str
    facts: tuple[Fact, ...]
    sentences: tuple[Sentence, ...]
    references: tuple[Reference, ...]

    def __repr__(self) -> str:
        counts = f"{len(self.facts)} facts, {len(self.sentences)} sentences, {len(self.references)} references"
        return f"<Explanation of {self.iri}: {counts}>"

    def _repr_html_(self) -> str:
        """For notebooks: what is stated of the node, and the sentences that say so."""
        stated = [(f.property_name or f.property, f.value_name or f.value) for f in self.facts if not f.inferred]
        said = [(f"{s.document} {s.begin}–{s.end}", s.words) for s in self.sentences]
        rows = "".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in [*stated, *said])
        return f"<table><caption>{escape(self.iri)}</caption><tbody>{rows}</tbody></table>"


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
    told = [_fact(node["node"], row) for row in _rows(store, "facts", node)]
    facts = {fact.statement: fact for fact in reversed(told)}
    pointing = [_reference(node["node"], row) for row in _rows(store, "references", node)]
    references = {reference.statement: reference for reference in reversed(pointing)}
    evidence = (_plain(row) for row in _rows(store, "evidence", node))
    sentences = (sentence_of([*row[:3], row[4] or row[3]]) for row in evidence)
    return Explanation(
        iri,
        tuple(reversed(facts.values())),
        tuple(sentence for sentence in sentences if sentence),
        tuple(reversed(references.values())),
    )


def _fact(node: NamedNode, cells: Row) -> Fact:
    graph, one, name, value, value_name = _plain(cells)
    return Fact(one, name, value, value_name, _is_inferred(graph), _statement(node, cells[1], cells[3]))


def _reference(node: NamedNode, cells: Row) -> Reference:
    graph, one, name, subject, subject_name, *words = _plain(cells)
    statement = _statement(cells[3], cells[1], node)
    return Reference(one, name, subject, subject_name, _is_inferred(graph), sentence_of(words), statement)


def _statement(subject: Cell, one: Cell, value: Cell) -> reason.Fact:
    """The cells as a statement.  Raises ``TypeError`` where they are none."""
    if not isinstance(subject, NamedNode | BlankNode) or not isinstance(one, NamedNode) or value is None:
        raise TypeError(subject, one, value)
    return subject, one, value


def _rows(store: QueryStore, name: str, node: dict[str, NamedNode]) -> Iterator[Row]:
    return iter(store.select(_text(name), node))


def _text(name: str) -> str:
    return sparql.text(__file__, f"{name}.rq")


def _plain(cells: Row) -> list[str]:
    return ["" if cell is None else cell.value for cell in cells]


def _is_inferred(graph: str) -> bool:
    return graph.endswith("/graph/inferred")


def sentence_of(cells: list[str]) -> Sentence | None:
    """Document, begin, end and words as a sentence; ``None`` where they are empty."""
    document, begin, end, words = cells
    return Sentence(document, int(begin), int(end), words) if document else None
