"""Passages that overlap, as elements that nest: HTML cannot cross two of them, so the inner one is cut where it must be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal


@dataclass(frozen=True, slots=True)
class Token:
    """A step through a paragraph: ``open`` and ``close`` an element for the passage ``key``, or ``text``.

    ``first`` and ``last`` tell the pieces of a passage that was cut.
    """

    kind: Literal["open", "close", "text"]
    key: str = ""
    text: str = ""
    first: bool = True
    last: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters ``[begin, end)`` of the text that belong to the passage ``key``."""

    begin: int
    end: int
    key: str
    first: bool = True
    last: bool = True


def cut(piece: Piece, at: Iterable[int]) -> Iterator[Piece]:
    """The piece in parts, cut at the places that lie inside it."""
    bounds = [piece.begin, *(place for place in sorted(at) if piece.begin < place < piece.end), piece.end]
    for i, (begin, end) in enumerate(pairwise(bounds)):
        yield Piece(begin, end, piece.key, piece.first and i == 0, piece.last and i == len(bounds) - 2)


def tokens(text: str, begin: int, end: int, pieces: Iterable[Piece]) -> Iterator[Token]:
    """The text ``[begin, end)`` with the pieces in it (all inside) as elements, longer ones outside.

    Taking the elements away leaves the text as it is; every element that is opened is closed, the last one first.
    """
    opened: list[Piece] = []
    at = begin
    for piece in _nested(sorted(pieces, key=lambda p: (p.begin, -p.end, p.key))):
        while opened and opened[-1].end <= piece.begin:
            yield from _said(text, at, opened[-1].end)
            at = opened[-1].end
            yield _mark("close", opened.pop())
        yield from _said(text, at, piece.begin)
        at = piece.begin
        opened.append(piece)
        yield _mark("open", piece)
    while opened:
        yield from _said(text, at, opened[-1].end)
        at = opened[-1].end
        yield _mark("close", opened.pop())
    yield from _said(text, at, end)


def _mark(kind: Literal["open", "close"], piece: Piece) -> Token:
    return Token(kind, piece.key, "", piece.first, piece.last)


def _said(text: str, begin: int, end: int) -> Iterator[Token]:
    if begin < end:
        yield Token("text", text=text[begin:end])


def _nested(pieces: list[Piece]) -> list[Piece]:
    """The pieces, sorted, each cut where one that began before it and does not hold it ends."""
    out: list[Piece] = []
    queue = pieces[::-1]
    opened: list[Piece] = []
    while queue:
        piece = queue.pop()
        while opened and opened[-1].end <= piece.begin:
            opened.pop()
        crossing = min((outer.end for outer in opened if outer.end < piece.end), default=0)
        if crossing:
            left, right = cut(piece, [crossing])
            _put(queue, right)
            piece = left
        out.append(piece)
        opened.append(piece)
    return out


def _put(queue: list[Piece], piece: Piece) -> None:
    """Put a piece back where it belongs (the queue's end comes first)."""
    place = len(queue)
    while place and (queue[place - 1].begin, -queue[place - 1].end, queue[place - 1].key) < (
        piece.begin,
        -piece.end,
        piece.key,
    ):
        place -= 1
    queue.insert(place, piece)
