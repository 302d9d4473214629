"""Whose industry it is: the places before the verb, of the clause before, of the paragraph's label, of a party's name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from loaders.extract.industry_roles.lexicon import words
from loaders.extract.projects.ground import Ground, place_list
from loaders.model import PlaceMentionFact, Span

_LEAD = re.compile("(?:提升|增强|突出|发挥|夯实|强化|加强|促进|推动|依托)")
_SUPPORT = re.compile("支持")
_WILL = re.compile("(?:将|要|应)(?:以|围绕|聚焦|立足|抢抓|依托)")
_MAKES = re.compile("(?:着力|加快|重点|努力|奋力|全力|积极|大力)*(?:打造|培育|建设|做大做强)")
_CARRIER = re.compile("以(?=[^，。；]{2,20}为(?:载体|依托|平台|支撑|核心))")
"""以X临空经济区为载体: the clauses behind it tell X's industries."""
_RUN_BY = re.compile("(?:工程|项目|园区?|基地)由(?=[^，。；]{2,30}(?:合作|共建|牵头|负责|承建|建设))")
"""…项目由X临空经济区与Y公司合作: the clauses behind it tell X's industries."""
_USING = re.compile("(?:依托|利用|借助|围绕|发挥|用好)$")
_QUALITY = re.compile("[^，。；]{0,12}?(?:实力|能力|优势|特色|基础|作用|潜力|禀赋|条件)")
_PARTY = re.compile("(?P<party>[甲乙丙丁戊己]方)(?:（[^（）]{0,6}）)?：(?P<who>[^\n]{2,60})")
_BESIDE = re.compile("）?(?:（[^（）]{1,6}）|[东西南北中]{1,2}部(?:地区|片区)?|境内|全域|城区)?")
_PARK = re.compile("[^，。；、：]{0,18}?(?:产业园区?|工业园区?|科技园区?|园区|开发区|集聚区|聚集区|产业新城|片区)")
_LABEL = re.compile(r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|——)?(?P<name>[^，。；：、！？\n]{2,40})[：。]")
_WORK = re.compile("(?:工程|项目|园|区|基地|专项|行动)$")


class Subjects(NamedTuple):
    """The places a paragraph or an agreement's party stands for."""

    label: tuple[PlaceMentionFact, ...]
    parties: dict[str, PlaceMentionFact]


def parties_of(ground: Ground) -> dict[str, PlaceMentionFact]:
    """甲方：上海市青浦区人民政府 → 甲方 is 青浦区."""
    out: dict[str, PlaceMentionFact] = {}
    for match in _PARTY.finditer(ground.plain):
        places = [place for place in ground.within(*match.span("who")) if place.code]
        if places:
            out.setdefault(match["party"], places[-1])
    return out


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


def asked(ground: Ground, clause: Span) -> list[PlaceMentionFact]:
    """支持A建设…，打造…; A将以…为目标，培育…: whom the first clause names acts in the next ones as well."""
    lead = _SUPPORT.match(ground.plain, *clause)
    places, stop = place_list(ground, lead.end() if lead else clause.begin, clause.end)
    acts = words().verb if lead else _WILL
    return places if places and acts.match(ground.plain, stop, clause.end) else []


def goes_on(ground: Ground, clause: Span) -> bool:
    """Whether the clause tells what those asked in an earlier one are to make (，打造…基地；，重点培育…集群)."""
    return _MAKES.match(ground.plain, *clause) is not None


def strengthened(ground: Ground, clause: Span) -> list[PlaceMentionFact]:
    """提升A、B等地经济实力, 以X为载体: whose industries the next clauses of the sentence tell."""
    carrier = _CARRIER.match(ground.plain, *clause)
    if carrier is not None:
        place = ground.starting(carrier.end())
        return [place] if place is not None and ground.plain.startswith("为", place.span.end) else []
    run = _RUN_BY.search(ground.plain, *clause) if ground.plain.find("由", *clause) >= 0 else None
    if run is not None and (place := ground.starting(run.end())) is not None:
        return [place]
    lead = _LEAD.match(ground.plain, *clause)
    if lead is None:
        return []
    places, stop = place_list(ground, lead.end(), clause.end)
    return places if places and _QUALITY.match(ground.plain, stop, clause.end) else []
