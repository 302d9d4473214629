"""Turtle and TriG, written batch by batch; the prefixes stand once, sorted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from zhengtu.export.statements import batches

Statement = TypeVar("Statement", Quad, Triple)
_BATCH = 20_000


def turtle(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[bytes]:
    """Turtle of the triples; ``quads`` sorted by subject."""
    return _pieces((quad.triple for quad in quads), RdfFormat.TURTLE, prefixes)


def trig(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[bytes]:
    """TriG of the quads, sorted by graph; the block of a large graph is closed and opened again on the way."""
    return _pieces(quads, RdfFormat.TRIG, prefixes)


def _pieces(items: Iterable[Statement], form: RdfFormat, prefixes: Mapping[str, str]) -> Iterator[bytes]:
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(prefixes.items())).encode()
    yield head
    for batch in batches(items, _BATCH):
        # pyoxigraph writes the same prefix lines before each batch, in an order of its own
        yield (serialize(batch, format=form, prefixes=dict(prefixes)) or b"")[len(head) :]
