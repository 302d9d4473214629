"""Targets and baselines (目标、指标): every figure to reach or reported, from sentences and from tables of indicators."""

from __future__ import annotations

from loaders.extract.targets.bare import with_bare
from loaders.extract.targets.deadlines import Deadlines
from loaders.extract.targets.defined import of_areas
from loaders.extract.targets.draft import Figure
from loaders.extract.targets.events import kind_of
from loaders.extract.targets.figures import figures
from loaders.extract.targets.grid import Cell
from loaders.extract.targets.layout import Layout, Ranges, Section
from loaders.extract.targets.period import narrates
from loaders.extract.targets.shares import shared_figures
from loaders.extract.targets.tables import table_figures
from loaders.extract.targets.years import plan_year, speaking_year
from loaders.model import CleanText, Identity, Outline, Span, TargetFact

__all__ = ["extract_targets", "figures"]


def extract_targets(text: CleanText, identity: Identity, outline: Outline) -> tuple[TargetFact, ...]:
    """All targets and baselines of a document in reading order; spans count in ``text.text``."""
    year, dated = speaking_year(identity, text.text)
    reported = identity.genre in ("news", "report") or (identity.genre == "other" and narrates(text.text))
    sections = with_bare(text.text, tuple(Section(p.span.begin, p.span.end, p.title, p.parent) for p in outline.parts))
    tables = _tables(text)
    yearly = plan_year(identity, text.text, year if dated else None)
    layout = Layout(text.text, sections)
    told: list[Figure] = []
    covered: list[tuple[int, int]] = []
    for cells in tables:
        if rows := table_figures(cells, lambda y: kind_of(y, year)):
            told.extend(row if row.year or not row.scope else row.but(year=layout.headed(row.begin) or yearly) for row in rows)
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
    told = _dated_headline(told, identity.title, text.text) if reported else told
    told.sort(key=lambda f: (f.begin, f.end))
    return tuple(_fact(f) for f in of_areas(told, layout))


def _dated_headline(told: list[Figure], title: str, text: str) -> list[Figure]:
    """The figures, those of the headline with the year, the kind and the scope that the report gives them below."""
    end = text.find(title[:12]) + len(title) + 8 if title else 0
    below = {(f.value, f.unit, f.indicator[-3:]): f for f in told if f.year is not None and f.begin >= end}
    said = [(f, below.get((f.value, f.unit, f.indicator[-3:]))) for f in told]
    return [f.but(year=f.year or g.year, kind=g.kind, scope=f.scope or g.scope) if g and f.begin < end else f for f, g in said]


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
