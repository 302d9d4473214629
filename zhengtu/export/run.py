"""Pick the part of the dataset, put it in canonical order and write it in the format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from pyoxigraph import NamedNode, Quad

from zhengtu import graphs
from zhengtu.export.context import Context
from zhengtu.export.errors import ExportError
from zhengtu.export.jsonld import pieces
from zhengtu.export.network import graphml
from zhengtu.export.parquet import parquet
from zhengtu.export.prefixes import prefixes
from zhengtu.export.rdfxml import rdfxml
from zhengtu.export.sorting import Sorted
from zhengtu.export.statements import Order, arranged, lines, statements
from zhengtu.export.turtle import trig, turtle
from zhengtu.messages import say
from zhengtu.store import QueryStore


@dataclass(frozen=True, slots=True)
class Format:
    """How a file is written: the order of the statements, the writer of the ordered statements (with the base IRI)."""

    order: Order
    write: Callable[[Sorted, str], Iterator[bytes]]
    packs: bool = True
    """Whether ``.gz`` and ``.zst`` make sense."""


def _turtle(found: Sorted, base: str) -> Iterator[bytes]:
    return turtle(statements(found, Order.UNION), prefixes(base))


def _trig(found: Sorted, base: str) -> Iterator[bytes]:
    return trig(statements(found, Order.GRAPH), prefixes(base))


def _nquads(found: Sorted, base: str) -> Iterator[bytes]:  # noqa: ARG001 (one signature for all formats)
    """Canonical N-Quads: sorted lines, canonical labels (RDFC-1.0)."""
    return lines(found, Order.LINE)


def _rdfxml(found: Sorted, base: str) -> Iterator[bytes]:
    return rdfxml(statements(found, Order.UNION), prefixes(base))


def _jsonld(found: Sorted, base: str) -> Iterator[bytes]:
    for piece in pieces(statements(found, Order.GRAPH), Context.load(prefixes(base))):
        yield piece.encode("utf-8")


def _parquet(found: Sorted, base: str) -> Iterator[bytes]:  # noqa: ARG001
    return parquet(statements(found, Order.GRAPH))


def _graphml(found: Sorted, base: str) -> Iterator[bytes]:
    return graphml(list(statements(found, Order.LINE)), base)


FORMATS: dict[str, Format] = {
    "turtle": Format(Order.UNION, _turtle),
    "trig": Format(Order.GRAPH, _trig),
    "nquads": Format(Order.LINE, _nquads),
    "jsonld": Format(Order.GRAPH, _jsonld),
    "rdfxml": Format(Order.UNION, _rdfxml),
    "graphml": Format(Order.LINE, _graphml),
    "parquet": Format(Order.GRAPH, _parquet, packs=False),
}
"""The formats that are one file."""


def export(store: QueryStore, form: str, *, document: str | None = None) -> Iterator[bytes]:
    """The dataset, or the one document's graph, in one of ``FORMATS``, piece by piece.

    Turtle and RDF/XML know no graphs and give their union.  Raises ``ExportError`` for a document or format that is not there,
    and, on the way, for what the format cannot hold; ``StoreError``; ``OSError`` where temporary files cannot be written.
    """
    check(form, FORMATS)
    names = store.graphs()
    quads = store.quads() if document is None else _document(store, names, document)
    return _export(quads, FORMATS[form], graphs.base_of(names))


def check(form: str, known: dict[str, Format]) -> None:
    """Refuse an unknown format, with the nearest names.  Raises ``ExportError``."""
    if form not in known:
        near = get_close_matches(form, known, 3, 0.5) or list(known)
        raise ExportError(say("export.format", form=form, known=" ".join(near)))


def _export(quads: Iterator[Quad], form: Format, base: str) -> Iterator[bytes]:
    with arranged(quads, form.order) as found:
        yield from form.write(found, base)


def _document(store: QueryStore, names: list[str], stem: str) -> Iterator[Quad]:
    for name in names:
        if graphs.stem_of(name) == stem:
            return (Quad(t.subject, t.predicate, t.object, NamedNode(name)) for t in store.graph(name))
    raise ExportError(say("build.no_document", stem=stem))
