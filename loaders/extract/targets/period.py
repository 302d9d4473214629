"""The year a figure is for, and whether it is to be reached or is reported: the phrase that governs it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from loaders.extract.targets import mood
from loaders.extract.targets.events import Event, events, kind_of
from loaders.extract.targets.layout import Layout, Section

_PAST_SECTION = re.compile(
    "(?:(?:发展|工作|现实|建设|前期|规划|良好|产业)基础|^基础|现状|成效|成就|回顾|形势|背景|进展|总结|情况|问题|(?:主要|典型|经验|创新)做法)(?:$|[和与及、])"
)
_REVIEW = re.compile("(?:工作|建设|发展)(?:回顾|总结|成就)$|统计公报$|运行情况$")
"""The title of a paper that looks back."""
_WORKED_ON = re.compile(
    "(?:夯实|筑牢|打牢|厚植|巩固|强化|加强|奠定|做实|解决|破解|化解|整改|补齐|开展|做好|抓好)[^，,、]{0,8}"
    "(?:基础|成效|进展|总结|情况|问题)$"
)
"""Headings that set a task (夯实产业基础, 解决突出问题), not the state of things."""
_GOAL_SECTION = re.compile("目标|指标(?!处于|运行|完成|增|稳|全|总体)")
_REACHED = re.compile("(?<!未)(?:完成|实现|达成|兑现)$")
"""The title of what was reached (年度目标任务全面完成)."""
_ALSO = re.compile("[ 　]*(?:其中|同时|此外|另外)[，,：:]")
"""A paragraph that goes on with the one before."""
_AIMS_SECTION = re.compile("总体(?:要求|思路)|(?:工作|指导)思路|愿景|^要求")
"""A section that also tells what is aimed at, without a heading of its own for that."""
_BY = re.compile("[ 　]*(?:力争|争取|确保)?(?:到|至)?“?$")
"""What stands before the year that opens a paragraph."""
_RESULTS = re.compile("(?:完成|执行|进展|实施|落实)情况$|(?:工作)?(?:亮点|成果|成绩|实绩)$")
_ITEM = re.compile(r"[—–●•·◆▪\-]|\d{1,3}(?![\d年月日])|[①-⑳]|[（(]\d")


_STATISTICS = re.compile("同比|比上年|较上年|比去年|较去年")
ENOUGH = 4
"""A report of the press that compares so often is one of statistics: the months it names first hold for all of it."""
_AROUND = 240
_HEADLINE = 24
"""A line that heads others has so many characters at most."""
_PARTED = re.compile("[，。；：:！？]")
_BACK = 5
"""So many dates back one is looked for that holds over paragraphs."""
_OPENING = 4000
"""So much of a text tells whether it narrates."""
_COMING = re.compile(
    "(?<![即])将(?![近军领来])|拟(?!合)|力争|争取|计划(?!单列|内)|规划(?:[新改扩]?建|布局|总)|预计|预期|下达|确保|目标|(?<![主需重首])要(?![求素道点闻])|打造|今后|未来|到(?:20\\d\\d|今|明)年|到年底|(?:提出|要求|强调|指出|明确|规定)[，,]|根据[^，,。]{0,8}(?:协议|规划|方案)|"
    "(?:开工|启动|加快|推进)建设|(?:^|[。，；])(?:推进|打通|建设|新建|建成|改建|扩建|续建|拓宽)"
)
"""What looks ahead, or sets a task."""
_YEARS_PLAN = re.compile("20\\d\\d年.{0,12}(?:计划|要点|目标|安排|实事)(?!执行|完成|进展)|行动计划(?!执行|完成|进展|实施以来)")
"""The title of a report on the plan of a year."""
_TASKS = re.compile("安排|打算|部署|重点|任务|措施|要求")
_TOLD = re.compile(
    "[—–-]{0,4}[^，。；：\\n]{4,20}(?:增强|提升|加快|改善|提高|突破|成效|跃升|进步|夯实|优化|深化|扩大|向好|显现|上升|好转|彰显)。"
)
"""综合实力显著增强。: what a paragraph of a review opens with."""
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_TITLED = re.compile("《[^《》]{1,80}》")


_PERFECT = re.compile(
    "已[一-鿿]|截至|全部完成|全面落实|累计|较去年同期|超额完成|竣工交付|[成建施动决到现加得出](?:了)(?=[一-鿿\\d“])|同比|[比较](?:上年|去年)|累计完成|截至|共(?:投入|完成|争取|建成|签)|先后|相继|以来，"
)
_PLANS = re.compile(
    "力争|到20\\d\\d年|确保|加快|着力|努力|大力|推动|推进|打造|不低于|不少于|控制在|鼓励|支持|[应须要](?=[一-鿿]{2})"
)


def narrates(text: str) -> bool:
    """Whether a text without a title that tells its kind reports what was done rather than sets what is to be."""
    return len(_PERFECT.findall(text[:_OPENING])) > len(_PLANS.findall(text[:_OPENING]))


class Periods:
    """All dating phrases of a text, asked for the one that governs an offset."""

    def __init__(
        self, layout: Layout, doc_year: int | None, spoken: int | None, reported: bool, figures: Sequence[int] = ()
    ) -> None:
        """Find the phrases; ``doc_year`` is when the document was issued or published, ``spoken`` what 今年 means in it.

        ``reported``: the text is a report of the press, in which what is not said to come has come.
        """
        self.layout = layout
        self.doc_year = doc_year
        self.reported = reported
        self.events = list(events(layout, doc_year, spoken, figures))
        parts = [e for e in self.events if e.part] if reported and len(_STATISTICS.findall(layout.text)) >= ENOUGH else []
        self._month = parts[0] if parts else None
        years = {int(year) for year in _YEAR.findall(layout.title)}
        self._titled = years.pop() if len(years) == 1 else None
        told = {e.year for e in self.events}
        self._only = doc_year if reported and told == {doc_year} and any(e.governs for e in self.events) else None
        self._reached = _REACHED.search(layout.title) is not None
        self._looks_back = self._reached or _REVIEW.search(layout.title) is not None
        self._told = -1, ""
        self._asked: tuple[int, Event | None] = -1, None
        self._last: tuple[int, str, Event | None] = -1, "", None
        self._begins = [e.begin for e in self.events]
        self._governing = [e for e in self.events if e.governs]
        self._governing_begins = [e.begin for e in self._governing]

    def kind_of(self, year: int | None) -> str:
        """The kind that a year alone tells, seen from the document's own."""
        return kind_of(year, self.doc_year)

    def at(self, clause: int, figure: int) -> tuple[int | None, str]:
        """Year and kind of the figure at ``figure`` whose clause begins at ``clause``.

        The date that governs the figure gives both; the cue nearest before the figure may gainsay a date told
        earlier. Where neither tells the kind, what was told last does, then the section, a hint, the genre.
        """
        event = self.governing(figure)
        here = event is not None and event.begin >= self.layout.sentence(figure)
        cue, hint, where = self._cue(figure)
        if event is not None and event.kind and cue and cue != event.kind and where > event.end:
            event, cue = self._gainsaid(event, here, cue)
        if event is None and cue != "target":
            event = self._month
        year = event.year if event else None
        kind = (event.kind if event else "") or cue
        told = self.layout.grid.at(figure) is None  # no cell of a table, which no heading dates
        if year is None and kind != "target" and told and not (event and event.closed):
            year = self.layout.headed(figure)
            kind = kind or self.kind_of(year)
        if not kind and event is not None and not here:
            kind = self._said_of(event)
        sure = kind
        kind = kind or self._going_on(event, figure) or self._by_section(figure) or self._listed(hint, figure)
        if not kind and self.reported and told:
            kind = (self._last[1] if event is self._last[2] else "") or self._in_report(clause, figure)
        if sure or event is not self._last[2]:
            self._last = figure, sure, event
        if year is None and event is None:
            year = self._titled if kind == "baseline" and self._reached else self._only if cue == "target" else None
        if year is None and event is not None and kind == "baseline" and not here:
            year = event.closed
        self._told = figure, kind or "target"
        return year, kind or "target"

    def _cue(self, figure: int) -> tuple[str, str, int]:
        """The sure cue and the hint that the words of the sentence give, and where the cue stands."""
        text, sentence = self.layout.text, self.layout.sentence(figure)
        cue, hint, where = mood.nearest(text, max(sentence, figure - _AROUND), figure)
        near = max(sentence, figure - 60)
        if mood.planned(text, max(near, text.rfind("；", near, figure)), figure):
            return "target", hint, figure
        return ("baseline", hint, figure) if not cue and mood.behind(text, figure) else (cue, hint, where)

    def _gainsaid(self, event: Event, here: bool, cue: str) -> tuple[Event | None, str]:
        """The date, if any, and the cue that hold where the ``cue`` behind the date tells another kind."""
        if not here:
            return None, cue
        if event.kind == "target":
            return event, ""
        if event.year is not None and event.year == self.doc_year:
            return replace(event, kind=cue), cue  # 今年开工项目310个，年度计划投资268亿元
        return None, cue

    def _said_of(self, event: Event) -> str:
        """The kind that the main clause of a date's own sentence tells, a review's results included."""
        text, stop = self.layout.text, min(self.layout.stop(event.end), event.end + _AROUND)
        cue, hint, _ = mood.nearest(text, event.end, stop)
        results = self.reported and mood.reviewed(text, event.end, stop)
        return cue or hint or ("baseline" if results else "")

    def _listed(self, hint: str, figure: int) -> str:
        """``hint``, unless it is a limit among the figures of a review (失业率控制在3.5%以内)."""
        at, kind = self._told
        among = self.reported and kind == "baseline" and at >= self.layout.paragraph(figure)[0]
        return "" if hint == "target" and among else hint

    def _going_on(self, event: Event | None, figure: int) -> str:
        """The kind told last in the same paragraph, where no phrase has dated anything anew.

        In a report the document's own year leaves a review what it is.
        """
        at, kind, dated = self._last
        same = event is dated or (self.reported and kind == "baseline" and event is not None and not event.kind)
        return kind if same and at >= self.layout.paragraph(figure)[0] else ""

    def _in_report(self, clause: int, figure: int) -> str:
        """``baseline`` for what a report tells without a word that looks ahead, in its clause or around it."""
        begin, end = self.layout.paragraph(figure)
        text = _TITLED.sub("", self.layout.text[max(begin, figure - _AROUND) : min(end, figure + _AROUND)])
        if _YEARS_PLAN.search(self.layout.title) or any(_TASKS.search(s.title) for s in self.layout.around(figure)):
            return ""
        ahead = _COMING.search(self.layout.text, max(clause, figure - 60), figure) or _COMING.search(text)
        return "" if ahead else "baseline"

    def dated_before(self, at: int) -> bool:
        """Whether only an earlier sentence dates the figure at ``at``: so the size of a work has no year."""
        event = self.governing(at)
        return event is None or event.begin < self.layout.sentence(at)

    def governing(self, at: int) -> Event | None:
        """The phrase in the same sentence, else the governing one of the paragraph, list or goal section."""
        if self._asked[0] != at:
            self._asked = at, self._governs(at)
        return self._asked[1]

    def _governs(self, at: int) -> Event | None:
        """What `governing` tells, looked for."""
        i, sentence = bisect_left(self._begins, at), self.layout.sentence(at)
        while i and self.events[i - 1].begin >= sentence:
            i -= 1
            if at < self.events[i].until:
                return self.events[i]
        i = bisect_left(self._governing_begins, at)
        begin, _ = self.layout.paragraph(at)
        for event in reversed(self._governing[max(0, i - _BACK) : i]):
            if event.begin >= begin or self._carries(event, at, begin):
                return event
        return None

    def _carries(self, event: Event, at: int, paragraph: int) -> bool:
        """Whether ``event`` of an earlier paragraph governs a list item or a paragraph of the same goal section."""
        text = self.layout.text
        if self.layout.grid.at(at) is not None:
            return False
        last = self.layout.paragraph(event.begin)[1]
        opens = text[last - 1 : last] in ("：", ":")
        if _ALSO.match(text, paragraph) and paragraph and event.begin >= self.layout.paragraph(paragraph - 1)[0]:
            return True
        around = self.layout.around(at)
        shared = [s for s in around if s.begin <= event.begin]
        if event.kind == "baseline" and event.year is None and _TOLD.match(text, paragraph) and len(shared) == len(around):
            return True
        if self._aimed(event, around) or (self._headline(event) and len(shared) == len(around)):
            return True
        if not around:
            return opens or _ITEM.match(text, paragraph) is not None
        if not shared:
            return opens and last - self.layout.paragraph(event.begin)[0] <= 2 * _HEADLINE
        return opens or any(_GOAL_SECTION.search(s.title) and not _RESULTS.search(s.title) for s in shared)

    def _headline(self, event: Event) -> bool:
        """Whether ``event`` stands in a line of its own that heads what follows (去年重大工程成绩单)."""
        begin, end = self.layout.paragraph(event.begin)
        apart = begin > 0 and end - begin <= _HEADLINE and self.layout.grid.at(event.begin) is None
        return apart and _PARTED.search(self.layout.text, begin, end) is None

    def _aimed(self, event: Event, around: list[Section]) -> bool:
        """Whether a paragraph of the innermost section is headed by the year of its aims (到2025年，…取得成效。)."""
        if event.year is None or event.kind == "baseline" or not around or not _AIMS_SECTION.search(around[0].title):
            return False
        begin, _ = self.layout.paragraph(event.begin)
        same = around[0] in self.layout.around(event.begin)[:1]
        return same and _BY.fullmatch(self.layout.text, begin, event.begin) is not None

    def _by_section(self, at: int) -> str:
        """The kind that the nearest telling section title gives."""
        kinds = (kind for s in self.layout.around(at) if (kind := _title_kind(s.title)) and not self.layout.titled(s, at))
        return next(kinds, "baseline" if self._looks_back else "")


@lru_cache(maxsize=4096)
def _title_kind(title: str) -> str:
    """What the title of a section tells of the figures in it; a blank where it tells nothing."""
    if _REACHED.search(title) or _RESULTS.search(title):
        return "baseline"
    if _GOAL_SECTION.search(title):
        return "target"
    return "baseline" if _PAST_SECTION.search(title) and not _WORKED_ON.search(title) else ""
