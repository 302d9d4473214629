"""Lists that the text itself calls projects: 续建项目（3个）：A、B、C; 建设A，B，C等项目; 签约的项目分别是：A、B."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.extract.projects.evidence import is_called
from loaders.extract.projects.ground import Ground, past_number
from loaders.extract.projects.lexicon import lexicon
from loaders.extract.projects.lists import is_bare, lead_end, segments
from loaders.extract.projects.names import Name
from loaders.extract.projects.restore import trimmed
from loaders.extract.projects.sharing import PAIR, RAILS, headed
from loaders.model import PlaceMentionFact, Span
from loaders.numerals import number
from loaders.occurrences import WordList, any_in

_NATURE = re.compile(
    r"(?:(?:19|20)\d{2}年)?(?:计划|年内|拟|预计|本年)?(?P<status>续建|新建|新开工|开工|竣工|在建|拟建|预备|储备|前期|收尾|建成投产|建成|投产|投用|完工|签约)?"
    r"(?:建设)?(?:重点|重大|产业|工业|基础设施|民生|[省市县区]级)*(?:建设)?(?:项目|工程)（共?(?P<count>\d{1,3}|[一二三四五六七八九十]{1,3})[个项]）(?:[：。]|$)"
)
"""What opens a counted list of works: 续建项目（3个）：."""
_COUNTED = WordList(("项目（", "工程（"))
_ASIDE = re.compile("（(?:包括|包含|含|其中)[^（）]*）$")
_SECTION = re.compile("[^，。；：、]{2,12}?(?:人民政府|政府|管委会)?")
"""A line that is only a place or its government heads the works that are there."""
_SUMS = re.compile(
    "等(?:\\d{1,3}[个项]|一?大?批|一系列|多个)?[^，。；：、（）]{0,12}?(?:项目|工程)"
    "(?:(?:建设|前期工作)|(?:相继|先后|陆续|全部|正式|将|已|顺利|如期|集中)*(?P<status>建成投产|建成投用|建成通车|开工建设|竣工|开工|投产|投用|建成|完工|签约|落地))?(?=[，。；]|$)"
)
"""What sums up a list that may run over several clauses."""
_SUMMED = WordList(("等",))
_TELLS = re.compile("[了将要让使对把被为是]|以及|包括|其中|通过|同时|着力|支持|的(?![^，。；：]{0,4}(?:项目|工程)$)")
"""A clause with such a word is no item."""
_INCLUDES = re.compile("(?:包括|包含|分别是|分别为|主要有)$")
_CLOSE = re.compile("[。；\n]")
_LONGEST = 40


class Entries(NamedTuple):
    """The items of a counted list, the state that its line tells, whether there are as many as it says."""

    items: tuple[Span, ...]
    status: str
    sure: bool


class Counted:
    """Reads the counted lists of a text, sentence by sentence; ``site`` is where the section's works are."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._open: re.Match[str] | None = None
        self._until = 0
        self.site: tuple[PlaceMentionFact, ...] = ()

    def heads(self, paragraph: Span) -> None:
        """Takes note of a line that is only a place or its government (三、某某市政府)."""
        if paragraph.end - paragraph.begin > 24:
            return
        line = past_number(self._ground, paragraph)
        places = self._ground.within(*line)
        if places and places[0].span.begin == line.begin and _SECTION.fullmatch(self._ground.plain, *line):
            rest = self._ground.plain[places[-1].span.end : line.end]
            self.site = (
                tuple(places[-1:]) if rest in ("", "人民政府", "政府", "管委会", "市政府", "县政府", "区政府") else self.site
            )

    def read(self, sentence: Span) -> Entries | None:
        """The items of ``sentence``, if it opens a counted list or follows a line that does.

        A list goes on behind the brackets that part sentences; what stands within one told before holds no items.
        """
        if sentence.begin < self._until:
            return Entries((), "", False)
        opened, self._open = self._open, None
        if any_in(self._ground.begins(_COUNTED), *sentence):
            match = _NATURE.match(self._ground.plain, *past_number(self._ground, sentence))
            if match is not None and match.end() >= sentence.end:
                self._open = match
            elif match is not None:
                return self._entries(match, match.end())
            return None
        return self._entries(opened, sentence.begin) if opened is not None else None

    def _entries(self, opened: re.Match[str], at: int) -> Entries | None:
        """The items between 、 from ``at`` up to the end of the list, each without what it includes."""
        items = []
        close = _CLOSE.search(self._ground.plain, at)
        self._until = close.start() if close else len(self._ground.plain)
        for begin, end in self._ground.pieces(at, self._until, "、，"):
            aside = _ASIDE.search(self._ground.plain, begin, end)
            items.append(Span(begin, aside.start() if aside else end - self._ground.plain.endswith("等", begin, end)))
        items = [item for item in items if 3 <= item.end - item.begin <= _LONGEST]
        sure = number(opened["count"]) == len(items)
        return Entries(tuple(items), opened["status"] or "", sure) if items else None


class Sum(NamedTuple):
    """A list over several clauses that 等项目 sums up: where it stands, its names, the state it ends with."""

    stretch: Span
    names: tuple[Name, ...]
    status: str


def sums(ground: Ground, sentence: Span) -> Iterator[Sum]:
    """The lists of ``sentence`` whose items are parted by ， too."""
    if not any_in(ground.begins(_SUMMED), *sentence):
        return
    clauses = ground.clauses(sentence)
    free = 0
    for i, clause in enumerate(clauses):
        match = _last(ground, clause)
        if match is None:
            continue
        first = _first(ground, clauses, i, free)
        free = i + 1
        if first is None:
            continue
        begin = _object(ground, clauses[first])
        if begin < 0:
            continue
        parts = [Span(begin, clauses[first].end), *clauses[first + 1 : i], Span(clause.begin, match.start())]
        chunks = [chunk for part in parts for segment in segments(ground, *part) for chunk in segment.chunks]
        at = max(ground.plain.rfind("项目", match.start(), match.end()), ground.plain.rfind("工程", match.start(), match.end()))
        status = match["status"] or ""
        yield Sum(Span(clauses[first].begin, clause.end), called(ground, chunks, Span(at, at + 2)), status)


def _last(ground: Ground, clause: Span) -> re.Match[str] | None:
    """等…项目 where it closes ``clause``."""
    at = ground.plain.find("等", max(clause.begin, clause.end - _LONGEST), clause.end)
    match = _SUMS.match(ground.plain, at, clause.end) if at > clause.begin else None
    return match if match is not None and match.end() == clause.end else None


def _first(ground: Ground, clauses: list[Span], last: int, free: int) -> int | None:
    """The clause that opens the list: the nearest before ``last`` with a verb or an announcement before it."""
    verb = lexicon().verb
    for i in range(last, free - 1, -1):
        if i > free and _INCLUDES.search(ground.plain, max(clauses[i - 1].begin, clauses[i - 1].end - 4), clauses[i - 1].end):
            return i
        if verb.match(ground.plain, *clauses[i]):
            return i if i < last else None
        if i < last and (clauses[i].end - clauses[i].begin > 3 * _LONGEST or _TELLS.search(ground.plain, *clauses[i])):
            break
    return _row(ground, clauses, last, free)


def _row(ground: Ground, clauses: list[Span], last: int, free: int) -> int | None:
    """The first of the clauses before ``last`` that are nothing but the name of a work each, two at least."""
    first = last
    while first > free and _is_work(ground, clauses[first - 1]):
        first -= 1
    return first if last - first >= 2 else None


def _is_work(ground: Ground, clause: Span) -> bool:
    """Whether a clause is the name of one work, perhaps after what it is (国内最长的隧道——A隧道)."""
    at = ground.plain.rfind("——", *clause)
    chunk = Span(at + 2, clause.end) if at >= 0 else clause
    head = headed(ground, chunk) if chunk.end - chunk.begin <= _LONGEST else None
    return head is not None and (bool(ground.within(*chunk)) or head.word in lexicon().closed)


def _object(ground: Ground, clause: Span) -> int:
    """Where the items of the opening clause begin."""
    verb = lexicon().verb.match(ground.plain, *clause)
    if verb is None and (at := ground.plain.rfind("——", *clause)) >= 0:
        return at + 2
    return verb.end() if verb is not None else clause.begin


def _without_sum(ground: Ground, chunk: Span) -> Span:
    """The last item without what sums up the list (江边学校十大项目)."""
    match = _COUNTED_ALL.search(ground.plain, *chunk) if ground.plain.endswith("项目", *chunk) else None
    return Span(chunk.begin, match.start()) if match is not None else chunk


_ROAD = re.compile("[一-鿿]{2,4}(?:路|街|大道|桥)")
_COUNTED_ALL = re.compile("[一二三四五六七八九十\\d]+大[^，。；、的]{0,8}项目$")


def called(ground: Ground, chunks: list[Span], tail: Span | None, sure: bool = False) -> tuple[Name, ...]:
    """The items as names; a bare place shares what follows the place of the next one; the headless end in ``tail`` (项目).

    ``sure``: the text says of each that it is a project (签约的项目分别是…).
    """
    out: list[Name] = []
    shared: Span | None = None
    line: Span | None = None
    for chunk in reversed([trimmed(ground, _without_sum(ground, chunk)) for chunk in chunks]):
        if not 2 <= chunk.end - chunk.begin <= _LONGEST:
            continue
        head = headed(ground, chunk)
        if head is None and line is not None and PAIR.fullmatch(ground.plain, *chunk):
            out.append(Name((chunk, line), ground.plain[line.begin : line.end], called=True))
            continue
        rails = RAILS.match(ground.plain, *chunk)
        line = Span(*rails.span("kind")) if rails else line
        if shared is not None and is_bare(ground, chunk):
            out.append(Name((chunk, shared), "", called=True))
            continue
        lead = lead_end(ground, chunk)
        shared = Span(lead, chunk.end) if chunk.begin < lead < chunk.end else None
        if head is not None or tail is None or _ROAD.fullmatch(ground.plain, *chunk):
            out.append(Name((chunk,), head.word if head else "", called=True))
        else:
            name = (chunk,) if ground.plain.startswith("项目", tail.begin) else (chunk, tail)
            out.append(Name(name, "项目", called=True))
    return tuple(name._replace(listed=sure and is_called(ground, name)) for name in reversed(out))
