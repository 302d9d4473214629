"""Sentences of running text, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.model import CleanText, Span

_SENTENCE = re.compile(r"[^。！？!?\n]*(?:[。！？!?]+[”’」』）)]*|\n|\Z)")
_LEADING = re.compile(r"[\s　]*")


def paragraphs(text: CleanText, region: Span) -> Iterator[Span]:
    """The paragraphs of ``region`` that are neither headings nor table cells."""
    for block in text.blocks:
        if block.kind == "p" and region.begin <= block.begin and block.end <= region.end:
            yield Span(block.begin, block.end)


def sentences(text: str, within: Span) -> Iterator[Span]:
    """The sentences of ``within``, up to 。！？ with its closing marks; a rest without a full stop comes last."""
    for match in _SENTENCE.finditer(text, within.begin, within.end):
        begin = match.start()
        leading = _LEADING.match(text, begin, match.end())
        begin = leading.end() if leading else begin
        end = match.end()
        while end > begin and text[end - 1].isspace():
            end -= 1
        if begin < end:
            yield Span(begin, end)
