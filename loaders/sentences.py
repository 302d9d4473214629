"""Sentences of Chinese prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.model import Span

_END = re.compile(r"[。！？!?\n…](?:(?<=\n)|(?<=…)…|(?<=[。！？!?])[。！？!?]*[”’」』）)]*)")
"""A line break, …… or a full stop with what closes behind it; beginning with one class of characters, it is looked for fast."""


def sentences(text: str, begin: int, end: int) -> Iterator[Span]:
    """The sentences in ``text[begin:end]``, closing mark included, white space around them not; blank ones left out."""
    at = begin
    for match in _END.finditer(text, begin, end):
        yield from _trimmed(text, at, match.end())
        at = match.end()
    yield from _trimmed(text, at, end)


def sentences_with(text: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    """The sentences of ``text`` that hold a match of ``pattern``; only lines with a match are parted into sentences."""
    reach = 0
    for match in pattern.finditer(text):
        if match.start() >= reach:
            begin, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.start())
            reach = end if end >= 0 else len(text)
            yield from (span for span in sentences(text, begin, reach) if pattern.search(text, *span))


def lines_with(text: str, sign: str | re.Pattern[str]) -> Iterator[Span]:
    """The lines of ``text`` that hold ``sign``: where a pattern is looked for that cannot match without it."""
    end = 0
    while (at := _find(text, sign, end)) >= 0:
        begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = end if end >= 0 else len(text)
        yield Span(begin, end)


def _find(text: str, sign: str | re.Pattern[str], at: int) -> int:
    if isinstance(sign, str):
        return text.find(sign, at)
    return found.start() if (found := sign.search(text, at)) else -1


def _trimmed(text: str, begin: int, end: int) -> Iterator[Span]:
    while begin < end and text[begin] in " \n\u3000\t":
        begin += 1
    while end > begin and text[end - 1] in " \n\u3000\t":
        end -= 1
    if begin < end:
        yield Span(begin, end)
