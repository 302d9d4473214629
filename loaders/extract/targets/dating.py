"""When a figure holds: the year printed at it or behind it, else the one of the phrase that governs it."""

from __future__ import annotations

import re

from loaders.extract.targets.draft import Figure, Found
from loaders.extract.targets.layout import Layout
from loaders.extract.targets.period import Periods
from loaders.extract.targets.units import RATIOS, base_of

_YEAR_AFTER = re.compile(r"[（(](?P<year>20\d\d)年?[)）]")
_DUE = re.compile(
    r"[^。；;，,\n]{0,12}[，,](?:并?[于在])?(?:(?P<year>20\d\d)年(?:\d{1,2}月)?|\d{1,2}月|年)[底末]?(?:以|之)?前"
    "(?:全[部面]|基本)?(?:完成|建成|投用|达到|实现|办结)(?=[。；;，,\n]|$)"
)
"""A date set behind the figure: 核查面不低于50%，于8月底前完成."""
_BASE = re.compile(r"(?:(?:恢复|回升|相当|达)[到至于为]|[是为])20\d\d年(?:同期|水平)?的(?:不低于|不少于|约|超过)?$")
_AHEAD = re.compile("将|力争|争取|预计|计划|确保|目标|打造|推进|推动|规划|建设|[；;]")

_FROM_NOW = re.compile("[由从](?:“?十[一二三四五]五”?(?:期间|时期|期末|末)?的?|目前的?|现在的?|现有的?)?$")
_FROM = re.compile(r"[由从](?:20\d\d年(?:底|末)?的?)?$")
_TO = re.compile("(?:增加|增长|提高|提升|上升|扩大|下降|降低|减少|缩小|增|升|降|减|发展|达|调整)[到至]")
_GOES_ON = 900
"""So far, in characters, the years of the first pair hold."""


def when(layout: Layout, periods: Periods, item: Found) -> tuple[int | None, str]:
    """Year and kind: printed at the figure, or given by the phrase that governs it."""
    at = item.quantity.begin
    if (m := _YEAR_AFTER.match(layout.text, item.end)) is not None:
        return int(m["year"]), periods.kind_of(int(m["year"])) or "target"
    year, kind = periods.at(item.left.begin, at)
    share = item.quantity.unit in ("成", "倍") or base_of(item.quantity.unit) in RATIOS
    if share and _BASE.search(item.left.raw) and periods.kind_of(item.left.year) != "target":
        return year, kind  # 恢复至2019年的90%: the year only compares
    if item.left.year is not None:
        from_then = _FROM.search(item.left.raw) is not None
        return item.left.year, periods.kind_of(item.left.year) or ("baseline" if from_then else kind)
    if _FROM_NOW.search(item.left.raw):
        event = periods.governing(at)
        return (event.since if event is not None else None), "baseline"
    if year is None and item.left.raw.startswith("占") and layout.text[item.left.start - 1 : item.left.start] in ("（", "("):
        return None, "baseline"  # 涉氨冷库（占冷库总量约60%）: the bracket only tells how things are
    if year is None and kind == "target" and (due := _DUE.match(layout.text, item.end)) is not None:
        return int(due["year"]) if due["year"] else periods.doc_year, kind
    return year, kind


def goes_on(layout: Layout, previous: Figure, item: Found, same: bool) -> bool:
    """Whether the figure continues a report that its sentence began (共有机构350个，床位5.2万张).

    ``same`` tells that it is of the indicator before, of which only a change goes on (利润率为6.1%，提高0.3个百分点).
    """
    at = item.quantity.begin
    if previous.kind != "baseline" or (same and not item.left.growth):
        return False
    return layout.sentence(at) <= previous.begin and _AHEAD.search(layout.text, previous.end, at) is None


class Spans:
    """The two years of 由2010年的A增加到2015年的B, which hold for the pairs without years that follow (由C增加到D)."""

    def __init__(self) -> None:
        """Nothing told yet."""
        self._first: tuple[int, str] | None = None
        self._last: tuple[int, str] | None = None
        self._until = -1
        self._open = False

    def at(self, layout: Layout, item: Found, year: int | None, kind: str) -> tuple[int | None, str]:
        """Year and kind of a figure whose own are ``year`` and ``kind``, to be asked figure by figure."""
        raw, at = item.left.raw, item.quantity.begin
        opened, self._open = self._open, _FROM.search(raw) is not None
        if item.left.year is not None:
            if self._open:
                self._first, self._last = (item.left.year, kind), None
            elif opened and self._first is not None and _TO.search(raw):
                self._last, self._until = (item.left.year, kind), at + _GOES_ON
            return year, kind
        if self._first is None or self._last is None or at > self._until or layout.grid.at(at) is not None:
            return year, kind
        if self._open:
            return self._first
        return self._last if opened and _TO.search(raw) else (year, kind)
