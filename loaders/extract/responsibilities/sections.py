"""Lists set unit by unit: a heading says whose the items under it are (一、市水利局牵头工作（8项）, 二、市卫生局（5项）)."""

from __future__ import annotations

import re

from loaders.extract.responsibilities.parse import parse
from loaders.model import Clause, CleanText, Outline, Responsibility, Span
from loaders.units import SURE, IsAgent

_COUNT = r"[（(]\s*共?计?\s*[\d一二三四五六七八九十]{1,4}\s*[项条件个][）)]"
_HEADING = re.compile(
    r"(?:由)?(?P<units>[^。；：:]{2,60}?)(?:"
    r"(?:(?P<lead>总?牵头|主办)|(?P<participant>配合|参与|参加|协办|协助)|(?P<responsible>负责|承担|承办|主责))"
    rf"(?:负责|承担|承办|落实|办理|实施|推进|完成|抓好)?的?(?:重点|主要|具体|其他|目标)?(?:工作|任务|事项|项目|职责){{1,2}}(?:清单)?(?:{_COUNT})?"
    rf"|{_COUNT})"
)
"""A unit, what it does and of what; a count alone says as much behind the bare name."""
_NAMES = re.compile(r"(?P<units>[^。；：:]{2,60}(?<!单位)(?<!部门))")
_FEWEST = 2
"""So many headings that are nothing but units make a list set unit by unit; three in four of their level are."""


def headed(text: CleanText, outline: Outline, known: list[Clause], is_agent: IsAgent) -> list[Clause]:
    """``known`` clauses, and for each task under a heading that names whose its items are, one that rests on the heading.

    A task whose own clauses name one who leads, or one of the units, keeps those alone.
    """
    above = sorted({part.parent for part in outline.parts} - {-1})
    headings = {}
    for i in above:
        part = outline.parts[i]
        if (found := _HEADING.fullmatch(part.title)) and (shares := _shares(text, part.heading, found, is_agent)):
            headings[i] = shares
    headings = headings or _bare(text, outline, above, is_agent)
    if not headings:
        return known
    own: dict[int, list[Responsibility]] = {}
    for clause in known:
        own.setdefault(clause.part, []).extend(clause.shares)
    out = [c for c in known if c.part not in headings or c.span.end > outline.parts[c.part].heading.end]
    for i, shares in headings.items():
        names = {share.unit.text for share in shares}
        for item in outline.tasks_in(outline.parts[i].span):
            told = any(share.role == "lead" or share.unit.text in names for share in own.get(item, []))
            if item not in headings and not told:
                out.append(Clause(item, outline.parts[i].heading, shares))
    return out


def _bare(text: CleanText, outline: Outline, above: list[int], is_agent: IsAgent) -> dict[int, tuple[Responsibility, ...]]:
    """The shares of headings that are the names of units and nothing else, where nearly all headings of their level are."""
    for level in sorted({outline.parts[i].level for i in above}):
        alike = [i for i in above if outline.parts[i].level == level]
        named = ((i, _NAMES.fullmatch(outline.parts[i].title)) for i in alike)
        found = {i: shares for i, name in named if name and (shares := _shares(text, outline.parts[i].heading, name, is_agent))}
        sure = any(is_agent(share.unit.text) >= SURE for shares in found.values() for share in shares)
        if sure and len(found) >= _FEWEST and len(found) * 4 >= len(alike) * 3:
            return found
    return {}


def _shares(text: CleanText, heading: Span, found: re.Match[str], is_agent: IsAgent) -> tuple[Responsibility, ...]:
    """The shares that a heading gives; none where it names anything but units."""
    begin = text.text.find(found["units"], *heading)
    role = found.lastgroup if found.lastgroup in ("lead", "participant") else "responsible"
    shares = parse(found["units"], begin, is_agent, role) if begin >= 0 else ()
    return () if any(is_agent(share.unit.text) < 0.5 for share in shares) else shares
