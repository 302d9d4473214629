"""A paragraph that knows where each of its characters came from: what the steps of *clean* pass on."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from loaders.model import Block, CleanText, Repair, Source, Span


@dataclass(slots=True)
class Para:
    """``text`` with the source range ``[begins[i], ends[i])`` of each character; ``kind`` … as in `Block`.

    ``indent`` is the white space before a line, in full-width characters.
    """

    text: str
    begins: array[int]
    ends: array[int]
    kind: str = "p"
    table: int = -1
    row: int = -1
    column: int = -1
    centred: bool = False
    rows: int = 1
    indent: int = 0
    repairs: list[Repair] = field(default_factory=list)
    seams: tuple[Span, ...] = ()
    """Where a sentence that the source tears apart is joined: the source offsets of its last and next character."""

    def part(self, begin: int, end: int) -> Para:
        """The characters ``[begin, end)`` as a paragraph of the same kind, without repairs."""
        return replace(
            self, text=self.text[begin:end], begins=self.begins[begin:end], ends=self.ends[begin:end], repairs=[], seams=()
        )

    def stripped(self) -> Para:
        """Without white space at either end."""
        left = len(self.text) - len(self.text.lstrip())
        return self if len(self.text.strip()) == len(self.text) else self.part(left, left + len(self.text.strip()))

    def joined(self, other: Para) -> Para:
        """The paragraph with ``other`` right behind it."""
        return replace(self, text=self.text + other.text, begins=self.begins + other.begins, ends=self.ends + other.ends)

    def keep(self, ranges: Iterable[tuple[int, int]]) -> Para:
        """Only the characters in ``ranges`` (ascending, disjoint)."""
        text: list[str] = []
        begins, ends = array("i"), array("i")
        for begin, end in ranges:
            text.append(self.text[begin:end])
            begins.extend(self.begins[begin:end])
            ends.extend(self.ends[begin:end])
        return replace(self, text="".join(text), begins=begins, ends=ends)

    def rewritten(self, edits: Iterable[tuple[int, int, str, str, float]]) -> Para:
        """With each ``(begin, end, restored, reason, confidence)`` put in place and kept as a repair."""
        edits = list(edits)
        repairs: list[Repair] = []
        longer = 0
        for begin, end, restored, reason, confidence in edits:
            source = Span(self.begins[begin], self.ends[end - 1])
            span = Span(begin + longer, begin + longer + len(restored))
            repairs.append(Repair(span, source, self.text[begin:end], restored, reason, confidence))
            longer += len(restored) - (end - begin)
        return replace(self.respelled((begin, end, restored) for begin, end, restored, *_ in edits), repairs=repairs)

    def respelled(self, edits: Iterable[tuple[int, int, str]]) -> Para:
        """With each ``(begin, end, other)`` put in place: one for one where as long, else each for all that stood there."""
        text: list[str] = []
        begins, ends = array("i"), array("i")
        at = 0
        for begin, end, other in edits:
            text += (self.text[at:begin], other)
            begins.extend(self.begins[at:begin])
            ends.extend(self.ends[at:begin])
            if len(other) == end - begin:
                begins.extend(self.begins[begin:end])
                ends.extend(self.ends[begin:end])
            else:
                begins.extend([self.begins[begin]] * len(other))
                ends.extend([self.ends[end - 1]] * len(other))
            at = end
        text.append(self.text[at:])
        begins.extend(self.begins[at:])
        ends.extend(self.ends[at:])
        return replace(self, text="".join(text), begins=begins, ends=ends)


_PAGE_MARK = re.compile(r"\n\d{1,4}、|[\r\n]")


def _placed(repair: Repair, at: int, source: Source) -> Repair:
    """``repair`` in a paragraph that starts at clean offset ``at``, with what the source prints there."""
    printed = _PAGE_MARK.sub("", source.text[repair.source.begin : repair.source.end])
    return replace(repair, span=Span(repair.span.begin + at, repair.span.end + at), printed=printed)


_SHOWN = 12
"""So many characters to either side show how a sentence goes on."""
_TORN = "块序错乱：句子在此中断，续文印在文件另处；按标题层次和句子衔接复原"


def _reordered(para: Para, seam: Span, at: int, source: Source) -> Repair:
    """The repair of a block out of order, at the seam where its sentence is whole again."""
    left = para.ends.index(seam.begin)
    first, last = max(0, left + 1 - _SHOWN), min(len(para.text), left + 1 + _SHOWN)
    printed = _PAGE_MARK.sub("", source.text[para.begins[first] : seam.begin + _SHOWN])
    place = Span(para.begins[first], seam.begin)
    return Repair(Span(at + first, at + last), place, printed, para.text[first:last], _TORN, 0.9, "order")


def assemble(source: Source, paras: Iterable[Para], meta: dict[str, str]) -> CleanText:
    """The clean text of ``paras``, one line each."""
    texts: list[str] = []
    begins, ends = array("i"), array("i")
    blocks: list[Block] = []
    repairs: list[Repair] = []
    at = 0
    for para in paras:
        if not para.text:
            continue
        if at:
            begins.append(ends[-1])
            ends.append(max(ends[-1], para.begins[0]))
            at += 1
        end = at + len(para.text)
        texts.append(para.text)
        begins.extend(para.begins)
        ends.extend(para.ends)
        blocks.append(Block(at, end, para.kind, para.table, para.row, para.column, para.centred, para.rows))
        repairs.extend(_placed(r, at, source) for r in para.repairs)
        repairs.extend(_reordered(para, seam, at, source) for seam in para.seams if seam.begin in para.ends)
        at = end
    return CleanText(source, "\n".join(texts), begins, ends, tuple(blocks), tuple(repairs), meta)
