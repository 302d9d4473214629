"""A document's text as elements: headings, paragraphs and cells, every passage an element with its address and its kind."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from loaders.model import Block
from zhengtu.site.nest import Piece, Token, cut, tokens
from zhengtu.site.said import Span
from zhengtu.site.text import Reading


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the outline: ``level`` 1 is the outermost; ``page`` the IRI of the task it heads, empty for a section."""

    span: Span
    level: int
    title: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text that stands on its own; ``kind`` is ``p``, ``h`` (a heading the outline has not) or ``cell``."""

    begin: int
    end: int
    block: Block
    heading: Heading | None = None
    tokens: Sequence[Token] = ()

    @property
    def kind(self) -> str:
        """How to set it: ``heading`` where the outline has it."""
        return "heading" if self.heading else self.block.kind


@dataclass(frozen=True, slots=True)
class Composed:
    """The lines in order, and the passages that no line shows."""

    lines: Sequence[Line]
    lost: Sequence[Span] = field(default=())


def compose(reading: Reading, spans: Iterable[Span], headings: Iterable[Heading]) -> Composed:
    """The text with all passages in it."""
    lines = list(_lines(reading, _placed(reading, headings)))
    starts = [line.begin for line in lines]
    bounds = [*starts, *(line.end for line in lines)]
    found: dict[int, list[Piece]] = {}
    lost: list[Span] = []
    for span in spans:
        runs = reading.locate(span)
        if not runs:
            lost.append(span)
        for i, (begin, end) in enumerate(runs):
            whole = Piece(begin, end, span.id, i == 0, i == len(runs) - 1)
            for piece in cut(whole, bounds):
                found.setdefault(bisect_right(starts, piece.begin) - 1, []).append(piece)
    return Composed([_filled(reading, line, found.get(i, [])) for i, line in enumerate(lines)], lost)


def _placed(reading: Reading, headings: Iterable[Heading]) -> Mapping[int, tuple[int, Heading]]:
    """Where each heading begins in the text: its end there, and the heading."""
    found = ((reading.locate(heading.span), heading) for heading in headings)
    return {runs[0][0]: (runs[0][1], heading) for runs, heading in found if runs}


def _lines(reading: Reading, headings: Mapping[int, tuple[int, Heading]]) -> Iterator[Line]:
    """The paragraphs, each cut where a heading begins and where it ends."""
    begins = sorted(headings)
    for block in reading.blocks:
        at = block.begin
        for place in begins[bisect_right(begins, at - 1) : bisect_right(begins, block.end - 1)]:
            stop, heading = headings[place]
            if at < place:
                yield Line(at, place, block)
            at = max(at, min(stop, block.end))
            yield Line(place, at, block, heading)
        if at < block.end:
            yield Line(at, block.end, block)


def _filled(reading: Reading, line: Line, pieces: list[Piece]) -> Line:
    inside = [piece for piece in pieces if piece.end <= line.end]
    return Line(line.begin, line.end, line.block, line.heading, list(tokens(reading.text, line.begin, line.end, inside)))


def groups(lines: Iterable[Line]) -> Iterator[list[list[Line]]]:
    """The lines in groups: a table is one group of its rows, any other line a group with one row of one line."""
    table: list[list[Line]] = []
    key = (-1, -1)
    for line in lines:
        here = (line.block.table, line.block.row)
        if table and here[0] != key[0]:
            yield table
            table = []
        if here[0] < 0:
            yield [[line]]
        elif table and here == key:
            table[-1].append(line)
        else:
            table.append([line])
        key = here
    if table:
        yield table
