"""Headings that are nothing but a place (成都, （一）攀西经济区, 1.三江新区): what stands below tells its industries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.extract.industry_roles.lexicon import words
from loaders.extract.projects.ground import Ground, past_number, place_list
from loaders.model import Outline, PlaceMentionFact, Span

_TAIL = re.compile("(?:经济[区圈带]|地区|片区|板块|组团|城区|市区|全域|（[^（）]{1,20}）|[东西南北中]部)*[。：:]?\\s*")
_LONGEST = 30


class Headed:
    """The places that headings and lines of their own put over the paragraphs of a text."""

    def __init__(self, ground: Ground, outline: Outline) -> None:
        self._outline = outline
        self._parts = dict(self._of_parts(ground, outline))
        self._lines = dict(self._of_lines(ground))

    def over(self, paragraph: Span) -> tuple[PlaceMentionFact, ...]:
        """The places of the line right above ``paragraph``, else of the innermost heading over it; empty where none."""
        if paragraph.begin in self._lines:
            return self._lines[paragraph.begin]
        part = self._outline.innermost(paragraph.begin) if self._parts else -1
        while part >= 0 and part not in self._parts:
            part = self._outline.parts[part].parent
        return self._parts.get(part, ())

    @staticmethod
    def _of_parts(ground: Ground, outline: Outline) -> Iterator[tuple[int, tuple[PlaceMentionFact, ...]]]:
        for i, part in enumerate(outline.parts):
            short = part.number > 0 and part.heading.end - part.heading.begin <= _LONGEST
            if short and (places := _alone(ground, part.heading)):
                yield i, places

    @staticmethod
    def _of_lines(ground: Ground) -> Iterator[tuple[int, tuple[PlaceMentionFact, ...]]]:
        lines = [line for line in ground.paragraphs if ground.plain[line.begin : line.end].strip()]
        for line, below in pairwise(lines):
            if line.end - line.begin <= _LONGEST and ground.within(*line) and (places := _alone(ground, line)):
                yield below.begin, places


def _alone(ground: Ground, span: Span) -> tuple[PlaceMentionFact, ...]:
    """The places that are all of ``span`` but its number."""
    begin, end = past_number(ground, span)
    while begin < end and ground.plain[begin].isspace():
        begin += 1
    begin, _ = past_number(ground, Span(begin, end))
    places, stop = place_list(ground, begin, end)
    tail = _TAIL.match(ground.plain, stop, end)
    if not places or tail is None or tail.end() < end or words().verb.match(ground.plain, begin, end):
        return ()
    return tuple(places)
