"""Whether a short name that is also a word, or a county's, is a place where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.link.names import Name
from loaders.registry import Place, Registry
from loaders.registry.distance import apart
from loaders.registry.iris import CHINA

_LINK = re.compile("[、—–－―─\\-~～至到/／]")
_TOWARDS = frozenset("至经—")
"""What a line runs by or to: 巫山至官渡至巴东."""
_ANY_LINK = re.compile("[、—–－―─\\-~～至到/／和与及]")
_BOUNDARY = re.compile(
    r"[\s，。；：、,.;:！？!?（）()《》“”\"'—–－―─\-~～/／至到等和与及]|段|境|地区|(?:[两三四五六七八九十]+|[0-9]{1,2})个?[县市区旗州地]|$"
)

_OPENING = re.compile(_BOUNDARY.pattern.removesuffix("|$") + "|[设建持进施造展动快划]")
"""What a name may follow at the beginning of a list: a mark, or the end of a verb (续建安化、炎陵…)."""
_DEED = re.compile(
    "(?:要|应|将)?(?:重点|着力|加快|大力|以|突出)?(?:发展|聚焦|打造|建设|做强|做大|做优|做精|做特|做响|依托|巩固|培育|围绕|主攻|壮大)|以"
)
_ASKED = re.compile("支持|推动|鼓励|引导|推进")
"""支持定西做强马铃薯产业: whom a clause asks to act."""
_WORKS = re.compile(
    "快速|高速|公路|铁路|大道|机场|水库|电站|工业|产业|科技|物流|农业|养殖|种植|生产|加工|国际机场|至|"
    "(?:高端|先进|智能|新型|现代)*(?:装备|制造|电子|软件|汽车|生物|医药|化工|新材料|新能源|食品|农产品|纺织|服装|文化|旅游|光电|航空|能源|信息|数字|临空|临港|金融|商务|特色)"
)
"""What a work between a city's county and its own words begins with (广元朝天快速通道)."""
_NEXT_TO = frozenset("、至到—")
_INSIDE = re.compile(
    "[一-鿿]{2}(?:镇|乡|街道|收费站|服务区|立交)(?![政长])|[东西南北](?:互通|收费站|服务区|出口|站)|城区|县城|互通|接线"
)
"""平度灰埠镇, 城阳南互通: what lies in a town, or is named after it on a motorway."""
_COMES = re.compile("(?:[东西南北]起|起[于自]|[止终]于|途?经|连接|(?<![甚乃以及直])至|到|[—－-])$")
_ROUTE = re.compile(
    "(?:[东西南北]?段|[一二]级|高速|快速|公路|铁路|国道|省道|连?接线|支线|改线|改?扩建|通道|隧道|大桥|机场|全线|方向|[，、。；至到—]|$)"
)
_LINE = 400
"""Two towns at the ends of a line are at most this far apart, km, where nothing else tells that one is a town."""
_NEXT = 120
"""Towns listed side by side are close, km, where nothing but their being listed tells that they are towns."""
_REGIONS = frozenset(("中部", "西部", "东部", "华北", "华东", "华中", "华南"))
_PART_OF = re.compile("[)）省市县区州盟旗域镇乡村城郡岛洲洋半东西南北中]$")
"""武汉市西部, 市域东部, 东中西部: a side of what stands before."""
_OTHER = re.compile(
    "引[江黄汉]|[山城片县乡镇的]|(?:科技|师范|农业|理工|政法|交通|电力|水利|石油|民族)?(?:大学|学院)|科技大|师范大|农业大|理工大|政法大|电力大|水利水电大"
    "|山区|丘陵|矿区|城区|新城|战区|证券|数码|歌"
)
_WATER = re.compile(
    "流域|干流|支流|上游|中游|下游|水系|河段|江段|沿线|沿岸|两岸|航道|航运|水质|水环境|综合整治|综合治理|防洪|堤防|清淤"
)


@dataclass(slots=True)
class Accepted:
    """The mentions accepted so far, by where they begin and end."""

    begins: dict[int, Place] = field(default_factory=dict)
    ends: dict[int, Place] = field(default_factory=dict)
    starts: list[tuple[int, int]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)

    def add(self, begin: int, end: int, place: Place) -> None:
        """Record a mention; ``settle`` before asking ``free``."""
        self.begins[begin] = self.ends[end] = place
        self.seen.add(place.iri)
        if place.code:
            self.codes.update((place.code, place.code[:2] + "0000"))
            if place.level == "county":
                self.codes.add(place.code[:4] + "00")

    def settle(self, taken: list[tuple[int, int]]) -> None:
        """Set the stretches that no further mention may overlap, in order."""
        self.starts = taken

    def free(self, begin: int, end: int) -> bool:
        """Whether ``[begin, end)`` overlaps none of the settled stretches."""
        at = bisect_left(self.starts, (end, -1))
        return at == 0 or self.starts[at - 1][1] <= begin


def weak_place(
    text: str, begin: int, end: int, name: Name, accepted: Accepted, registry: Registry, jurisdiction: str
) -> Place | None:
    """The place that the weak ``name`` means at ``[begin, end)``, or ``None``."""
    before, after = accepted.ends.get(begin), accepted.begins.get(end)
    parent = next((place for place in name.places if before is not None and _holds(before, place, registry)), None)
    if name.text in _REGIONS:
        return name.places[0] if _is_region(text, begin, end, before) else None
    if name.guarded:
        return _guarded(text, begin, end, name, accepted, registry, jurisdiction, parent)
    if parent:
        return parent
    own = jurisdiction[:2] != CHINA[:2] and name.places[0].code[:2] == jurisdiction[:2]
    if after is not None and after.level and not (own and after.code[:2] != jurisdiction[:2]):
        return None
    return _plain(text, begin, end, name, accepted, registry, jurisdiction)


def _guarded(
    text: str, begin: int, end: int, name: Name, accepted: Accepted, registry: Registry, jurisdiction: str, parent: Place | None
) -> Place | None:
    """The place that a name which is also a word means: after its parent, in a list or line of places, or as one that acts."""
    if name.places[0].kind == "WaterBody" and _WATER.match(text, end):
        return name.places[0]
    seat = name.places[0]
    if seat.level == "prefecture" and seat.code == jurisdiction[:4] + "00":
        return seat  # a paper of 乐山 says 乐山 of itself
    ends = _BOUNDARY.match(text, end) is not None
    if parent and (ends or _WORKS.match(text, end)):
        return parent
    opens = not begin or _OPENING.match(text, begin - 1) is not None
    if (opens or text[begin - 1] in "将在把") and (_WORKS.match(text, end) or _DEED.match(text, end)):
        known = _known(name, accepted) or next((one for one in name.places if _seat_of(jurisdiction, one)), None)
        if known is not None and known.level == "county":
            return known
    left = accepted.ends.get(begin - 1) if begin and _LINK.match(text, begin - 1) else None
    right = accepted.begins.get(end + 1) if opens and _LINK.match(text, end) else None
    if left is not None and not (ends or name.places[0].kind == "City" or _DEED.match(text, end)):
        left = None
    if (beside := left or right) is not None:
        meant = _meant(name, (beside.code, jurisdiction), accepted)
        return meant if _reached(text[begin - 1] if left else text[end], beside, meant) else None
    if opens and text[end : end + 1] in _TOWARDS and (known := _known(name, accepted)) is not None:
        return known
    if text[end : end + 1] in _NEXT_TO and opens and _neighbours(text, end, name, registry):
        return name.places[0]
    meant = _meant(name, (jurisdiction,), accepted)
    if meant.code[:2] + "0000" in (*accepted.codes, jurisdiction[:2] + "0000") and _on_a_route(text, begin, end):
        return meant
    return meant if _acts(text, begin, end, meant, registry, jurisdiction) else None


def _seat_of(jurisdiction: str, place: Place) -> bool:
    """Whether the county lies in the prefecture whose paper it is."""
    return not jurisdiction.endswith("0000") and place.code[:4] == jurisdiction[:4]


def _on_a_route(text: str, begin: int, end: int) -> bool:
    """Whether the words around tell of a way that begins, ends or passes there, or of a place inside the town."""
    if _INSIDE.match(text, end):
        return True
    before, after = _COMES.search(text[max(0, begin - 3) : begin]), _ROUTE.match(text, end)
    return before is not None and (after is not None or before[0].endswith("起"))


def _meant(name: Name, codes: tuple[str, ...], accepted: Accepted) -> Place:
    """Which place of the name is meant: one told of already, else that of the prefecture or province of ``codes``."""
    if len(name.places) == 1:
        return name.places[0]
    if (known := _known(name, accepted)) is not None:
        return known
    for code in codes:
        for width in (4, 2) if code and code != CHINA else ():
            for place in name.places:
                if place.code[:width] == code[:width] and not place.replaced_by:
                    return place
    return next((place for place in name.places if place.code[:2] + "0000" in accepted.codes), name.places[0])


def _known(name: Name, accepted: Accepted) -> Place | None:
    """The place of the name of which the text tells elsewhere."""
    return next((place for place in name.places if place.iri in accepted.seen), None)


def _reached(link: str, beside: Place, place: Place) -> bool:
    """Whether a line may run from one to the other; a list may name places however far apart."""
    far = (
        apart(beside, place)
        if link in "至到" and place.level == "county" and beside.level in ("prefecture", "county")
        else None
    )
    return far is None or far < _LINE


def _acts(text: str, begin: int, end: int, place: Place, registry: Registry, jurisdiction: str) -> bool:
    """Whether a town of the document's province is the subject of a clause (…，大理发展高原特色农业), or asked to act."""
    own = jurisdiction != CHINA and registry.holds(jurisdiction[:2] + "0000", place)
    if not own:
        return False
    if _BUILT.search(text[max(0, begin - 4) : begin]) and _SITE.match(text, end):
        return not place.name.endswith("区") or text.startswith("集团", begin - 2)
    deed = _DEED.match(text, end)
    asked = begin > 1 and _ASKED.match(text, begin - 2) is not None
    if deed is None:
        return asked and _is_list(text, end, registry, jurisdiction)
    begins = not begin or text[begin - 1] in "，。；：、\n"
    if begins and place.kind == "City":
        return True
    return asked and (not place.name.endswith("区") or _GROWN.match(text, deed.end()) is not None)


_BUILT = re.compile("(?:续建|[新扩迁]建|开工建设|建成|建成投[用产]|集团)$")
_SITE = re.compile("[一-鿿]{0,10}?(?:电站|水库|产业园|工业园|机场|电厂|煤矿|基地|医院|枢纽|水厂)")
"""续建浑源抽水蓄能电站, 皓月集团九台养殖基地: where what is built stands."""
_GROWN = re.compile("[一-鿿]{2}")


def _neighbours(text: str, end: int, name: Name, registry: Registry) -> bool:
    """Whether the next item of the list is a town close by: two towns' names side by side confirm one another."""
    apart_km = (apart(name.places[0], place) for place in _towns_at(text, end + 1, registry) if place.level == "county")
    return any(far is not None and 0 < far < _NEXT for far in apart_km)


def _is_list(text: str, end: int, registry: Registry, jurisdiction: str) -> bool:
    """Whether 、 and another town of the document's province follow (支持长寿、涪陵等区…)."""
    if not text.startswith("、", end):
        return False
    province = jurisdiction[:2] + "0000"
    return any(registry.holds(province, place) for place in _towns_at(text, end + 1, registry))


def _towns_at(text: str, at: int, registry: Registry) -> Iterator[Place]:
    """The divisions whose name begins at ``at``, by the longer name first."""
    for length in (4, 3, 2):
        yield from registry.divisions.get(text[at : at + length], ())


def _is_region(text: str, begin: int, end: int, before: Place | None) -> bool:
    """Whether 中部, 华中 … is the great region, no side of a place and no part of a university's name."""
    return before is None and not _PART_OF.search(text[max(0, begin - 1) : begin]) and not _OTHER.match(text, end)


def _plain(
    text: str, begin: int, end: int, name: Name, accepted: Accepted, registry: Registry, jurisdiction: str
) -> Place | None:
    known = [place for place in name.places if place.iri in accepted.seen]
    if known:
        return known[0]
    near = [place for place in name.places if place.code[:4] + "00" in accepted.codes]
    if jurisdiction != CHINA:
        near += [place for place in name.places if registry.holds(jurisdiction[:2] + "0000", place)]
    near += [place for place in name.places if place.code[:2] + "0000" in accepted.codes]
    if near:
        return near[0]
    left = begin and _ANY_LINK.match(text, begin - 1) and begin - 1 in accepted.ends
    right = _ANY_LINK.match(text, end) and end + 1 in accepted.begins
    if not (left or right):
        return None
    other = accepted.ends[begin - 1] if left else accepted.begins[end + 1]
    line = text[begin - 1 if left else end] in "至到"
    far = apart(other, name.places[0]) if line else None
    return name.places[0] if far is None or far < _LINE else None


def _holds(upper: Place, place: Place, registry: Registry) -> bool:
    if not upper.code:
        return False
    if not place.code:
        return True
    return upper.code != place.code and registry.holds(upper.code, place)
