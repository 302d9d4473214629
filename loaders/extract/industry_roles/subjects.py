"""Whose industry it is: the places before the verb, of the clause before, of the paragraph's label, of a party's name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from loaders.extract.industry_roles.lexicon import words
from loaders.extract.projects.ground import Ground, place_list
from loaders.model import Identity, PlaceMentionFact, Span

_LEAD = re.compile("(?:提升|增强|突出|发挥|夯实|强化|加强|促进|推动|依托)")
_BESIDES = re.compile("其中|以及|此外|同时")
_ACTS = re.compile(
    "(?:着力|重点|继续|积极|将|要|应|可|则)*(?:以|围绕|聚焦|立足|抢抓|依托|发挥|利用|瞄准|凭借|借助|加快|加强|坚持|创建|争创|突出|做|建|发力|把)"
)
_HEAD_LINE = 60
"""A headline is no longer."""
_ACTORS = ("Zone", "Region", "UrbanAgglomeration", "MetropolitanArea")
_TOLD = re.compile("(?:局长|主任|市长|书记|厅长|县长|区长|负责人)[^，。；]{0,8}(?:表示|介绍|指出|说|称)$")
"""A市委副书记、市长某某表示: what follows is A's."""
_SAYS = 3
"""A clause says so much of its subject at least."""
_NO_SUBJECT = re.compile(
    "的|[两三四五]|政府|人民政府|正式|[签代]|[、和与及至到—]|大学|学院|市场|机场|港|站|铁路|高[铁速]|公司|集团|银行|产品|产业|经济|境内|方面|等|为|上|中|内|以[东西南北]|[东西南北]"
)
"""What makes the place part of something else."""
BY_MEANS = ("依托", "通过", "围绕", "联动", "联合", "带动", "发挥", "利用")
"""How the subject of an earlier clause does what follows (联动本地企业形成…集群)."""
_ALSO = re.compile("(?:并|同时|进而|进一步|积极|还|也|主要|因地制宜)+")
_CARRIER = re.compile(
    "(?:[“”一-鿿]{1,8}是|[一-鿿]{2,4}(?=以))?以(?=[^，。；]{2,30}为(?:载体|依托|平台|支撑|核心|中心|主体|龙头|引领|重点|支点|节点|两翼|主阵地|先导))"
)
"""以X临空经济区为载体: the clauses behind it tell X's industries."""
_AS = re.compile("(?:“[^“”]{2,12}”)?为")
_AS_PART = re.compile("为[一-鿿]{2,8}")
"""以A、B为协作区: what the clauses behind it tell is theirs."""
_RUN_BY = re.compile("(?:工程|项目|园区?|基地)由(?=[^，。；]{2,30}(?:合作|共建|牵头|负责|承建|建设))")
"""…项目由X临空经济区与Y公司合作: the clauses behind it tell X's industries."""
_USING = re.compile("(?:依托|利用|借助|围绕|发挥|用好)$")
_AREA = re.compile("(?:[沿临]?[一-鿿]{0,2}(?:区域|地区|县区|城市|市县|片区))?")
"""依托A、B等沿海区域."""
_QUALITY = re.compile("[^，。；]{0,12}?(?:实力|能力|优势|特色|基础|作用|潜力|禀赋|条件)")
_PARTY = re.compile("(?P<party>[甲乙丙丁戊己]方)(?:（[^（）]{0,6}）)?：(?P<who>[^\n]{2,60})")
_BESIDE = re.compile("）?(?:（[^（）]{1,6}）|[东西南北中]{1,2}部(?:地区|片区)?|境内|全域|城区|官方|方面)?")
_PARK = re.compile("[^，。；、：]{0,18}?(?:产业园区?|工业园区?|科技园区?|园区|开发区|集聚区|聚集区|产业新城|片区)")
_LABEL = re.compile(r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|——)?(?P<name>[^，。；：、！？\n]{2,40})[：。]")
_WORK = re.compile("(?:工程|项目|园|区|基地|专项|行动)$")


class Subjects(NamedTuple):
    """The places a paragraph or an agreement's party stands for."""

    label: tuple[PlaceMentionFact, ...]
    parties: dict[str, PlaceMentionFact]
    home: tuple[PlaceMentionFact, ...] = ()
    """The place whose plan it is."""


def parties_of(ground: Ground) -> dict[str, PlaceMentionFact]:
    """甲方：上海市青浦区人民政府 → 甲方 is 青浦区."""
    out: dict[str, PlaceMentionFact] = {}
    for match in _PARTY.finditer(ground.plain):
        places = [place for place in ground.within(*match.span("who")) if place.code]
        if places:
            out.setdefault(match["party"], places[-1])
    return out


def home_of(ground: Ground, identity: Identity) -> tuple[PlaceMentionFact, ...]:
    """The division whose document it is, where the text names it: its authority's, else the one in the work's title."""
    code = identity.jurisdiction
    title = identity.works[max(identity.main, 0)].title if identity.works else ""
    head = title or identity.headline or ground.plain[: _HEAD_LINE + 1].partition("\n")[0]
    zones = {place.iri: place for place in ground.places if place.kind == "Zone" and place.text in head[:_HEAD_LINE]}
    if len(zones) == 1:
        return tuple(zones.values())
    if not code.startswith("00"):
        return tuple(place for place in ground.places if place.code == code)[:1]
    title = identity.works[identity.main].title if identity.main >= 0 else ""
    return tuple(place for place in ground.places if place.code and place.text in title)[:1]


def label_places(ground: Ground, paragraph: Span) -> tuple[PlaceMentionFact, ...]:
    """The place a paragraph is headed with: 成都市：…, or the last city in the name of a project (X示范工程：…)."""
    match = _LABEL.match(ground.plain, paragraph.begin, paragraph.end)
    if match is None or paragraph.end - match.end() < 6:
        return ()
    begin, end = match.span("name")
    places = ground.within(begin, end)
    if not places:
        return ()
    listed, stop = place_list(ground, begin, end)
    if stop == end and listed:
        return tuple(listed)
    if not _WORK.search(match["name"]):
        return ()
    first = places[0]
    if first.span.begin == begin and first.kind == "Zone" and first.text.endswith("区"):
        joint = ground.plain.startswith(("及", "和", "与"), first.span.end)
        return (replace(first, iri=first.within, kind="City", label=""),) if joint and first.within else (first,)
    cities = [place for place in places if place.code]
    return (cities[-1],) if cities else ()


def past_side(ground: Ground, at: int, end: int) -> int:
    """Where the words end that tell which part of the place before ``at`` is meant (浑南西部, 东陵（浑南）)."""
    beside = _BESIDE.match(ground.plain, at, end)
    return beside.end() if beside else at


def park(ground: Ground, begin: int, end: int) -> tuple[list[PlaceMentionFact], int]:
    """The place that a park's name at ``begin`` starts with (A县新材料产业园), and where the name ends."""
    place = ground.starting(begin)
    match = _PARK.match(ground.plain, place.span.end, min(end, place.span.end + 24)) if place is not None else None
    if place is None or (match is None and place.kind != "Zone"):
        return [], begin
    return [place], match.end() if match else place.span.end


def before_verb(ground: Ground, begin: int, end: int) -> list[PlaceMentionFact]:
    """The subject that ends right before ``end``: A、B等, A联手B、C."""
    until = begin
    for place in ground.within(max(begin, end - 80), end):
        if place.span.begin < until:
            continue
        places, until = place_list(ground, place.span.begin, end)
        if joined := words().together.match(ground.plain, until, end):
            more, stop = place_list(ground, joined.end(), end)
            if more:
                places, until = [*places, *more], stop
        rest = words().adverbs.match(ground.plain, past_side(ground, until, end), end)
        if places and rest is not None and rest.end() == end:
            return _user(ground, begin, places[0].span.begin) or places
    return []


def _user(ground: Ground, begin: int, at: int) -> list[PlaceMentionFact]:
    """Who makes use of the place that begins at ``at`` (十堰依托丹江口库区…): the places before that."""
    using = _USING.search(ground.plain, begin, at)
    return before_verb(ground, begin, using.start()) if using and using.start() > begin else []


def acting(ground: Ground, clause: Span) -> list[PlaceMentionFact]:
    """支持A建设…，打造…; A发挥优势，培育…: whom a clause names as its subject acts in the next ones as well."""
    lead = words().causative.match(ground.plain, *clause) or _BESIDES.match(ground.plain, *clause)
    places, stop = place_list(ground, lead.end() if lead else clause.begin, clause.end)
    if not places or not all(place.code or place.kind in _ACTORS for place in places):
        return []
    if _TOLD.search(ground.plain, stop, clause.end):
        return places
    at = past_side(ground, stop, clause.end)
    verb = _ACTS.match(ground.plain, at, clause.end) or words().verb.match(ground.plain, at, clause.end)
    if verb is not None:
        return places if verb.end() < clause.end else []
    return places if lead is None and clause.end - at > _SAYS and _NO_SUBJECT.match(ground.plain, at) is None else []


def goes_on(ground: Ground, clause: Span) -> bool:
    """Whether the clause tells what those who act in an earlier one are to make (，打造…基地；，重点培育…集群)."""
    if ground.plain.startswith(BY_MEANS, clause.begin, clause.end):
        return True
    also = _ALSO.match(ground.plain, *clause)
    lead = words().causative.match(ground.plain, *clause)
    if lead is not None and ground.starting(lead.end()) is not None:
        return False
    return words().verb.match(ground.plain, also.end() if also else clause.begin, clause.end) is not None


def strengthened(ground: Ground, clause: Span) -> list[PlaceMentionFact]:
    """提升A、B等地经济实力, 推动A、B等地, 以X为载体: whose industries the next clauses of the sentence tell."""
    if ground.plain.startswith("以", clause.begin):
        places, stop = place_list(ground, clause.begin + 1, clause.end)
        if places and _AS_PART.fullmatch(ground.plain, stop, clause.end):
            return places
    carrier = _CARRIER.match(ground.plain, *clause)
    if carrier is not None:
        places, stop = place_list(ground, carrier.end(), clause.end)
        return places if _AS.match(ground.plain, stop, clause.end) else []
    run = _RUN_BY.search(ground.plain, *clause) if ground.plain.find("由", *clause) >= 0 else None
    if run is not None and (place := ground.starting(run.end())) is not None:
        return [place]
    helped = words().causative.match(ground.plain, *clause)
    if helped is not None:
        places, stop = place_list(ground, helped.end(), clause.end)
        if places and stop == clause.end:
            return places
    lead = _LEAD.match(ground.plain, *clause)
    if lead is None:
        return []
    places, stop = place_list(ground, lead.end(), clause.end)
    if places and lead[0] == "依托" and _AREA.fullmatch(ground.plain, stop, clause.end):
        return places
    return places if places and _QUALITY.match(ground.plain, stop, clause.end) else []
