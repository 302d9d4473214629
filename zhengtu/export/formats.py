"""The formats that are one file: the order in which each takes the statements, and its writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Quad

from zhengtu.export.context import Context
from zhengtu.export.framed import framed
from zhengtu.export.jsonld import pieces
from zhengtu.export.network import graphml, stated
from zhengtu.export.parquet import parquet
from zhengtu.export.prefixes import prefixes
from zhengtu.export.rdfxml import rdfxml
from zhengtu.export.sorting import Sorted
from zhengtu.export.statements import Order, lines, statements
from zhengtu.export.turtle import trig, turtle


@dataclass(frozen=True, slots=True)
class Format:
    """How a file is written: the order of the statements, the writer of the ordered statements (with the base IRI)."""

    order: Order
    write: Callable[[Sorted, str], Iterator[bytes]]
    packs: bool = True
    """Whether ``.gz`` and ``.zst`` make sense."""
    keep: Callable[[Iterable[Quad]], Iterable[Quad]] = iter
    """The statements that the format is about."""


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


def _framed(found: Sorted, base: str) -> Iterator[bytes]:
    for piece in framed(statements(found, Order.GRAPH), Context.load(prefixes(base))):
        yield piece.encode("utf-8")


def _parquet(found: Sorted, base: str) -> Iterator[bytes]:  # noqa: ARG001
    return parquet(statements(found, Order.GRAPH))


def _graphml(found: Sorted, base: str) -> Iterator[bytes]:  # noqa: ARG001
    return graphml(statements(found, Order.UNION))


FORMATS: dict[str, Format] = {
    "turtle": Format(Order.UNION, _turtle),
    "trig": Format(Order.GRAPH, _trig),
    "nquads": Format(Order.LINE, _nquads),
    "jsonld": Format(Order.GRAPH, _jsonld),
    "jsonld-framed": Format(Order.GRAPH, _framed),
    "rdfxml": Format(Order.UNION, _rdfxml),
    "graphml": Format(Order.UNION, _graphml, keep=stated),
    "parquet": Format(Order.GRAPH, _parquet, packs=False),
}
"""The formats that are one file."""
