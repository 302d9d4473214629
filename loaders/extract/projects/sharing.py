"""What the items of a list share without 等: the tail of a neighbour that has its head."""

from __future__ import annotations

import re

from loaders.extract.projects.endings import ending_of
from loaders.extract.projects.ground import Ground
from loaders.extract.projects.lexicon import lexicon
from loaders.extract.projects.lists import is_bare, lead_end
from loaders.extract.projects.names import ACTION, PROPER, Head, Name, doing_of, head_of
from loaders.model import Span

DOING = re.compile("(?:输变?电|配置|治理|修复|整治|加固|提升|改造|扩容|引水|调水|供水)$")
PAIR = re.compile("[一-鿿]{2,4}(?:[中东西南北]线)?")
RAILS = re.compile("[一-鿿]{2,4}(?P<kind>高铁|铁路|高速公路|高速|城际铁路|城际)")
"""The ends of a line told by one character each, and such a line with what it is (渝万、渝西、渝湘高铁)."""
_JOINT = re.compile("连片|互联互通|一体化")
"""A work that spans the places listed before it."""
_TITLES = ("高地", "区域", "节点", "样板", "目的地", "增长极", "桥头堡")
"""What closes an item of its own that no neighbour's head completes."""
_BARE = ("工程", "项目")
"""With nothing before it such a head has no neighbour to give to (…达到一定深度的项目)."""
_REACH = re.compile("流域|干流|支流|沿线|沿岸|两岸|地区|区域|段")


def headed(ground: Ground, chunk: Span) -> Head | None:
    """The head noun ``chunk`` ends in, if it does."""
    head = head_of(ground, chunk) or doing_of(ground, chunk)
    return head if head is not None and head.stop == chunk.end else ending_of(ground, chunk)


def donated(ground: Ground, chunks: list[Span]) -> list[Name]:
    """Each chunk with its own head, or with the tail of the next that has one."""
    out: list[Name] = []
    donor: tuple[Span, Head] | None = None
    for i, chunk in reversed(list(enumerate(chunks))):
        if _NUMBER.fullmatch(ground.plain, *chunk) and i and _NUMBERED.search(ground.plain, *chunks[i - 1]):
            out.append(Name((chunk,), "国道"))
        elif (head := headed(ground, chunk)) is not None and (
            head.word not in _DOINGS or donor is None or donor[1].word in lexicon().closed
        ):
            shared = _shared_action(ground, chunk, donor)
            donor = (chunk, head) if head.word != "期" and (head.begin > chunk.begin or head.word not in _BARE) else donor
            out.append(Name((chunk, shared) if shared else (chunk,), head.word))
        elif donor is not None and _may_share(ground, chunk, donor[1]):
            if out and (one := _undivided(ground, donor[0], out[-1], chunk)) is not None:
                out[-1] = one
            else:
                out.append(Name((chunk, _tail_of(ground, donor, chunk)), donor[1].word))
    return _fronted(ground, out[::-1])


def _fronted(ground: Ground, names: list[Name]) -> list[Name]:
    """The names, each short one given the work that the one before it is a part of (A大桥北岸接线和南岸接线; 省道394、603)."""
    front: Span | None = None
    out: list[Name] = []
    for name in names:
        chunk = name.pieces[0]
        match = _PART.match(ground.plain, *chunk) if len(name.pieces) == 1 else None
        if match is not None:
            front = Span(chunk.begin, match.end("whole" if match["whole"] else "road"))
        elif front is not None and _ALONE.fullmatch(ground.plain, *chunk):
            digits = ground.plain[chunk.begin : chunk.end].isdigit()
            if digits == (ground.plain[front.end - 2 : front.end] in ("国道", "省道", "县道")):
                name = Name((front, chunk), name.head if not digits else "国道")
        else:
            front = None
        out.append(name)
    return out


_PART = re.compile(
    "(?P<whole>[一-鿿A-Z\\d]{2,12}?(?:大桥|隧道|高速公路|高速|公路|铁路|高铁|通道))[一-鿿]{2,5}(?:接线|连线|连接线|支线|互通|出口|段)$|(?P<road>[国省县]道)(?=\\d{2,4}$)"
)
"""A part of a work: 海湾大桥北岸接线; a numbered road."""
_NUMBER = re.compile("\\d{2,4}")
_NUMBERED = re.compile("[国省县]道\\d{2,4}$")
_ALONE = re.compile("[一-鿿]{2,3}(?:接线|连线|连接线|支线|互通|出口|段)|\\d{2,4}")


def _shared_action(ground: Ground, chunk: Span, donor: tuple[Span, Head] | None) -> Span | None:
    """扩容改造 for a stretch of road before another that has it (A高速B至C段、D高速E至F段扩容改造), A铁路和B铁路改扩建."""
    if donor is None:
        return None
    whole, head = donor
    if head.stop > head.end and chunk.end + 1 == whole.begin and ground.plain[chunk.end] in "和与及":
        alike = ground.plain.endswith(head.word, *chunk) and ACTION.match(ground.plain, head.end, head.stop)
        return Span(head.end, head.stop) if alike else None
    if ground.plain[chunk.end - 1] != "段":
        return None
    section = _STRETCH.search(ground.plain, donor[1].end, donor[0].end) or _REACHES.search(ground.plain, *donor[0])
    return Span(section.end(), donor[0].end) if section and section.end() < donor[0].end else None


_REACHES = re.compile("[一-鿿]{2}段(?=(?:防洪|治理|整治|综合|护岸|清淤|堤防|改造|提升|航道)[一-鿿]{0,8}(?:工程|项目)$)")
"""Stretches of two rivers with one work (甲溪上游段和乙溪中游段防洪工程)."""
_STRETCH = re.compile("[至到—][^至到—]{1,6}?段")
_DOINGS = frozenset(("加固", "整治", "治理", "综合整治", "综合治理", "生态修复", "扩建", "改扩建"))


def _may_share(ground: Ground, chunk: Span, head: Head) -> bool:
    """A programme's head is shared only by places and by works (A堤防加固、B堤防提升工程)."""
    if head.word not in lexicon().heads:
        return is_bare(ground, chunk)
    if ground.plain.endswith(_TITLES, *chunk):
        return False
    if head.word not in lexicon().programme or is_bare(ground, chunk) or is_proper(ground, chunk):
        return True
    return head.word == "工程" and DOING.search(ground.plain[chunk.begin : chunk.end]) is not None


def _undivided(ground: Ground, donor: Span, name: Name, chunk: Span) -> Name | None:
    """江西、湖北、湖南长征国家文化公园 is one park: the name without its provinces, which are its places."""
    if not is_bare(ground, chunk):
        return None
    if _JOINT.search(ground.plain, *donor) and not name.also:
        return Name((Span(chunk.begin, donor.end),), name.head)
    if not lexicon().undivided.search(ground.plain, *donor):
        return None
    lead = lead_end(ground, donor)
    return Name((Span(lead, donor.end),), name.head, also=(*name.also, chunk, Span(donor.begin, lead)))


_FROM = re.compile("[^、，至到—]{2,8}[至到—]")
"""甲、乙至丙高铁: from both to 丙."""


def _tail_of(ground: Ground, donor: tuple[Span, Head], chunk: Span) -> Span:
    """What ``chunk`` shares of the donor: all after the donor's place, or the head with its generic modifiers."""
    whole, head = donor
    lead = lead_end(ground, whole)
    own = lead_end(ground, chunk)
    line = _FROM.match(ground.plain, whole.begin, lead) if own == chunk.end else None
    if line is not None and _FROM.match(ground.plain, *chunk) is None and ground.plain.startswith("、", chunk.end):
        return Span(line.end() - 1, head.stop)
    lead = lead if lead <= head.begin else whole.begin
    if (not is_bare(ground, chunk) and chunk.end - max(own, chunk.begin) > 4) or ACTION.search(
        ground.plain, chunk.begin, chunk.end
    ):
        return Span(head.begin, head.stop)
    if lead > whole.begin and lead < head.begin + 1 and (head.word not in lexicon().closed or _REACH.match(ground.plain, lead)):
        return Span(lead, head.stop)
    generic = lexicon().generic
    for at in range(max(lead, whole.begin + 1), head.begin):
        if generic.fullmatch(ground.plain, at, head.begin):
            return Span(at, head.stop)
    return Span(head.begin, head.stop)


def is_proper(ground: Ground, chunk: Span) -> bool:
    """引江补汉, 西气东输: a coined four-character name of a work."""
    return PROPER.fullmatch(ground.plain, *chunk) is not None
