"""Which numbers are figures: every form that states one, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from loaders.extract.targets import clause, compare, levels, names, rank, scan, timing, words
from loaders.extract.targets.draft import Found
from loaders.extract.targets.layout import Layout
from loaders.extract.targets.levels import Level
from loaders.extract.targets.places import PLACE
from loaders.extract.targets.scan import Quantity
from loaders.extract.targets.units import COUNTS, RATIOS, TIMES, base_of

_VERB_GAP = re.compile(f"(?:并|以上的?)?(?:{words.BUILD}|{words.FLOW})")
_DATED = re.compile("限|寿命|年数|龄|时间|周期|时长|期|圈|达|通|覆盖|送|日数|天数|耗时|用时|时效|间隔")
"""A year or day is worth reading only near such a word; it is part of a date elsewhere."""
_RATIO_OF = re.compile("[一-鿿]{2,16}(?:率|比例|占比|比重)(?:达到?|为|超过|不低于|提高到|提升到|保持在)?")
"""公园绿地500米服务半径覆盖率达85%: the first number belongs to the name of the second."""
_OWN = re.compile("含|其中|占|包括|力争|确保|到|20")
"""Words that open a bracket which states a figure of its own."""
_LIFE = re.compile("年限|寿命|年数|年龄|时间$")
_LEVELS = re.compile("达|提|升|增|降|降|缩|减|控制|保持|稳定|维持|超|突破|不|至少|低于|高于|[为至到≥≤<>约=]")

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
        if found and _described(layout.text, found[-1], item):
            continue
        if found and _modifies(layout.text, found[-1], item):
            found.pop()
            item = form(found[-1].end if found else 0, found[-1] if found else None) or item
        found.append(item)
    return found


def _forms(layout: Layout) -> Iterator[tuple[int, int, Form]]:
    """Candidates with where they begin; of two at one place the more special goes first."""
    for q, verb, sign in rank.ranks(layout.text):
        yield q.begin, 0, partial(_rank, layout, q, verb, sign)
    for level in levels.levels(layout.text):
        yield level.quantity.begin, 1, partial(_level, layout, level)
    for q in scan.quantities(layout.text):
        yield q.begin, 2, partial(_time if base_of(q.unit) in TIMES else _measure, layout, q)


def _left(text: str, at: int, floor: int) -> clause.Left:
    """The words before ``at`` in its clause."""
    return clause.read(text, clause.begin(text, at, floor), at)


def _rank(layout: Layout, q: Quantity, verb: int, sign: str, floor: int, _: Found | None) -> Found | None:
    """A rank: 综合实力跻身全国城市50强 → 综合实力全国城市位次."""
    if layout.titles.at(q.begin) is not None:
        return None
    text = layout.text
    left = _left(text, verb, min(floor, verb))
    area = re.sub(r"[前第的]$", "", re.sub(rf"^{rank.VERB}", "", text[verb : q.begin]))
    end = q.end + len(q.unit) * text.startswith(q.unit, q.end)
    return Found(q, "", end, left, f"+{area}位次", None, "", sign, verb)


def _level(layout: Layout, level: Level, floor: int, _: Found | None) -> Found:
    """A size by level: 千亿级光电子产业园 → 光电子产业园规模."""
    left = _left(layout.text, level.quantity.begin, floor)
    named = [m.group() for m in PLACE.finditer(left.raw)]
    kind = "" if level.planned else "baseline"
    return Found(level.quantity, "≈", level.end, left, level.noun + "规模", named[-1] if named else "", kind)


def _measure(layout: Layout, q: Quantity, floor: int, _: Found | None) -> Found | None:
    """A number with its unit, if it is a figure."""
    text = layout.text
    bare = not q.unit and q.style == "arabic"
    if (bare and _LEVELS.search(text[max(0, q.begin - 6) : q.begin]) is None) or names.is_name(layout, q):
        return None
    sign, end = compare.after(text, q.end)
    left = _left(text, q.begin, floor)
    if names.is_condition(left.raw, text[q.end : q.end + 70], q, bool(left.name)) or _qualifies(text, left, end):
        return None
    if names.is_requirement(text, layout.sentence(q.begin)):
        return None
    if bare and not (_LEVELS.search(left.between) and (left.name or left.growth)):
        return None
    if base_of(q.unit) == "岁" and _LIFE.search(left.name) is None:
        return None
    return Found(q, sign, end, left)


def _time(layout: Layout, q: Quantity, floor: int, previous: Found | None) -> Found | None:
    """A time as a figure: a circle, a time within which something is reached, a limited or reported duration."""
    text = layout.text
    if layout.titles.at(q.begin) is not None or text[q.begin - 1 : q.begin] in ("第", "+", "-"):
        return None
    if q.unit in ("年", "日") and _DATED.search(text[max(0, q.begin - 16) : q.end + 6]) is None:
        return None
    left = _left(text, q.begin, floor)
    if (circle := timing.circle(text, q)) is not None:
        return Found(q, "", circle[1], left, circle[0], timing.encircled(left) or None, "", "≤")
    if q.unit != "年" and (reach := timing.reached(text, q)) is not None:
        if layout.quotes.at(q.begin) is not None and text.startswith(("”", '"'), reach[1]):
            noun = clause.noun_after(text, reach[1])[0]
            return Found(q, "", reach[1], left, noun + reach[0], None, "", "≤") if noun else None
        scope, what = timing.reacher(text, left)
        goal, end = clause.noun_after(text, reach[1]) if reach[0] in ("到达", "直达", "抵达") else ("", reach[1])
        if not what and previous is not None and previous.indicator.endswith(reach[0]) and q.begin - previous.end < 20:
            what = previous.indicator.removesuffix(reach[0])
        return Found(q, "", end, left, what + reach[0] + goal, scope, "", "≤")
    if names.is_name(layout, q) and q.style != "chinese":
        return None
    if not left.name and previous is not None and previous.quantity.unit in TIMES and q.begin - previous.end < 12:
        sign, end = compare.after(text, q.end)
        return Found(q, sign, end, left)
    if (q.unit == "年" and not _LIFE.search(left.name)) or not timing.measures_time(left.name, left.between + left.growth):
        return None
    if names.is_condition(left.raw, text[q.end : q.end + 70], q, bool(left.name)):
        return None
    sign, end = compare.after(text, q.end)
    return Found(q, sign, end, left)


def _qualifies(text: str, left: clause.Left, end: int) -> bool:
    """Whether a bracket holds the figure alone and tells which things the words before it mean (（日处理20吨以上）)."""
    bracketed = text[left.start - 1 : left.start] in ("（", "(") and text[end : end + 1] in ("）", ")")
    return bracketed and text[end - 2 : end] in ("以上", "以下") and not left.growth and _OWN.match(left.raw) is None


def _described(text: str, first: Found, second: Found) -> bool:
    """Whether ``second`` only describes the things that ``first`` counts (10个年交易额超百亿元的市场)."""
    if base_of(first.quantity.unit) not in COUNTS or base_of(second.quantity.unit) in COUNTS or first.left.name:
        return False
    gap = text[first.end : second.quantity.begin]
    if not 0 < len(gap) <= 16 or re.search(r"[，,。；;、：:（）()\n]", gap):
        return False
    return re.match(r"的?[一-鿿]", text[second.end : second.end + 2]) is not None


def _modifies(text: str, first: Found, second: Found) -> bool:
    """Whether ``first`` only tells which things ``second`` counts (产值10亿元以上企业20家)."""
    if base_of(second.quantity.unit) in RATIOS and not (first.left.between or first.left.growth or first.indicator):
        return _RATIO_OF.fullmatch(text, first.end, second.quantity.begin) is not None
    counted = base_of(first.quantity.unit) in COUNTS and first.sign != "≥"
    if counted or base_of(second.quantity.unit) not in COUNTS or first.verb >= 0:
        return False
    if first.indicator and second.quantity.begin != first.end:
        return False
    gap = text[first.end : second.quantity.begin]
    if first.indicator:
        return True
    if not 0 < len(gap) <= 24 or re.search(r"[，,。；;、：:（）()\n]", gap) or _VERB_GAP.match(gap):
        return False
    return re.match("[一-鿿]", gap) is not None and re.match("和|及|与|以及", gap) is None
