"""A region and its members: X包括A、B…, X（A、B）, A与B同城化…打造X."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.groupings.collect import Found, of_place
from loaders.extract.groupings.names import GROUPS, PRINTED, group_at
from loaders.extract.projects.ground import CITY_GROUPS, Ground, place_list
from loaders.model import PlaceMentionFact, Span

_HOLDS = re.compile(
    "(?=[的规实空主行区范包涵地横覆涉为由是])(?:的?(?:规划|实施|空间|主要|行政|区域)*范围)?(?:主要)?(?:(?:包括|涵盖|包含|地跨|横跨|覆盖|涉及|为|由)|是指|是由)(?:了)?(?:以)?"
)
_NAME = re.compile(
    "[一-鿿“”·（）]{1,16}?(?:地区|城市群|都市圈|城市圈|都市区|经济圈|经济区|经济带|片区|区域|组团|板块|试验区|示范区|合作区|生态区|城市带|城镇带|城镇群|组群|协作区|走廊|联盟|协作体|共同体|金三角)$"
)
_BESIDE = re.compile("周边|沿线|沿岸|两岸|流域的?[一-鿿]{2}")
_PARTS = "核心区|示范区|引领区|先行区|功能区|协同区|拓展区|联动区|辐射区|发展区|[一-鿿]片区|组团"
_AXES = "带轴圈极核翼环"
DEFINED = re.compile(
    f"(?:(?:[^，。；]{{0,8}}?)(?:即|指|是指|为|是|分别是|分别为))?[“”]?(?P<name>[一-鿿—]{{2,20}}?(?:{_PARTS}|[一-鿿]{{2,}}[{_AXES}]))[“”]?"
)
"""即A旅游核心区，包括…; B旅游带，包括…: a part of a scheme by name, before what it holds."""
_DEFINED_ENDS = frozenset((*(part[-1] for part in _PARTS.split("|")), *_AXES, *"“”"))
"""The characters that what is `DEFINED` ends in."""
_QUOTED = re.compile("“(?P<name>[一-鿿—\\d+]{1,16}[区带圈轴极核群片团廊市省县州])”$")
"""A part of a layout under a name of its own: “创新驱动引领区”包括…."""
_NO_NAME = re.compile(
    "^(?:即|规划|本|该|这|重点|有关|相关|其他|全部|行政|所辖|划分|分为|设立)|是指|位于|地处|[一二两三四五六七八九十]个"
)
_ALIKE = re.compile("抱团发展|同城化|一体化|同城发展|协同发展|融合发展")
_TOGETHER = re.compile(f"{_ALIKE.pattern}|签署|签订")
_MAKES = re.compile("(?:打造|建设|培育|构建|形成|发展|加快建设|推进建设|共建|共筑)$")
_SIGNING = re.compile(
    "(?:等)?(?:[\\d一二两三四五六七八九十]{1,3}个?[地市省州区县方城]+)?(?:政府|人民政府)?(?:共同|联合|正式|携手)*(?:签署|签订)"
)
_MADE = re.compile(
    "(?:共同|合力|着力|加快|联合|携手)*(?:打造|建设|培育|构建|形成|共建|共筑)"
    "(?P<name>[一-鿿—]{2,12}?(?:城镇组群|组群|组团|城镇群|城市带|都市区|一体化区|走廊|经济圈|经济带|经济区|合作区|协作区))$"
)
_OF_THEM = re.compile("的(?!全域|全境|全部|行政|城市|市区|所辖|部分|[一二三四五六七八九十\\d]+个|[，。])[一-鿿]")
"""包括A、B的交通和物流: it is not they that belong to it."""
IN_THESE = re.compile(
    "(?:[两三四五六七八九十\\d]{1,2}省)?的?[两三四五六七八九十\\d]{1,3}个?(?:地、?市|地级市|城市|设区市|市|县)"
)
"""江苏、山东四省十四个市: the members lie in what is listed."""
_COMPOSED = re.compile("(?:共同)?(?:组成|构成|共同构成)(?:的)?")

_OPENED = re.compile("（(?:包括|含|即|指)?")
_CLOSED = re.compile("[^（）]{0,6}）")


def region_groups(ground: Ground) -> Iterator[Found]:
    """Groups by what a sentence says of a region."""
    for sentence in ground.peopled:
        yield from _included(ground, sentence)
        if _TOGETHER.search(ground.plain, *sentence):
            yield from _together(ground, sentence)
    yield from _bracketed(ground)


def _is_group(place: PlaceMentionFact) -> bool:
    return place.kind in GROUPS


def _included(ground: Ground, sentence: Span) -> Iterator[Found]:
    """X包括A、B；X地跨A、B，规划范围包括C、D: the region named last before."""
    region: tuple[str, str] | None = None
    for clause in ground.clauses(sentence):
        if PRINTED.fullmatch(ground.plain, *clause) is not None:  # 凌河流域协作区，包括…
            region = named_region(ground, *clause) or region
        ends = ground.plain[clause.end - 1] in _DEFINED_ENDS
        told = DEFINED.fullmatch(ground.plain, *clause) if ends else None
        if told is not None and not _NO_NAME.search(told["name"]):
            known = ground.starting(clause.begin)
            whole = known is not None and known.span.end == clause.end and _is_group(known)
            region = (known.iri, known.text) if known is not None and whole else (told["name"], told["name"])
            continue
        if not (here := ground.within(*clause)):
            continue
        at = clause.begin
        for match in _HOLDS.finditer(ground.plain, *clause):
            if match.end() == match.start() or match.start() < at:
                continue
            members, stop = place_list(ground, match.end(), clause.end)
            members = [place for place in members if place.kind == "Zone" or not _is_group(place)]
            if not members or (members[-1].kind in ("WaterBody", "Mountain") and _BESIDE.match(ground.plain, stop)):
                continue
            region = named_region(ground, max(clause.begin, match.start() - 40), match.start()) or (
                region if match.start() == clause.begin else None
            )
            weak = match[0] in ("为", "由", "涉及", "覆盖")
            composed = match[0] != "由" or _COMPOSED.search(ground.plain, stop, min(clause.end, stop + 16)) is not None
            if _OF_THEM.match(ground.plain, stop):
                continue
            if members[-1].kind == "Province" and IN_THESE.match(ground.plain, stop):
                continue
            if region is not None and composed and (len(members) >= 2 or not weak):
                yield Found(region[0], region[1], tuple(members), Span(clause.begin, stop))
            at = stop
        last = next((place for place in reversed(here) if place.kind in GROUPS), None)
        named = group_at(ground, last.span.begin) if last else None
        region = named[:2] if named else region


def named_region(ground: Ground, begin: int, end: int) -> tuple[str, str] | None:
    """The region whose name ends at ``end``: IRI or printed name, and the name."""
    for place in reversed(ground.within(begin, end)):
        if place.span.end == end and _is_group(place):
            return place.iri, place.text
    if ground.plain[end - 1 : end] == "”" and (quoted := _QUOTED.search(ground.plain, begin, end)):
        return quoted["name"], quoted["name"]
    name = ground.text[begin:end].strip(" “”")
    if _NAME.fullmatch(name) and not _NO_NAME.search(name):
        return name, name
    return None


def _together(ground: Ground, sentence: Span) -> Iterator[Found]:
    """加快A与B、C同城化进程，着力打造X都市圈; A、B与C等6地签署协议，共建X走廊."""
    members: list[PlaceMentionFact] = []
    for clause in ground.pieces(*sentence, "，"):
        groups = [place for place in ground.within(*clause) if place.kind in CITY_GROUPS]
        if members and len(groups) == 1 and _MAKES.search(ground.plain, clause.begin, groups[0].span.begin):
            yield of_place(groups[0], members, clause)
        made = _MADE.match(ground.plain, *clause) if members and not groups else None
        if made is not None:
            yield Found(made["name"], made["name"], tuple(members), clause)
        first = ground.within(*clause)
        listed, stop = place_list(ground, first[0].span.begin, clause.end) if first else ([], clause.end)
        alike = _ALIKE.match(ground.plain, stop, clause.end) or _SIGNING.match(ground.plain, stop, clause.end)
        members = listed if alike and len(listed) >= 2 and not any(_is_group(place) for place in listed) else []


def _bracketed(ground: Ground) -> Iterator[Found]:
    """X都市圈（A、B、C）: nothing but places in the bracket."""
    for match in _OPENED.finditer(ground.plain):
        members, stop = place_list(ground, match.end(), min(len(ground.plain), match.end() + 400))
        if len(members) < 2 or not _CLOSED.match(ground.plain[stop : stop + 8]):
            continue
        line = max(ground.plain.rfind(mark, max(0, match.start() - 16), match.start()) for mark in "\n，。；、：") + 1
        region = named_region(ground, max(line, match.start() - 16), match.start())
        if region is not None and not any(_is_group(place) for place in members):
            yield Found(region[0], region[1], tuple(members), Span(match.start(), stop))
