"""Targets and baselines (目标、指标): every figure to reach or reported, from sentences and from tables of indicators."""

from __future__ import annotations

import re

from loaders.extract.targets.bare import with_bare
from loaders.extract.targets.deadlines import Deadlines
from loaders.extract.targets.draft import Figure
from loaders.extract.targets.events import kind_of
from loaders.extract.targets.figures import figures
from loaders.extract.targets.grid import Cell
from loaders.extract.targets.headings import title_year
from loaders.extract.targets.layout import Layout, Ranges, Section
from loaders.extract.targets.shares import shared_figures
from loaders.extract.targets.tables import table_figures
from loaders.model import CleanText, Identity, Outline, Span, TargetFact

__all__ = ["extract_targets", "figures"]

_DATE = re.compile(r"(20\d\d)年\d{1,2}月\d{1,2}日")
_PLAN = re.compile("蓝图|计划|预期目标|工作要点|工作安排|政府工作报告|重点工作")
_OPENING = 400


def extract_targets(text: CleanText, identity: Identity, outline: Outline) -> tuple[TargetFact, ...]:
    """All targets and baselines of a document in reading order; spans count in ``text.text``."""
    said = _dated_year(identity) or _opening_year(text.text)
    year = said or _first_year(identity.title)
    dated, reported = said is not None, identity.genre == "news"
    sections = with_bare(text.text, tuple(Section(p.span.begin, p.span.end, p.title, p.parent) for p in outline.parts))
    tables = _tables(text)
    yearly = title_year(identity.title)
    layout = Layout(text.text, sections)
    told: list[Figure] = []
    covered: list[tuple[int, int]] = []
    for cells in tables:
        if rows := table_figures(cells, lambda y: kind_of(y, year)):
            told.extend(rows)
        elif rows := shared_figures(cells):
            told.extend(row if row.year else row.but(year=layout.headed(row.begin) or yearly) for row in rows)
        if rows:
            covered.append((min(c.begin for c in cells), max(c.end for c in cells)))
    inside = Ranges(sorted(covered))
    due = Deadlines(tables, layout)
    grid = Ranges(sorted((c.begin, c.end) for cells in tables for c in cells))
    for figure in figures(text.text, year, sections, grid, identity.title, dated=dated, reported=reported):
        if inside.at(figure.end - 1) is None:
            if figure.year is None and figure.kind == "target":
                figure = figure.but(year=due.at(figure.end - 1) or layout.headed(figure.begin) or yearly)
            told.append(figure)
    told.sort(key=lambda f: (f.begin, f.end))
    return tuple(_fact(f) for f in told)


def document_year(identity: Identity) -> int | None:
    """The year the document speaks in: of its date, of its number 〔2022〕, of its publication, the first of its period."""
    return _dated_year(identity) or _first_year(identity.title)


def _dated_year(identity: Identity) -> int | None:
    """The year that a date, a number or a report's title on one year's plan (2014年发展蓝图) gives."""
    if 0 <= identity.main < len(identity.works):
        work = identity.works[identity.main]
        if work.issued is not None:
            return work.issued.year
        if (m := re.search(r"20\d\d", work.number)) is not None:
            return int(m.group())
    if identity.published is not None:
        return (title_year(identity.title) if _PLAN.search(identity.title) else None) or identity.published.year
    return None


def _first_year(title: str) -> int | None:
    """The first year of the period that a title names."""
    first = re.search(r"(20\d\d)年?[—–―~-]|十([一二三四五六])五", title)
    if first is None:
        return None
    return int(first[1]) if first[1] else 2001 + 5 * " 一二三四五六".index(first[2])


def _opening_year(text: str) -> int | None:
    """The year of the first full date in the opening lines: when the meeting was held that minutes report."""
    date = _DATE.search(text, 0, _OPENING)
    return int(date[1]) if date else None


def _tables(text: CleanText) -> list[list[Cell]]:
    """The cells of each table."""
    tables: dict[int, list[Cell]] = {}
    for b in text.blocks:
        if b.kind == "cell" and b.table >= 0:
            tables.setdefault(b.table, []).append(Cell(b.begin, b.end, text.text[b.begin : b.end], b.row, b.column))
    return list(tables.values())


def _fact(f: Figure) -> TargetFact:
    """The figure as a fact."""
    return TargetFact(f.indicator, f.comparator, f.value, f.value_text, f.unit, Span(f.begin, f.end), f.year, f.scope, f.kind)
