"""Which numbers are figures: every form that states one, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from loaders.extract.targets import attached, clause, compare, levels, names, rank, scan
from loaders.extract.targets.draft import Found
from loaders.extract.targets.durations import LIFE, duration
from loaders.extract.targets.layout import Layout
from loaders.extract.targets.levels import Level
from loaders.extract.targets.places import PLACE
from loaders.extract.targets.scan import Quantity
from loaders.extract.targets.units import TIMES, base_of

_LEVELS = re.compile("达|提|升|增|降|降|缩|减|控制|保持|稳定|维持|超|突破|不|至少|低于|高于|[为至到≥≤<>约=]")

_RATIO_NAME = re.compile(
    "(?:比例?|差距)(?:达到?|为|控制[在到]|(?:缩小|扩大|提高|下降|降低)[到至]|不[高低大小]于|不超过|降[到至]|保持在|稳定在|约)+$"
)
"""What a ratio is of: 加工业产值与农业总产值之比达到2.2:1."""

Form = Callable[[int, "Found | None"], "Found | None"]
"""Reads one candidate, given where the figure before it ends and that figure."""


def accepted(layout: Layout) -> list[Found]:
    """All numbers of the text that state a figure, modifiers of a counted thing (产值10亿元以上企业20家) dropped."""
    found: list[Found] = []
    for begin, _, form in sorted(_forms(layout), key=lambda f: f[:2]):
        if found and begin < found[-1].quantity.end:
            continue
        item = form(found[-1].end if found else 0, found[-1] if found else None)
        if item is None:
            continue
        if found and attached.described(layout.text, found[-1], item):
            continue
        if found and attached.modifies(layout.text, found[-1], item):
            found.pop()
            item = form(found[-1].end if found else 0, found[-1] if found else None) or item
        found.append(item)
    return found


def _forms(layout: Layout) -> Iterator[tuple[int, int, Form]]:
    """Candidates with where they begin; of two at one place the more special goes first."""
    for q, verb, sign, named in rank.ranks(layout.text):
        yield q.begin, 0, partial(_rank, layout, q, verb, sign, named)
    for level in levels.levels(layout.text):
        yield level.quantity.begin, 1, partial(_level, layout, level)
    for q in scan.quantities(layout.text):
        yield q.begin, 2, partial(duration if base_of(q.unit) in TIMES else _measure, layout, q)


def _left(text: str, at: int, floor: int) -> clause.Left:
    """The words before ``at`` in its clause."""
    return clause.read(text, clause.begin(text, at, floor), at)


def _rank(layout: Layout, q: Quantity, verb: int, sign: str, named: str, floor: int, _: Found | None) -> Found | None:
    """A rank: 综合实力跻身全国城市50强 → 综合实力全国城市位次."""
    if layout.titles.at(q.begin) is not None:
        return None
    text = layout.text
    left = _left(text, verb, min(floor, verb))
    area = re.sub(r"[前第的]$", "", re.sub(rf"^{rank.VERB}", "", text[verb : q.begin]))
    end = q.end + len(q.unit) * text.startswith(q.unit, q.end)
    if named:
        return Found(q, "", end, left, f"{named}位次", None, "", sign, verb)
    pace = left.growth if left.growth.endswith(("幅", "速", "率")) else ""
    return Found(q, "", end, left, f"+{pace}{area}位次", None, "", sign, verb)


def _level(layout: Layout, level: Level, floor: int, _: Found | None) -> Found:
    """A size by level: 千亿级光电子产业园 → 光电子产业园规模."""
    left = _left(layout.text, level.quantity.begin, floor)
    named = [m.group() for m in PLACE.finditer(left.raw)]
    kind = "" if level.planned else "baseline"
    return Found(level.quantity, "≈", level.end, left, level.noun + "规模", named[-1] if named else "", kind)


def _measure(layout: Layout, q: Quantity, floor: int, _: Found | None) -> Found | None:
    """A number with its unit, if it is a figure."""
    text = layout.text
    if q.style == "ratio" and _RATIO_NAME.search(text, max(0, q.begin - 24), q.begin) is None:
        return None
    bare = not q.unit and q.style == "arabic"
    if (bare and _LEVELS.search(text[max(0, q.begin - 6) : q.begin]) is None) or names.is_name(layout, q):
        return None
    sign, end = compare.after(text, q.end)
    left = _left(text, q.begin, floor)
    if names.is_condition(left.raw, text[q.end : q.end + 70], q, bool(left.name)) or attached.qualifies(text, left, end):
        return None
    if names.is_requirement(text, layout.sentence(q.begin), left.start):
        return None
    if bare and not (_LEVELS.search(left.between) and (left.name or left.growth)):
        return None
    if base_of(q.unit) == "岁" and LIFE.search(left.name) is None:
        return None
    return Found(q, sign, end, left)
