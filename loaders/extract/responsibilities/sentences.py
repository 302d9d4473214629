"""Clauses outside brackets: lines with a label (责任单位：…), and 由…负责 in running sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from loaders.extract.responsibilities.parse import parse
from loaders.extract.responsibilities.roles import LABEL
from loaders.model import Responsibility, Span
from loaders.units import IsAgent

_LINE = re.compile(rf"(?:^|(?<=[\n。；;　 ]))(?P<bracket>[（(【\[〔［])?(?:{LABEL.pattern})(?:为|是)?\s*[】\]]?[:：]\s*")
_AGAIN = re.compile(rf"[\n；;。，,　 ]*(?:{LABEL.pattern})(?:为|是)?\s*[:：]")
_END = re.compile(
    r"[。\n]|[（(][^（）()\n]{0,30}[）)]|[）)】〕\]]"
    r"|(?:[；;，,　 ]*(?:完成时限|完成时间|时限要求|时限|进度安排|责任领导|牵头领导|分管领导|责任人|联系人)\s*[:：])"
)
_INNER = "（("
_BY = re.compile(
    r"(?:(?:由|各由)|(?<=[。；\n，,])(?!鼓励|支持|引导|推动|吸引|动员))(?P<inner>[^。；由\n]{2,160}?(?:牵头|负责|会同|承担|落实|组织实施|具体实施|配合|参与|参加|协助|联合开展|共同开展|组织开展)[^。；由\n]{0,160})"
)
_CUT = re.compile(r"(?:[，,](?=[^，,、]{0,40}$))")
_VERB = re.compile(
    r"(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?)?(?:共同|分别|具体|组织|联合)?(?:总?牵头(?:负责)?|负责(?!人|制(?!定))|承担|落实|配合|参与|参加|协助|组织实施|具体实施|指导|(?:联合|共同|组织)开展)"
)


class _Covered:
    """Spans that may overlap, asked whether one holds an offset."""

    def __init__(self, spans: list[Span]) -> None:
        ordered = sorted(spans)
        self._begins = [span.begin for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))

    def holds(self, at: int) -> bool:
        """Whether ``at`` lies in one of them."""
        i = bisect_right(self._begins, at)
        return i > 0 and at < self._reach[i - 1]


def labelled_lines(
    text: str, begin: int, end: int, taken: list[Span], is_agent: IsAgent
) -> list[tuple[Span, tuple[Responsibility, ...]]]:
    """The labelled lines in ``text[begin:end]`` that no bracket in ``taken`` holds; a following 配合单位 line belongs to it."""
    out: list[tuple[Span, tuple[Responsibility, ...]]] = []
    at, covered = begin, _Covered(taken)
    while match := _LINE.search(text, at, end):
        at = match.end()
        if covered.holds(match.start()) or match["bracket"]:
            continue
        stop = _stop(text, match.end(), end)
        while again := _AGAIN.match(text, stop, end):
            stop = _stop(text, again.end(), end)
        start = match.start()
        shares = parse(text[start:stop].replace("\n", "；"), start, is_agent)
        sure = sum(is_agent(s.unit.text) >= 0.5 for s in shares)
        if shares and sure * 2 >= len(shares):
            out.append((Span(start, stop), shares))
            at = stop
    return out


def _stop(text: str, at: int, end: int) -> int:
    found = _END.search(text, at, end)
    while found and (found.group()[0] in _INNER or text[found.start() - 1] in "：:"):
        found = _END.search(text, found.end(), end)
    return found.start() if found else end


def by_phrases(
    text: str, begin: int, end: int, taken: list[Span], notes: list[Span], is_agent: IsAgent
) -> list[tuple[Span, tuple[Responsibility, ...]]]:
    """由…牵头/负责 in ``text[begin:end]``, or a sentence of units and such a verb: unit by unit, verb by verb."""
    out: list[tuple[Span, tuple[Responsibility, ...]]] = []
    at, covered = begin, _Covered(taken)
    while match := _BY.search(text, at, end):
        at = match.start() + 1
        if covered.holds(match.start()):
            continue
        shares, stop = _phrase(match["inner"], match.start("inner"), is_agent)
        if shares and not any(n.begin < stop and match.start() < n.end for n in notes):
            out.append((Span(match.start(), stop), shares))
            at = stop
    return out


def _phrase(inner: str, begin: int, is_agent: IsAgent) -> tuple[tuple[Responsibility, ...], int]:
    """The shares at the start of ``inner``, verb by verb, up to the first stretch that is not units; and where they end."""
    shares: list[Responsibility] = []
    at = stop = 0
    for verb in _VERB.finditer(inner):
        if verb.start() < at:
            continue
        piece = inner[at : verb.end()].lstrip("，,")
        start = verb.end() - len(piece)
        found = parse(piece, begin + start, is_agent)
        if not found or not all(is_agent(s.unit.text) >= 0.5 for s in found):
            break
        if shares and found[0].role != "participant":
            break  # a new duty of its own: （A负责建设，B负责审批）
        start = len(shares)
        shares.extend(Responsibility(s.unit, s.role, start + i) for i, s in enumerate(found, 1))
        stop = verb.end()
        comma = re.compile(r"[^，,]*[，,]").match(inner, verb.end())
        if not comma:
            break
        at = comma.end()
    return tuple(shares), begin + stop
