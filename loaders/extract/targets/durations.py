"""Which times are figures: circles, times within which something is reached, limited or reported durations."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extract.targets import clause, compare, names, timing, words
from loaders.extract.targets.draft import Found
from loaders.extract.targets.layout import Layout
from loaders.extract.targets.scan import Quantity
from loaders.extract.targets.units import TIMES

_DATED = re.compile("限|寿命|年数|龄|时间|周期|时长|期|圈|达|通|覆盖|送|日数|天数|耗时|用时|时效|间隔")
"""A year or day is worth reading only near such a word; it is part of a date elsewhere."""
LIFE = re.compile("年限|寿命|年数|年龄|工期|周期|时间$")


def duration(layout: Layout, q: Quantity, floor: int, previous: Found | None) -> Found | None:
    """A time as a figure: a circle, a time within which something is reached, a limited or reported duration."""
    text = layout.text
    if layout.titles.at(q.begin) is not None or text[q.begin - 1 : q.begin] in ("第", "+", "-"):
        return None
    if q.unit == "年" and 1900 <= q.value <= 2100:  # 2026年都市圈…: a year, no circle of so many years
        return None
    if q.unit in ("年", "日") and _DATED.search(text[max(0, q.begin - 16) : q.end + 6]) is None:
        return None
    left = clause.read(text, clause.begin(text, q.begin, floor), q.begin)
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
    if not left.name and left.raw.startswith(("由", "从")) and text[left.start - 1 : left.start] in ("，", ","):
        before = clause.read(text, clause.begin(text, left.start - 1, 0), left.start - 1)
        name, scope = (words.strip_head(before.raw), "") if "至" in before.raw else (before.name, before.scope)
        left = replace(left, name=name, scope=scope)  # 旅行时间，由现有4小时缩减至2小时
    if names.is_name(layout, q) and q.style != "chinese":
        return None
    if not left.name and previous is not None and previous.quantity.unit in TIMES and q.begin - previous.end < 12:
        sign, end = compare.after(text, q.end)
        return Found(q, sign, end, left)
    if (q.unit == "年" and not LIFE.search(left.name)) or not timing.measures_time(left.name, left.between + left.growth):
        return None
    if names.is_condition(left.raw, text[q.end : q.end + 70], q, bool(left.name)):
        return None
    sign, end = compare.after(text, q.end)
    return Found(q, sign, end, left)
