"""Paragraphs that open with the name of a project: X示范工程：…."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.projects.ground import Ground
from loaders.model import PlaceMentionFact, Span

_LABEL = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|——)?(?P<name>[^，。；：、！？]{4,40}?(?:工程|项目|专项|行动))[：。]"
)
_SUM = re.compile("[^，。]{0,8}[二三四五六七八九十\\d]+大[^，。]{0,6}(?:工程|项目)")
"""推进三大标志性工程: how many they are."""
_TOGETHER = re.compile("合作|共建")
_COUNT = re.compile(
    "(?P<verb>打造|实施|推进|建设|组织实施|启动|开展)[^，。；]{0,6}?[二三四五六七八九十百\\d]+(?:大|个|项)[^，。；]{0,6}(?:工程|项目|行动)"
)


_BOX = re.compile(r"[>＞\s]*(?:专栏|附表)\s*[\d一二三四五六七八九十]*[^，。；：\n]{0,24}(?:工程|项目|建设重点)\s*$")
_ITEM = re.compile(
    r"[>＞\s]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[①-⑳]|——|[-●•◆■·*])?\s*(?P<name>[^，。；：、！？]{4,40})(?P<end>[：。]|$)"
)
_LIST = re.compile(
    r"(?!.*(?:[附通]件|通知)[^，。；：\n]*$)[^，。；：、\n]{2,40}(?:工程|项目)(?:清单|名单|目录|一览表|安排表|计划表|库)\s*$"
)
"""The title of an annexed list of projects."""
_LIST_ENDS = frozenset("单录表库 \u3000\t")
"""The characters it may end in."""
_ENTRY = re.compile(r"\s*[（(]?\d{1,3}[)）、.．]\s*(?P<name>[^，。；：、！？\n]{4,40})(?P<end>[：。]|$)")
_NATURE = re.compile(r"(?P<status>新建|续建|改建|扩建|改扩建|迁建|在建|拟建|前期|竣工|储备)(?:类|性)?(?:项目|工程)?[。；，]")
_SITED = re.compile(r"(?:建设|项目|实施|工程)?(?:地点|地址|位置|区位)\s*[:：](?P<where>[^。；\n]+)")


@dataclass(frozen=True, slots=True)
class Item:
    """A project that heads a line of a list, with the nature (续建) and the site that its line states."""

    span: Span
    status: str = ""
    site: tuple[PlaceMentionFact, ...] = ()


class Box:
    """The lines below the heading of a list of projects, without a verb: 专栏1 重点文旅项目, 附件1 重点项目清单."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._open = False
        self._listed = False

    def item(self, paragraph: Span) -> Item | None:
        """What heads ``paragraph``, if a list of projects is open and the line has the form of its items."""
        plain = self._ground.plain
        opens = plain[paragraph.end - 1] in _LIST_ENDS and _LIST.match(plain, *paragraph) is not None
        self._listed = opens or (self._listed and not plain.startswith("附件", paragraph.begin))
        if _BOX.match(plain, *paragraph) is not None:
            self._open = True
            return None
        if self._listed:
            return self._entry(paragraph)
        if not self._open:
            return None
        match = _ITEM.match(plain, *paragraph)
        self._open = match is not None or not plain[paragraph.begin : paragraph.end].strip(" >＞")
        return Item(Span(*match.span("name"))) if match is not None else None

    def _entry(self, paragraph: Span) -> Item | None:
        """A numbered line of an annexed list (name。续建项目。建设地点：…)."""
        plain = self._ground.plain
        if (match := _ENTRY.match(plain, *paragraph)) is None:
            return None
        nature = _NATURE.match(plain, match.end(), paragraph.end)
        sited = _SITED.search(plain, match.end(), paragraph.end)
        site = tuple(self._ground.within(*sited.span("where"))) if sited else ()
        return Item(Span(*match.span("name")), nature["status"] if nature else "", site)


@dataclass(frozen=True, slots=True)
class Label:
    """A project named at the head of its paragraph, its status from the sentence that announces them, its places.

    ``partners``: of a work done together (…合作示范工程) the places its first sentence names.
    """

    span: Span
    status: str
    places: tuple[PlaceMentionFact, ...]
    partners: tuple[PlaceMentionFact, ...] = ()

    @property
    def site(self) -> tuple[PlaceMentionFact, ...]:
        """Where its works stand: the zone its name begins with, else the last city named (武汉…基地天门…园)."""
        zone = next((place for place in self.places[:1] if place.kind == "Zone" and place.span.begin == self.span.begin), None)
        return (zone,) if zone else tuple(place for place in self.places if place.code)[-1:]


def label_of(ground: Ground, paragraph: Span) -> Label | None:
    """The label of ``paragraph``, if text follows it and it names a place or a sentence before announces such works."""
    match = _LABEL.match(ground.plain, paragraph.begin, paragraph.end)
    if match is None or paragraph.end - match.end() < 10:
        return None
    span = Span(*match.span("name"))
    places = ground.within(*span)
    status = announced(ground, paragraph.begin)
    if (not places and not status) or _SUM.match(ground.plain, *span):
        return None
    if not places:
        places = [place for place in ground.within(*paragraph) if place.kind == "City"]
    first = next(iter(ground.pieces(match.end(), paragraph.end, "。；")), span) if _TOGETHER.search(match["name"]) else span
    partners = [place for place in ground.within(*first) if place.code and first is not span]
    return Label(span, status, tuple({place.iri: place for place in places}.values()), tuple(partners))


def announced(ground: Ground, at: int) -> str:
    """The verb of 将打造十大工程 in the 4,000 characters before ``at``."""
    found = ""
    for match in _COUNT.finditer(ground.plain, max(0, at - 4000), at):
        found = match["verb"]
    return found
