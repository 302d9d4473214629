"""Figures of a plain string: the core of the stage, free of documents and outlines."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extract.targets.accept import accepted
from loaders.extract.targets.draft import Figure, Found
from loaders.extract.targets.layout import Layout, Ranges, Section
from loaders.extract.targets.numerals import narrow, punctuated
from loaders.extract.targets.period import Periods
from loaders.extract.targets.reader import Reader
from loaders.extract.targets.units import SCALE, base_of

_SCALE = re.compile(SCALE)
_JOIN = re.compile(r"[”\"]?[、，,和与及以/\s]{1,4}")


def figures(
    text: str,
    doc_year: int | None = None,
    sections: tuple[Section, ...] = (),
    grid: Ranges | None = None,
    title: str = "",
    *,
    dated: bool = True,
    reported: bool = False,
) -> list[Figure]:
    """All targets and baselines that ``text`` states, in order.

    ``doc_year`` is the year of the document; ``grid`` holds the cells of its tables, into which no date carries over;
    ``title`` its title. ``dated``: 今年 means ``doc_year``, not only a period's first year; ``reported``: the press tells.
    """
    layout = Layout(punctuated(narrow(text)), sections, grid, title)
    items = accepted(layout)
    if not items:
        return []
    reader = Reader(layout, Periods(layout, doc_year, doc_year if dated else None, reported, [i.quantity.begin for i in items]))
    return [figure for run in _runs(layout.text, items) for figure in reader.read(run)]


def _runs(text: str, items: list[Found]) -> list[list[Found]]:
    """Group figures that only 、 or 和 parts: 分别达到1%、2%、3%."""
    runs: list[list[Found]] = []
    for item in items:
        if runs and _JOIN.fullmatch(text, runs[-1][-1].end, item.quantity.begin) and not item.indicator:
            runs[-1].append(item)
        else:
            runs.append([item])
    return [_of_one_unit(run) for run in runs]


def _of_one_unit(run: list[Found]) -> list[Found]:
    """``run``, the unit printed behind its last figure given to those before it with a bare 万 or 亿 (3200万、700万标准箱)."""
    unit = base_of(run[-1].quantity.unit)
    if not unit or _SCALE.fullmatch(unit):
        return run
    return [
        replace(item, quantity=replace(item.quantity, unit=item.quantity.unit + unit))
        if _SCALE.fullmatch(item.quantity.unit)
        else item
        for item in run
    ]
