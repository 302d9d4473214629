"""Figures of a plain string: the core of the stage, free of documents and outlines."""

from __future__ import annotations

import re

from loaders.extract.targets import compare, naming, spread
from loaders.extract.targets.accept import accepted
from loaders.extract.targets.clause import Left
from loaders.extract.targets.draft import Figure, Found
from loaders.extract.targets.layout import Layout, Section
from loaders.extract.targets.numerals import NARROW
from loaders.extract.targets.period import Periods
from loaders.extract.targets.scopes import inherited

_JOIN = re.compile(r"[”\"]?[、，,和与及以/\s]{1,4}")
_YEAR_AFTER = re.compile(r"[（(](?P<year>20\d\d)年?[)）]")
NEAR = 100
"""How far back, in characters, an elided indicator may be taken from."""


def figures(text: str, doc_year: int | None = None, sections: tuple[Section, ...] = ()) -> list[Figure]:
    """All targets and baselines that ``text`` states, in order; ``doc_year`` is the year of the document."""
    layout = Layout(text.translate(NARROW), sections)
    items = accepted(layout)
    periods = Periods(layout, doc_year) if items else None
    found: list[Figure] = []
    for run in _runs(layout.text, items) if periods else []:
        found.extend(_Reader(layout, periods, found[-4:]).read(run))
    return found


def _runs(text: str, items: list[Found]) -> list[list[Found]]:
    """Group figures that only 、 or 和 parts: 分别达到1%、2%、3%."""
    runs: list[list[Found]] = []
    for item in items:
        if runs and _JOIN.fullmatch(text, runs[-1][-1].end, item.quantity.begin) and not item.indicator:
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _bounds(item: Found, figure: Figure) -> list[Figure]:
    """A range as its two bounds, ≥ and ≤; any other figure as it is."""
    q = item.quantity
    if q.upper is None:
        return [figure]
    upper = figure.but(comparator="≤", value=q.upper, value_text=q.upper_text)
    return [figure.but(comparator="≥"), upper]


def _verbs(left: Left) -> str:
    """The words between the indicator and the number, verbs of building included."""
    return left.raw.rpartition(left.name)[2] if left.name else left.raw[-8:]


class _Reader:
    """Reads one run of figures, knowing the figure before it."""

    def __init__(self, layout: Layout, periods: Periods, earlier: list[Figure]) -> None:
        """Keep what was read so far: ``earlier`` in order."""
        self.layout = layout
        self.periods = periods
        self.earlier = earlier
        self.previous = earlier[-1] if earlier else None

    def read(self, run: list[Found]) -> list[Figure]:
        """The figures of ``run``, divided among their subjects where 分别, 均 or 各 say so."""
        first = run[0]
        divided: list[tuple[str, str, int | None]] = []
        if len(run) > 1 and spread.spreads(first.left):
            divided = spread.items(first.left, len(run)) or self._before(len(run), first)
            sign = run[-1].sign
            pairs = [(f, sign, d) for f, d in zip(run, divided, strict=False)]
        elif len(run) == 1 and spread.each(first.left):
            divided = spread.items(first.left)
            pairs = [(first, first.sign, d) for d in divided]
        if divided:
            return [self._divided(first, f, sign, part) for f, sign, part in pairs]
        read: list[Figure] = []
        for item in run:
            figure = self._single(item)
            if figure is not None:
                read.extend(_bounds(item, figure))
                self.previous = figure
        return read

    def _divided(self, first: Found, item: Found, sign: str, part: tuple[str, str, int | None]) -> Figure:
        """One figure of a divided clause."""
        scope, name, year = part
        alone = Found(
            item.quantity, sign, item.end, first.left, item.indicator, item.scope, item.kind, item.default, first.verb
        )
        read = self._single(alone)
        indicator = name + first.left.growth
        if item.indicator.startswith("+"):
            indicator = name + item.indicator[1:]
        elif read is not None and (not name or first.left.verb):
            indicator = read.indicator
        elif not name and self.previous is not None:
            indicator = self.previous.indicator
        kind = (self.periods.kind_of(year) or "target") if year else (read.kind if read else "target")
        return self._figure(
            alone, indicator, scope or (read.scope if read else ""), year or (read.year if read else None), kind
        )

    def _single(self, item: Found) -> Figure | None:
        """A figure on its own, or ``None`` when nothing says what it measures."""
        at = item.quantity.begin
        previous = self.previous if self._near(at) else None
        indicator, scope, end = naming.name(self.layout.text, item, previous)
        if not indicator:
            return None
        if not scope:
            elided = previous is not None and not item.left.name and previous.indicator.startswith(naming.base(indicator))
            scope = (
                previous.scope if elided and previous else inherited(self.layout, self.periods, item.left.begin, at, indicator)
            )
        year, kind = self._when(item)
        figure = self._figure(item, indicator, scope, year, item.kind or kind)
        return figure.but(end=max(end, figure.end))

    def _before(self, count: int, first: Found) -> list[tuple[str, str, int | None]]:
        """The subjects of the ``count`` figures before, when 分别 has none of its own (…，分别增长10%、12%)."""
        last = self.earlier[-count:]
        if first.left.name or len(last) < count or not self._near(first.quantity.begin):
            return []
        return [(f.scope, naming.base(f.indicator), f.year) for f in last]

    def _near(self, at: int) -> bool:
        """Whether the figure before is close enough to lend its indicator."""
        p = self.previous
        return p is not None and at - p.end <= NEAR and self.layout.paragraph(at)[0] <= p.begin

    def _when(self, item: Found) -> tuple[int | None, str]:
        """Year and kind: printed at the figure, or given by the phrase that governs it."""
        at = item.quantity.begin
        if (m := _YEAR_AFTER.match(self.layout.text, item.end)) is not None:
            return int(m["year"]), self.periods.kind_of(int(m["year"])) or "target"
        year, kind = self.periods.at(item.left.begin, at)
        if item.left.year is not None:
            return item.left.year, self.periods.kind_of(item.left.year) or kind
        if item.left.raw.endswith(("从", "由")):
            return None, "baseline"
        return year, kind

    def _figure(self, item: Found, indicator: str, scope: str, year: int | None, kind: str) -> Figure:
        """Put the parts together."""
        q = item.quantity
        sign = item.sign or compare.before(item.left.between) or compare.before(_verbs(item.left))
        if not sign:
            sign = ">" if q.more else item.default
        unit = "位" if q.style == "rank" and q.unit == "强" else q.unit
        begin = min(item.left.begin, q.begin)
        return Figure(indicator, sign, q.value, q.text, unit, begin, item.end, year, scope, kind)
