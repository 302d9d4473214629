"""Duties listed organ by organ: 14.市卫生局：负责…, or 市卫生局：负责… in a paragraph of its own."""

from __future__ import annotations

import re

from loaders.model import AgentMention, Responsibility, Span
from loaders.outline.duties import named
from loaders.outline.marks import mark_of
from loaders.units import IsAgent, split_units

_DIVISION = re.compile(r"(?!各|有关|相关)[\u4e00-\u9fff]{2,12}[省市县区州旗盟镇乡]$")
"""What a place is to do (武汉市：完成…) is said of the place."""
FEWEST = 2
"""One such paragraph may be a quotation; a list has two."""
LONGEST_MARK = 80

Duty = tuple[Span, Span, tuple[Responsibility, ...]]
"""The organ's name with its colon, the whole paragraph, the shares."""


def duties(text: str, begin: int, end: int, is_agent: IsAgent) -> list[Duty]:
    """The paragraphs of ``text[begin:end]`` that say organ by organ what it is to do; none where only one does."""
    out: list[Duty] = []
    at = begin
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if found := _duty(text, at, stop, is_agent):
            out.append(found)
        at = stop + 1
    return out if len(out) >= FEWEST else []


def _duty(text: str, begin: int, end: int, is_agent: IsAgent) -> Duty | None:
    mark = mark_of(text[begin : min(end, begin + LONGEST_MARK)])
    found = named(text, begin + (mark.length if mark else 0), end)
    if found is None:
        return None
    units = split_units(text[slice(*found)], found[0], is_agent)
    if not units or any(is_agent(u.text) < 0.5 or _DIVISION.match(u.text) for u in units):
        return None
    shares = [Responsibility(AgentMention(u.text, Span(u.begin, u.end)), "responsible", i) for i, u in enumerate(units, 1)]
    return Span(begin, found[1] + 1), Span(begin, end), tuple(shares)
