"""When a figure holds: the year printed at it or behind it, else the one of the phrase that governs it."""

from __future__ import annotations

import re

from loaders.extract.targets.draft import Found
from loaders.extract.targets.layout import Layout
from loaders.extract.targets.period import Periods

_YEAR_AFTER = re.compile(r"[（(](?P<year>20\d\d)年?[)）]")
_DUE = re.compile(
    r"[^。；;，,\n]{0,12}[，,](?:并?[于在])?(?:(?P<year>20\d\d)年(?:\d{1,2}月)?|\d{1,2}月|年)[底末]?(?:以|之)?前"
    "(?:全[部面]|基本)?(?:完成|建成|投用|达到|实现|办结)(?=[。；;，,\n]|$)"
)
"""A date set behind the figure: 核查面不低于50%，于8月底前完成."""


def when(layout: Layout, periods: Periods, item: Found) -> tuple[int | None, str]:
    """Year and kind: printed at the figure, or given by the phrase that governs it."""
    at = item.quantity.begin
    if (m := _YEAR_AFTER.match(layout.text, item.end)) is not None:
        return int(m["year"]), periods.kind_of(int(m["year"])) or "target"
    year, kind = periods.at(item.left.begin, at)
    if item.left.year is not None:
        return item.left.year, periods.kind_of(item.left.year) or kind
    if item.left.raw.endswith(("从", "由")):
        return None, "baseline"
    if year is None and item.left.raw.startswith("占") and layout.text[item.left.start - 1 : item.left.start] in ("（", "("):
        return None, "baseline"  # 涉氨冷库（占冷库总量约60%）: the bracket only tells how things are
    if year is None and kind == "target" and (due := _DUE.match(layout.text, item.end)) is not None:
        return int(due["year"]) if due["year"] else periods.doc_year, kind
    return year, kind
