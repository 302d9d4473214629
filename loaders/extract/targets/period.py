"""The year a figure is for, and whether it is to be reached or is reported: the phrase that governs it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from loaders.extract.targets import numerals
from loaders.extract.targets.layout import Layout

_Y = "(?:20[0-9]{2}|二[〇○零][〇○零一二三四五六七八九]{2})"
_EVENT = re.compile(
    rf"(?P<pre>截至|截止|比|较|与|由|从|自|以)?(?:到|至)?(?:{_Y}年?(?:[—–―~-]{{1,2}}|至|"
    rf"到))?(?P<year>{_Y})年(?P<month>\d{{1,2}}月)?"
    r"(?P<day>\d{1,2}日)?(?P<post>以来|起|底前|末前|以前|之前|前|底|末|初|上半年|[前第]?[一二三四]季度(?:[末底]?前|"
    r"末|底)?|1(?:[—–~-]|至|到)\d{1,2}月)?"
    r"|(?P<than>比|较)?“?十(?P<five>[一二三四五六])五”?(?:规划)?(?P<stage>期末|末|期间|时期|以来)"
    r"|(?P<lately>[一二三四五六七八九十\d]{1,3}年来|目前|当前|迄今|去年|(?<!以)上年)"
    r"|(?P<since>以来|近年来|近[几两三五]年|过去[几两三五])"
    r"|(?P<ahead>今后|未来|下一步|下步|接下来)"
    r"|(?P<now>今年|年内|全年(?!龄)|本年度?)(?P<part>以来|上半年|[前第]?[一二三四]季度|1(?:[—–~-]|至|到)\d{1,2}月)?"
)
_SINCE = re.compile(r"[^，,。；\n]{0,14}以来")
_PAST = re.compile(r"已|以来|现有|现已|同比|累计完成|了\d")
_PAST_SECTION = re.compile("(?:基础|现状|成效|成就|回顾|形势|背景|进展|总结|情况|问题)(?:$|[和与及、])")
_GOAL_SECTION = re.compile("目标|指标")
_SPOKEN = re.compile(r"[^，,。；]{0,24}(?:指出|提出|明确|要求|强调|认为|介绍|显示|获悉)，?$")
_ITEM = re.compile(r"[—–●•·◆▪\-]|[\d①-⑳]|[（(]\d")


@dataclass(frozen=True, slots=True)
class Event:
    """A phrase at ``begin`` that dates what follows; ``governs`` tells that it does so beyond its sentence."""

    begin: int
    end: int
    year: int | None
    kind: str
    governs: bool


class Periods:
    """All dating phrases of a text, asked for the one that governs an offset."""

    def __init__(self, layout: Layout, doc_year: int | None) -> None:
        """Find the phrases; ``doc_year`` is when the document was issued or published."""
        self.layout = layout
        self.doc_year = doc_year
        found = (self._event(m) for m in _EVENT.finditer(layout.text) if layout.titles.at(m.start()) is None)
        self.events = [e for e in found if e is not None]
        self._begins = [e.begin for e in self.events]
        self._governing = [e for e in self.events if e.governs]
        self._governing_begins = [e.begin for e in self._governing]

    def kind_of(self, year: int | None) -> str:
        """``baseline`` for a year before the document's own, ``target`` after it, else unknown (empty)."""
        if year is None or self.doc_year is None or year == self.doc_year:
            return ""
        return "baseline" if year < self.doc_year else "target"

    def at(self, clause: int, figure: int) -> tuple[int | None, str]:
        """Year and kind of the figure at ``figure`` whose clause begins at ``clause``."""
        event = self.governing(figure)
        year = event.year if event else None
        kind = event.kind if event else ""
        if kind != "target" and _PAST.search(self.layout.text, max(clause, figure - 60), figure):
            kind = "baseline"
        return year, kind or self._by_section(figure) or "target"

    def governing(self, at: int) -> Event | None:
        """The phrase in the same sentence, else the governing one of the paragraph, list or goal section."""
        i = bisect_left(self._begins, at)
        if i and self.events[i - 1].begin >= self.layout.sentence(at):
            return self.events[i - 1]
        i = bisect_left(self._governing_begins, at)
        if not i:
            return None
        event = self._governing[i - 1]
        begin, _ = self.layout.paragraph(at)
        return event if event.begin >= begin or self._carries(event, at, begin) else None

    def _carries(self, event: Event, at: int, paragraph: int) -> bool:
        """Whether ``event`` of an earlier paragraph governs a list item or a paragraph of the same goal section."""
        text = self.layout.text
        last = self.layout.paragraph(event.begin)[1]
        opens = text[last - 1 : last] in ("：", ":")
        around = self.layout.around(at)
        shared = [s for s in around if s.begin <= event.begin]
        if not around:
            return opens or _ITEM.match(text, paragraph) is not None
        return bool(shared) and (opens or any(_GOAL_SECTION.search(s.title) for s in shared))

    def _by_section(self, at: int) -> str:
        """The kind that the nearest telling section title gives."""
        for section in self.layout.around(at):
            if _GOAL_SECTION.search(section.title):
                return "target"
            if _PAST_SECTION.search(section.title):
                return "baseline"
        return ""

    def _governs(self, begin: int) -> bool:
        """A phrase governs its paragraph when it stands in the first clause of its sentence (after 《方案》提出，)."""
        start = self.layout.sentence(begin)
        before = self.layout.text[max(start, begin - 80) : begin]
        lead = re.split("[：:；;]", before)[-1]
        first = lead.rpartition("，")[0]
        return not first or _SPOKEN.match(first) is not None

    def _event(self, m: re.Match[str]) -> Event | None:
        """The dating phrase ``m``, or ``None`` where it compares or merely dates a paper."""
        begin, end = m.span()
        governs = self._governs(begin)
        if m["year"]:
            return self._calendar(m, governs)
        if m["five"]:
            if m["than"]:
                return None
            year = 2005 + 5 * " 一二三四五六".index(m["five"])
            past = m["stage"] == "以来"
            return Event(begin, end, None if past else year, "baseline" if past else self.kind_of(year), governs)
        if m["lately"]:
            year_now = None if self.doc_year is None else self.doc_year - (m["lately"] in ("去年", "上年"))
            return Event(begin, end, None if m["lately"] in ("目前", "当前", "迄今") else year_now, "baseline", governs)
        if m["since"]:
            return Event(begin, end, None, "baseline", governs)
        if m["ahead"]:
            return Event(begin, end, None, "target", governs)
        return Event(begin, end, self.doc_year, "baseline" if m["part"] else "", governs)

    def _calendar(self, m: re.Match[str], governs: bool) -> Event | None:
        """到2025年, 2025年底前, 截至2021年底, 2022—2025年, 2015年实施以来; not 比2020年, 2021年5月19日."""
        year = numerals.year(m["year"])
        if m["post"] == "以来" or _SINCE.match(self.layout.text, m.end()):
            return Event(m.start(), m.end(), None, "baseline", governs)
        if m["pre"] in ("截至", "截止"):
            return Event(m.start(), m.end(), year, "baseline", governs)
        dated = m["month"] and (m["day"] or m["post"] in (None, "起")) and m["post"] != "前"
        if m["pre"] in ("比", "较", "与", "由", "从", "自", "以") or dated or m["post"] == "起":
            return None
        if self.layout.text.startswith(("远景", "）", ")", "相比"), m.end()):
            return None
        kind = self.kind_of(year)
        if kind != "target" and m["post"] and m["post"].endswith(("季度", "半年", "月")):
            kind = "baseline"
        return Event(m.start(), m.end(), year, kind, governs)
