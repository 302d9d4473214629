"""Pick the part of the dataset, put it in canonical order and write it in the format."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from zhengtu import graphs
from zhengtu.export.canonical import canonical_quads, line
from zhengtu.export.context import Context
from zhengtu.export.jsonld import pieces
from zhengtu.export.network import graphml
from zhengtu.export.prefixes import prefixes
from zhengtu.messages import say
from zhengtu.store import QueryStore


class ExportError(Exception):
    """The export cannot be done; ``str`` is one line for the user."""


def _turtle(quads: list[Quad], base: str) -> Iterator[bytes]:
    """The union of the graphs, each triple once."""
    union = {quad.triple: None for quad in quads}
    yield serialize(sorted(union, key=str), format=RdfFormat.TURTLE, prefixes=prefixes(base)) or b""


def _trig(quads: list[Quad], base: str) -> Iterator[bytes]:
    yield serialize(_by_graph(quads), format=RdfFormat.TRIG, prefixes=prefixes(base)) or b""


def _nquads(quads: list[Quad], base: str) -> Iterator[bytes]:  # noqa: ARG001 (one signature for all formats)
    """Canonical N-Quads: sorted lines, canonical labels (RDFC-1.0)."""
    yield from map(line, quads)


def _jsonld(quads: list[Quad], base: str) -> Iterator[bytes]:
    for piece in pieces(_by_graph(quads), Context.load(prefixes(base))):
        yield piece.encode("utf-8")


def _by_graph(quads: list[Quad]) -> list[Quad]:
    return sorted(quads, key=lambda quad: str(quad.graph_name))  # stable: canonical order within a graph


FORMATS: dict[str, Callable[[list[Quad], str], Iterator[bytes]]] = {
    "turtle": _turtle,
    "trig": _trig,
    "nquads": _nquads,
    "jsonld": _jsonld,
    "graphml": graphml,
}


def export(store: QueryStore, form: str, *, document: str | None = None) -> Iterator[bytes]:
    """The dataset, or the one document's graph, in one of ``FORMATS``, piece by piece.

    Turtle knows no graphs and gives their union.  Raises ``ExportError`` for a document or format that is not there,
    ``StoreError``.
    """
    if form not in FORMATS:
        raise ExportError(say("export.format", form=form, known=" ".join(FORMATS)))
    names = store.graphs()
    quads = canonical_quads(store.quads() if document is None else _document(store, names, document))
    return FORMATS[form](quads, graphs.base_of(names))


def _document(store: QueryStore, names: list[str], stem: str) -> Iterator[Quad]:
    for name in names:
        if graphs.stem_of(name) == stem:
            return (Quad(t.subject, t.predicate, t.object, NamedNode(name)) for t in store.graph(name))
    raise ExportError(say("build.no_document", stem=stem))
