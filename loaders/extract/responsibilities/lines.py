"""Clauses on labelled lines: 责任单位：…, with the 配合单位：… that follows."""

from __future__ import annotations

import re

from loaders.extract.responsibilities.covered import Covered
from loaders.extract.responsibilities.parse import parse
from loaders.extract.responsibilities.roles import LABEL
from loaders.model import Responsibility, Span
from loaders.units import IsAgent

_LINE = re.compile(
    rf"(?:^|(?<=[\n。；;　 —─…·●◆■▲※*－-]))(?P<bracket>[（(【\[〔［])?(?:{LABEL.pattern})(?:为|是)?\s*[】\]]?[:：]\s*"
)
_AGAIN = re.compile(rf"[\n；;。，,　 ]*(?:{LABEL.pattern})(?:为|是)?\s*[:：]")
_END = re.compile(
    r"[。\n]|[（(][^（）()\n]{0,30}[）)]|[）)】〕\]]"
    r"|(?:[；;，,　 ]*(?:完成时限|完成时间|时限要求|时限|进度安排|责任领导|牵头领导|分管领导|责任人|联系人)\s*[:：])"
)
_INNER = "（("


def labelled_lines(
    text: str, begin: int, end: int, taken: list[Span], is_agent: IsAgent, notes: list[Span]
) -> list[tuple[Span, tuple[Responsibility, ...]]]:
    """The labelled lines in ``text[begin:end]`` that no bracket in ``taken`` holds; a following 配合单位 line belongs to it."""
    out: list[tuple[Span, tuple[Responsibility, ...]]] = []
    at, covered = begin, Covered(taken)
    while match := _LINE.search(text, at, end):
        at = match.end()
        if covered.holds(match.start()) or match["bracket"]:
            continue
        stop = _stop(text, match.end(), end)
        while again := _AGAIN.match(text, stop, end):
            stop = _stop(text, again.end(), end)
        start = match.start()
        shares = parse(_without(text, start, stop, notes).replace("\n", "；"), start, is_agent)
        sure = sum(is_agent(s.unit.text) >= 0.5 for s in shares)
        if shares and sure * 2 >= len(shares):
            out.append((Span(start, stop), shares))
            at = stop
    return out


def _without(text: str, begin: int, end: int, notes: list[Span]) -> str:
    """``text[begin:end]`` with the brackets that hold one of ``notes`` blanked, so that offsets stay."""
    said = text[begin:end]
    for note in notes:
        if begin <= note.begin < end:
            left = max(said.rfind(mark, 0, note.begin - begin) for mark in "（(〔")
            right = min((at for mark in "）)〕" if (at := said.find(mark, note.end - begin - 1)) >= 0), default=-1)
            if 0 <= left < right:
                said = said[:left] + "。" * (right + 1 - left) + said[right + 1 :]
    return said


def _stop(text: str, at: int, end: int) -> int:
    found = _END.search(text, at, end)
    while found and (found.group()[0] in _INNER or text[found.start() - 1] in "：:"):
        found = _END.search(text, found.end(), end)
    return found.start() if found else end
