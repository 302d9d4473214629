"""A dataset in canonical order with canonical blank node labels (RDFC-1.0), however large it is.

In memory stand one run of the sort and the statements with a blank node, which only the ontology has (docs/model.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import islice
from typing import TypeVar

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, DefaultGraph, NamedNode, Quad, RdfFormat, parse, serialize

from zhengtu.export.sorting import Sorted

_BATCH = 5000
Item = TypeVar("Item")


class Order(Enum):
    """By the canonical N-Quads line; by graph, then line; or the union of the graphs, each triple once, by its line."""

    LINE = "line"
    GRAPH = "graph"
    UNION = "union"


def arranged(quads: Iterable[Quad], order: Order) -> Sorted:
    """The statements in ``order``, for :func:`lines` or :func:`statements`; to be closed (a context manager).

    RDFC-1.0 labels depend on nothing but the quads that name blank nodes, so only those go through the algorithm.
    """
    blank = Dataset()
    found = Sorted()
    for batch in batches(quads, _BATCH):
        plain = []
        for quad in batch:
            if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
                blank.add(quad)
            else:
                plain.append(quad)
        _add(found, plain, order)
    blank.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    _add(found, list(blank), order)
    return found


def lines(found: Sorted, order: Order) -> Iterator[bytes]:
    """The N-Quads lines (of ``Order.UNION``: N-Triples) with their line feed."""
    skip = order is Order.GRAPH
    for line in found:
        yield (line[line.index(b" ") + 1 :] if skip else line) + b"\n"


def statements(found: Sorted, order: Order) -> Iterator[Quad]:
    """The quads; of ``Order.UNION`` in the default graph."""
    for batch in batches(lines(found, order), _BATCH):
        yield from parse(b"".join(batch), format=RdfFormat.N_QUADS)


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of up to ``size``."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def is_inferred(quad: Quad) -> bool:
    """Whether rules derived the statement."""
    return isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.endswith("graph/inferred")


def _add(found: Sorted, quads: list[Quad], order: Order) -> None:
    if order is Order.UNION:
        quads = [Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in quads]
    written = (serialize(quads, format=RdfFormat.N_QUADS) or b"").split(b"\n")[:-1]  # line feeds in literals are escaped
    for quad, line in zip(quads, written, strict=True):
        found.add(str(quad.graph_name).encode() + b" " + line if order is Order.GRAPH else line)
