"""Texts and spans: the source as decoded, and the clean text read from it."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points, ``[begin, end)``, in the *clean* text unless said otherwise."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its decoded text is what all evidence offsets count in.

    ``stem`` names the document (file name without its last extension), ``media_type`` is one of ``text/plain``,
    ``text/markdown``, ``text/html``, the DOCX type or ``application/pdf``; for DOCX and PDF, ``text`` is the text
    drawn from the file, paragraph by paragraph.  ``sha256`` is the hex digest of the file's bytes.
    """

    stem: str
    name: str
    text: str
    media_type: str
    encoding: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like stretch of the clean text: ``kind`` is ``p``, ``h`` (marked as heading), ``cell``, or ``property``.

    A ``property`` is a line of the table that a site prints above a document (索引号, 发文机关 …): no part of its text.

    ``row`` and ``column`` place a cell in its ``table``; they are -1 elsewhere.  ``centred`` tells that the layout centres it;
    ``rows`` how many rows a cell spans.
    """

    begin: int
    end: int
    kind: str = "p"
    table: int = -1
    row: int = -1
    column: int = -1
    centred: bool = False
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Repair:
    """One corrupted stretch: clean ``span`` (restored), what was ``printed``, ``restored``, why and how sure (0…1).

    ``source`` is the range of the printed characters in the decoded source.  ``kind`` is ``word``, or ``order`` where the words
    are right but stood elsewhere: then ``printed`` and ``restored`` show how the sentence went on and how it should.
    """

    span: Span
    source: Span
    printed: str
    restored: str
    reason: str
    confidence: float
    kind: str = "word"


@dataclass(frozen=True, slots=True)
class CleanText:
    r"""The text a reader would read, each character with its place in the source.

    ``text`` holds the paragraphs joined by ``\n``; ``begins[i]``/``ends[i]`` are the source offsets of character *i*
    (equal for a character that was inserted).  ``meta`` keeps what boilerplate told (front matter, source line, URL).
    """

    source: Source
    text: str
    begins: array[int]
    ends: array[int]
    blocks: tuple[Block, ...]
    repairs: tuple[Repair, ...] = ()
    meta: dict[str, str] = field(default_factory=dict)

    def to_source(self, span: Span) -> Span:
        """The source range that the clean ``span`` was read from."""
        if span.begin >= span.end:
            at = self.begins[span.begin] if span.begin < len(self.begins) else len(self.source.text)
            return Span(at, at)
        return Span(self.begins[span.begin], self.ends[span.end - 1])

    def slice(self, span: Span) -> str:
        """The clean characters of ``span``."""
        return self.text[span.begin : span.end]
