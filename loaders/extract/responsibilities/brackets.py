"""Brackets that are responsibility clauses, among the many that are not."""

from __future__ import annotations

import re

from loaders.extract.responsibilities.parse import has_label, parse, remark_before_label
from loaders.extract.responsibilities.roles import verb_at_end
from loaders.model import Responsibility, Span
from loaders.units import SUFFIX, IsAgent

LONGEST = 800
_TOKEN = re.compile(r"[（()）〔〕【】\[\]［］\n]")
_MARK = re.compile(r"[，,；;。]")
_OPEN = "（(〔【[［"
_CLOSING = re.compile(r"[。.；;，,）)\s]*(?:\n|$)")
CERTAIN = 0.5
_ROLL = re.compile(
    r"[ \u3000]*(?:出\s*席|列\s*席|请\s*假|缺\s*席|主\s*持|记\s*录|参\s*会|签\s*发|抄\s*送|分\s*送|联系人)[^:：\n]{0,6}[:：]"
)
"""Who sat there or gets a copy: 列席：陈某某（市港航局）."""


def brackets(text: str, begin: int, end: int) -> list[Span]:
    """Outermost brackets in ``text[begin:end]``, both marks included; one left open in its paragraph is none."""
    out: list[Span] = []
    open_: list[int] = []
    for match in _TOKEN.finditer(text, begin, end):
        char = match.group()
        if char == "\n":
            open_ = []
        elif char in _OPEN:
            open_.append(match.start())
        elif open_:
            start = open_.pop()
            if not open_ and match.end() - start <= LONGEST:
                out.append(Span(start, match.end()))
    return out


def shares_of(text: str, span: Span, cuts: list[Span], is_agent: IsAgent) -> tuple[Responsibility, ...]:
    """The shares of the bracket at ``span`` if it is a clause, else none; ``cuts`` are notes in it that are not units.

    A bracket is a clause when it holds nothing but units and their verbs or labels.  Without verb or label (as in
    plans that list the organs alone) it must also close its paragraph.
    """
    begin, end = span.begin + 1, span.end - 1
    inner = _without(text, begin, end, cuts)
    if remark := remark_before_label(inner, is_agent):
        inner = "。" * remark + inner[remark:]
    labelled = has_label(inner.lstrip("。 "))
    said = labelled or any(verb_at_end(s) for s in _MARK.split(inner))
    line = text.rfind("\n", 0, span.begin) + 1
    if not said and (not _CLOSING.match(text, span.end) or _ROLL.match(text, line)):
        return ()
    if len(inner.strip()) < 2 or (not said and inner.strip("，。； ") == ""):
        return ()
    shares = parse(inner, begin, is_agent)
    if not shares or not _all_units(shares, is_agent, said, labelled):
        return ()
    return shares


def _without(text: str, begin: int, end: int, cuts: list[Span]) -> str:
    """The bracket's inside, notes blanked so that offsets stay."""
    inner = list(text[begin:end])
    for cut in cuts:
        for i in range(max(begin, cut.begin), min(end, cut.end)):
            inner[i - begin] = "。"
    return "".join(inner)


def _all_units(shares: tuple[Responsibility, ...], is_agent: IsAgent, said: bool, labelled: bool) -> bool:
    """Whether what was split looks like units throughout; a label asks for most of them only."""
    scores = [is_agent(s.unit.text) for s in shares]
    sure = sum(score >= CERTAIN for score in scores)
    if labelled:
        return sure * 2 >= len(scores)
    if said:
        return sure * 4 >= len(scores) * 3
    if len(scores) == 1:
        return scores[0] >= 0.9
    named = all(score >= CERTAIN or SUFFIX.search(share.unit.text) for score, share in zip(scores, shares, strict=True))
    return named and sure * 3 >= len(scores) * 2
