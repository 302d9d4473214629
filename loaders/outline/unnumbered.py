"""Headings without a number above a numbered series: 具体建设任务 over （一） …, 重点项目 over （一） … again."""

from __future__ import annotations

import itertools
import re

from loaders.model import CleanText, Span
from loaders.outline.entries import Entry
from loaders.outline.marks import RANKS, Mark, mark_of

_HEADING = re.compile(r"(?![（(《〈\d附抄注])[^。；！？：:，,]{4,40}(?<![、…])")
_DATE = re.compile(r"年.{1,3}月.{1,3}日")


def with_unnumbered(text: CleanText, body: Span, found: list[Entry]) -> list[Entry]:
    """``found`` with the short lines right above each first item of its outermost series, where that is （一） or 1.

    They count as headings one level further out, in their order; such a line above 一、 belongs to the head of the work.
    """
    outermost = min((entry.mark.rank for entry in found), default=0)
    if outermost not in (RANKS["cnp"], RANKS["ar"]):
        return found
    blocks = [b for b in text.blocks if b.kind != "cell" and body.begin <= b.begin < body.end]
    firsts = {entry.line.begin for entry in found if entry.mark.rank == outermost and entry.mark.value == 1}
    added: list[Entry] = []
    for above, below in itertools.pairwise(blocks):
        line = text.text[above.begin : above.end]
        if below.begin in firsts and _HEADING.fullmatch(line) and not mark_of(line) and not _DATE.search(line):
            span = Span(above.begin, above.end)
            added.append(Entry(Mark(RANKS["cn"], len(added) + 1, "", 0), line.strip(), span, span, False))
    return sorted([*found, *added], key=lambda entry: entry.line.begin) if added else found
