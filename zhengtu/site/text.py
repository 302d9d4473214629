"""The text of a document as a person reads it, and where in it the characters of the source stand.

Where the source file is at hand, unchanged, it is read and cleaned as the loaders do.  Where it is not, the graph still holds
the passages that its statements rest on: these are put in order, and the reader is told that what stood between is not kept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from loaders.clean import clean
from loaders.errors import LoadError
from loaders.model import Block, CleanText
from loaders.read import read
from zhengtu.site.said import Span


class Reading(Protocol):
    """A text to read: its paragraphs, and the parts of it that a passage of the source stands in."""

    @property
    def text(self) -> str:
        """The text, paragraphs joined by a line end."""
        ...

    @property
    def blocks(self) -> Sequence[Block]:
        """Its paragraphs, headings and cells."""
        ...

    @property
    def whole(self) -> bool:
        """Whether it is all of the text, restored; else the passages that are kept, as printed."""
        ...

    def locate(self, span: Span) -> list[tuple[int, int]]:
        """The ranges ``[begin, end)`` of ``text`` that hold the characters of the passage, in reading order."""
        ...


@dataclass(frozen=True, slots=True)
class _Full:
    """The cleaned source.  ``order`` are the characters' places in ``text`` by where they begin in the source."""

    clean: CleanText
    order: list[int]
    starts: list[int]
    whole: bool = True

    @property
    def text(self) -> str:
        return self.clean.text

    @property
    def blocks(self) -> Sequence[Block]:
        return self.clean.blocks

    def locate(self, span: Span) -> list[tuple[int, int]]:
        low, high = bisect_left(self.starts, span.begin), bisect_left(self.starts, span.end)
        ends = self.clean.ends
        return list(_runs(sorted(i for i in self.order[low:high] if ends[i] <= span.end and self.text[i] != "\n")))


@dataclass(frozen=True, slots=True)
class _Kept:
    """The passages that the graph holds; ``places`` says where each of their parts was found."""

    text: str
    blocks: Sequence[Block]
    places: dict[Span, tuple[int, int]]
    whole: bool = False

    def locate(self, span: Span) -> list[tuple[int, int]]:
        return [self.places[span]] if span in self.places else []


def reading(folders: Iterable[Path], file: str, sha256: str, spans: Sequence[Span]) -> Reading:
    """The text of the file of that name and hash in one of the folders; else what ``spans`` (outer before inner) keep of it."""
    for folder in folders:
        try:
            source = read(folder / file)
        except LoadError:
            continue
        if source.sha256 == sha256:
            return _full(clean(source))
    return _kept(spans)


def _full(text: CleanText) -> _Full:
    order = sorted(range(len(text.text)), key=text.begins.__getitem__)
    return _Full(text, order, [text.begins[i] for i in order])


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Successive numbers as ranges; a line end between two paragraphs parts them."""
    begin = end = -1
    for place in places:
        if place != end:
            if begin >= 0:
                yield begin, end
            begin = place
        end = place + 1
    if begin >= 0:
        yield begin, end


def _kept(spans: Sequence[Span]) -> _Kept:
    """The outermost passages as paragraphs.  A part of one is looked for from about where its offset says it stands.

    What is printed has lost line breaks and markup, so offsets inside a passage are only an upper bound of the place.
    """
    blocks: list[Block] = []
    pieces: list[str] = []
    places: dict[Span, tuple[int, int]] = {}
    outer, at, cursor = Span(-1, -1), 0, 0
    for span in spans:
        if span.end > outer.end:
            outer, at = span, at + len(outer.exact) + (1 if blocks else 0)
            blocks.append(Block(at, at + len(span.exact)))
            pieces.append(span.exact)
            places[span] = (at, at + len(span.exact))
            cursor = 0
            continue
        found = outer.exact.find(span.exact, cursor)
        if found >= 0:
            places[span] = (at + found, at + found + len(span.exact))
            cursor = found
    return _Kept("\n".join(pieces), blocks, places)
