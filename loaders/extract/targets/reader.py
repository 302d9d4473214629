"""From accepted numbers to figures: who is measured, when, and by which comparator."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extract.targets import clause, compare, dating, naming, spread, state, words
from loaders.extract.targets.clause import Left
from loaders.extract.targets.draft import Figure, Found
from loaders.extract.targets.elided import base as base_name
from loaders.extract.targets.layout import Layout
from loaders.extract.targets.period import Periods
from loaders.extract.targets.places import NAMED, PLACE, members
from loaders.extract.targets.scopes import inherited, lead
from loaders.extract.targets.units import RATIOS, TIMES, base_of
from loaders.extract.targets.works import SIZE, work_before

_EXTENT = re.compile("(?:总面积|国土面积|规划面积|区域面积)$")
_OF_PLAN = re.compile("(?:占|完成)了?(?:全年|年度|年|全部)?(?:目标|计划|投资)*(?:任务|计划|目标)的?$")
"""完成年度目标任务的50%: a share of what was told last as an amount, not of its growth."""
_PROPER = re.compile(
    f"[全我本该][国省市县区州盟旗镇乡]|[市县州]?中心城区|(?={NAMED.pattern}){PLACE.pattern}|[一-鿿]{{2,8}}(?:新片区|试验区|示范区|经济区)"
)
"""A place that the clauses behind its own go on with."""
_WHOLE = re.compile("(?:(?<![一-鿿])|(?<=[年月度底末]))[全我][国省市县区州盟旗](?![级域])")
"""The whole place, at the head of a clause."""
_PARTS = re.compile("[每各]|.*(?:[、等内间]|领域)")
"""What holds for its own clause only."""
_PAPER = re.compile("(?:报告|公报|总结)[^一-鿿]*$")
"""The title of an official paper, all of which is of its issuer's place."""
NEAR = 100
"""How far back, in characters, an elided indicator may be taken from."""


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


class Reader:
    """Reads runs of figures one after the other, each knowing the figures before it."""

    def __init__(self, layout: Layout, periods: Periods) -> None:
        """Start at the head of the text."""
        self.layout = layout
        self.periods = periods
        self.earlier: list[Figure] = []
        self.shared = 0
        self.spans = dating.Spans()

    @property
    def previous(self) -> Figure | None:
        """The figure read last."""
        return self.earlier[-1] if self.earlier else None

    def read(self, run: list[Found]) -> list[Figure]:
        """The figures of ``run``, divided among their subjects where 分别, 均 or 各 say so."""
        read = self._shared(run)
        if not read:
            for item in run:
                figure = self._single(item)
                if figure is not None:
                    read.extend(_bounds(item, figure))
                    self.earlier.append(figure)
        else:
            self.earlier.extend(read)
            self.shared = len(read)
        del self.earlier[:-4]
        return read

    def _shared(self, run: list[Found]) -> list[Figure]:
        """The figures of a clause that divides them among its subjects, none where it does not."""
        left = run[0].left
        if len(run) > 1 and not left.name and not spread.spreads(left) and self.shared == len(run) and left.raw:
            parts = [part._replace(year=left.year) for part in self._before(len(run), left, run[0].quantity.begin)]
            return [self._divided(left, item, run[-1].sign, part) for item, part in zip(run, parts, strict=False)]
        if pairs := self._paired(run):
            return [self._divided(left, item, run[-1].sign, part) for item, part in zip(run, pairs, strict=True)]
        if len(run) > 1 and spread.spreads(left):
            if (last := self.previous) and (seats := spread.going_on(left, len(run), last.indicator)):
                again = zip(run, seats, strict=True)
                return [self._figure(item, last.indicator, seat, left.year or last.year, last.kind) for item, seat in again]
            parts = spread.items(left, len(run), *self._around(left)) or self._before(len(run), left, run[0].quantity.begin)
            if not parts and left.name and not left.scope:  # 推进洛阳、商丘、南阳枢纽建设，接入比例分别达到85%、80%、75%
                places = members(inherited(self.layout, self.periods, run[0], left.name))
                parts = [spread.Part(p, left.name, left.year) for p in places] if len(places) == len(run) else []
            return [self._divided(left, item, run[-1].sign, part) for item, part in zip(run, parts, strict=False)]
        if len(run) == 1 and run[0].quantity.style == "rank" and (both := spread.ranked_both(left)):
            return [self._divided(left, run[0], run[0].sign, part) for part in both]
        if len(run) == 1 and spread.each(left):
            return [self._divided(left, run[0], run[0].sign, part) for part in spread.items(left)]
        return []

    def _around(self, left: Left) -> tuple[str, str]:
        """The clause before ``left``, and the text nearby."""
        text, at = self.layout.text, left.start
        return text[clause.begin(text, at - 1, 0) : at] if at else "", text[max(0, at - 4000) : at + 4000]

    def _divided(self, left: Left, item: Found, sign: str, part: spread.Part) -> Figure:
        """One figure of a divided clause, ``left`` being what stands before the first."""
        alone = replace(item, sign=item.sign or sign, left=left)
        read = self._single(alone)
        scope, name, year = part.scope, part.name, part.year
        if name in ("总量", "增速", "增幅") and (last := self.previous) is not None:  # 总产值30亿元，总量、增速均居全省第二
            name = base_name(last.indicator) + name
        indicator = name + (item.indicator[1:] if item.indicator.startswith("+") else left.growth)
        if not item.indicator and (not name or left.verb):
            indicator = read.indicator if read is not None else indicator
        if read is None:
            return self._figure(alone, indicator, scope, year, self.periods.kind_of(year) or "target")
        kind = (self.periods.kind_of(year) or read.kind) if year else read.kind
        return self._figure(alone, indicator, scope or read.scope, year or read.year, kind)

    def _single(self, item: Found) -> Figure | None:
        """A figure on its own, or ``None`` when nothing says what it measures."""
        at = item.quantity.begin
        previous = self.previous if self._near(at) else None
        if previous is not None and item.left.raw.startswith("其中"):  # …3148个，涉及居民38.6万户，其中长沙市400个
            previous = next((f for f in reversed(self.earlier) if f.unit == item.quantity.unit), previous)
        if previous is not None and item.quantity.unit == "%" and _OF_PLAN.match(item.left.raw):
            previous = next((f for f in reversed(self.earlier) if base_of(f.unit) not in RATIOS), previous)
        indicator, scope, end = naming.name(self.layout.text, item, previous)
        if not indicator or (_EXTENT.search(indicator) and "范围" in self.layout.text[self.layout.sentence(at) : at][-160:]):
            return None
        base = base_name(previous.indicator) if previous else ""
        same = base == base_name(indicator)
        elided = same or (words.FLOWS.fullmatch(item.left.name) and base in indicator)
        since = max(self.layout.paragraph(at)[0], previous.end if previous is not None else 0)
        if not scope and SIZE.match(indicator):
            scope = work_before(self.layout.text, since, item.left.begin)
        if not scope and previous is not None and elided:
            scope = previous.scope
        elif not scope:
            scope = inherited(self.layout, self.periods, item, indicator)
        sized = SIZE.match(indicator) is not None and bool(scope)
        if not scope and item.scope is None:
            scope = self._coordinate(item) or self._going_on(item)
        year, kind = self.spans.at(self.layout, item, *dating.when(self.layout, self.periods, item))
        if year is None and previous is not None and item.left.growth and same:
            year, kind = previous.year, previous.kind if previous.year else kind
        if sized and item.left.year is None and self.periods.dated_before(at):
            year = None
        year, kind = state.told(self.layout, item, indicator, (year, kind), previous)
        now = year is None or (previous is not None and year == self.periods.doc_year == previous.year)
        if now and kind == "target" and previous is not None and dating.goes_on(self.layout, previous, item, same):
            kind = "baseline"
        figure = self._figure(item, indicator, scope, year, item.kind or kind)
        return figure if end <= figure.end else figure.but(end=end)

    def _coordinate(self, item: Found) -> str:
        """The scope of the figures before in the same sentence, which a clause without a subject of its own goes on with.

        None where they are of several things, or of a part of one (其中…).
        """
        sentence = self.layout.sentence(item.quantity.begin)
        told = [f for f in self.earlier if f.begin >= sentence and f.unit not in TIMES]
        if not told or self.layout.text.find("其中", max(sentence, item.left.begin - 400), item.left.begin) >= 0:
            return ""
        scope = told[0].scope
        return scope if len({f.scope for f in told}) == 1 and _PARTS.match(scope) is None else ""

    def _going_on(self, item: Found) -> str:
        """The place told last in the paragraph, else the one that the headline of a report begins with."""
        at = item.left.begin
        begin = self.layout.paragraph(at)[0]
        if whole := _WHOLE.findall(self.layout.text, max(begin, at - 4 * NEAR), at):
            return str(whole[-1])
        told = [f.scope for f in self.earlier if f.begin >= begin and f.scope and not self._partial(f)]
        if told:
            return told[-1] if _PROPER.fullmatch(told[-1]) else ""
        headline = self.periods.reported and _PAPER.search(self.layout.title) is None
        return lead(self.layout.title) if headline else ""

    def _partial(self, figure: Figure) -> bool:
        """Whether the figure is of a part of the one before it (其中长沙市400个)."""
        low = max(self.layout.sentence(figure.begin), figure.begin - NEAR)
        return "其中" in self.layout.text[low : figure.begin + 2]

    def _before(self, count: int, left: Left, at: int) -> list[spread.Part]:
        """The subjects of the ``count`` figures before, when 分别 has none of its own (…，分别增长10%、12%)."""
        apart = left.raw.endswith(("分居", "分列"))  # amount and growth rank apart: 收入50亿元，增长6%，分居全省第4、第3位
        told = {(f.scope, f.indicator if apart else base_name(f.indicator)): f.year for f in self.earlier}
        last = list(told.items())[-count:]
        if left.name or len(last) < count or not self._near(at):
            return []
        return [spread.Part(scope, name, year) for (scope, name), year in last]

    def _paired(self, run: list[Found]) -> list[spread.Part]:
        """The amounts before, each with its growth in ``run`` (业务量24亿件、投递量46亿件，同比增长22%和13%); else nothing."""
        left, last = run[0].left, self.earlier[-len(run) :]
        if len(run) < 2 or left.name or not left.growth or spread.spreads(left) or len(last) < len(run):
            return []
        text, ends = self.layout.text, [*(f.begin for f in last[1:]), left.begin]
        apart = [text[f.end : end] for f, end in zip(last, ends, strict=True)]
        whole = all(base_of(f.unit) not in RATIOS for f in last) and all(i.quantity.unit == "%" for i in run)
        if not whole or apart[:-1] != ["、"] * (len(run) - 1) or apart[-1] != "，":
            return []
        return [spread.Part(f.scope, f.indicator, f.year) for f in last]

    def _near(self, at: int) -> bool:
        """Whether the figure before is close enough to lend its indicator."""
        p = self.previous
        return p is not None and at - p.end <= NEAR and self.layout.paragraph(at)[0] <= p.begin

    def _figure(self, item: Found, indicator: str, scope: str, year: int | None, kind: str) -> Figure:
        """Put the parts together."""
        q = item.quantity
        sign = item.sign or compare.before(item.left.between) or compare.before(_verbs(item.left))
        sign = sign or compare.governing(item.left.raw)
        if not sign:
            sign = ">" if q.more else item.default
        unit = "位" if q.style == "rank" and q.unit == "强" else q.unit
        begin = min(item.left.begin, q.begin)
        return Figure(indicator, sign, q.value, q.text, unit, begin, item.end, year, scope, kind)
