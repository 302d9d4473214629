"""Places that a text says belong to a region: A、B同属X都市圈, X都市圈成员城市为A、B, 三方同为X都市圈成员."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.groupings.collect import Found
from loaders.extract.groupings.names import GROUPS, PRINTED, group_at
from loaders.extract.industry_roles.subjects import parties_of
from loaders.extract.projects.ground import Ground
from loaders.model import PlaceMentionFact, Span
from loaders.numerals import number

_UNIT = "(?:省区市|省[市区]?|市[州区县]?|州市?|县市区|县[市区]?|城市|设区市|区|地)"
_COUNT = f"(?:等?[两二三四五六七八九十\\d]{{0,3}}个?{_UNIT}?)"
_BELONG = re.compile(
    f"{_COUNT}(?:政府)?(?:(?P<weak>(?:同|均|都|共同|一并|同时)(?:为|是))|(?:同|均|都|共同|一并)?(?:属于?|隶属于?|纳入|划入|加入)(?:到|于|了)?"
    "|(?:共同)?(?:组成|构成)(?:的|了)?|(?:共建|(?:共同|合力|联合|携手)(?:倡议|发起|商定)?(?:建设|打造|创建|组建|成立))(?=[^，。]{1,16}(?:都市圈|城市群|城市圈|经济圈|都市区|合作区|协作区)))(?P<grade>现代化)?"
)
_COUNTED = re.compile(f"等?(?P<count>[两三四五六七八九十\\d]{{1,3}})个?{_UNIT}")
_MEMBER = re.compile("的?(?:成员|组成|一员|范围|重要组成|核心区|规划范围)")
_HOLDS = re.compile(
    "(?P<said>的?(?:成员|组成)(?:城市|市|单位|地区)?)?(?:为|是|有|包括|包含|涵盖|：)"
    f"|(?P<count>[两二三四五六七八九十\\d]{{1,3}}个?{_UNIT}?(?:（|包括|为|即))"
)
_EXTENDED = re.compile(
    f"(?:成员(?:城市|单位)?|范围)的?(?:范围)?[一-鿿]{{0,4}}[至到为有达](?P<count>[两三四五六七八九十\\d]{{1,3}})个?{_UNIT}，?(?:分别)?(?:是|为|即|包括|有)：?"
)
"""成员城市扩大至8个城市，分别是A、B."""
_GROWN = re.compile("，?(?:成员|范围)[^，。；]{0,16}(?:扩大|扩展|扩容|拓展|增加|调整)[为至到]")
"""范围从5个市扩大为A、B: of what stands before."""
_ROUND = re.compile("以(?P<core>[^，。；、]{2,30}?)为(?:中心|核心|龙头|引领|主体|主中心)[，、](?:以)?")
_HOLDING = ("涵盖", "包括", "包含", "覆盖", "囊括", "由")
_MADE_OF = re.compile(f"{_COUNT}(?:(?:共同)?(?:组成|构成)|在内)?的")
_OUTER = re.compile("等?(?:城市|地|市)?为(?:副中心|重要节点|重要支撑|主要支撑|节点|支点|支撑|组团|成员|腹地|外围)的")
_ALL = re.compile(
    "(?:[两双三四五六七八九十各]|甲乙双|甲乙丙三)(?:方|市|州|县|地|省|城)(?P<rel>(?:同|均|都|共同)?(?:为|是|属于?|隶属于?))"
)
_SIGNERS = re.compile("(?:省|市|州|县|区|盟|旗)?(?:人民政府|政府|行政公署)")


def belonging_groups(ground: Ground) -> Iterator[Found]:
    """Groups by what a text says of their members."""
    before: tuple[list[PlaceMentionFact], int] = ([], -1)
    for members, stop in ground.enumerations:
        if any(member.kind in GROUPS for member in members):
            continue
        rows = [*before[0], *members] if _same_row(ground, before, members) else members
        before = (rows, stop)
        found = (
            _after(ground, rows, stop)
            or _around(ground, members, stop)
            or _attributive(ground, members, stop)
            or _before(ground, members, stop)
            or _counted(ground, members, stop)
        )
        if found is not None:
            yield found
    yield from _signers(ground)


def _same_row(ground: Ground, before: tuple[list[PlaceMentionFact], int], members: list[PlaceMentionFact]) -> bool:
    """Whether nothing but a comma parts ``members`` from the list ``before``, of the same rank (甲市、乙市，丙市、丁市)."""
    listed, stop = before
    if members[0].span.begin != stop + 1 or ground.plain[stop] != "，":
        return False
    return members[0].kind == listed[-1].kind and ground.plain[stop - 1] == ground.plain[members[0].span.end - 1]


def _found(group: tuple[str, str, int], members: list[PlaceMentionFact]) -> Found:
    return Found(group[0], group[1], tuple(members), Span(members[0].span.begin, max(group[2], members[-1].span.end)))


def _back(ground: Ground, stop: int) -> int:
    """The end of the list itself, before 等 and what follows it."""
    at = ground.plain.rfind("等", max(0, stop - 2), stop)
    return at if at >= 0 else stop


def _after(ground: Ground, members: list[PlaceMentionFact], stop: int) -> Found | None:
    """A、B同属X; A、B等县市组成X."""
    relation = _BELONG.match(ground.plain, _back(ground, stop))
    if relation is None:
        return None
    group = group_at(ground, relation.end()) or (group_at(ground, relation.start("grade")) if relation["grade"] else None)
    if group is None or (relation["weak"] and _MEMBER.match(ground.plain, group[2]) is None):
        return None
    return _found(group, members)


def _around(ground: Ground, members: list[PlaceMentionFact], stop: int) -> Found | None:
    """以A为中心，B、C等为节点的X."""
    outer = _OUTER.match(ground.plain, _back(ground, stop))
    group = group_at(ground, outer.end()) if outer else None
    if group is None:
        return None
    begin = members[0].span.begin
    core = next((m for m in _ROUND.finditer(ground.plain, max(0, begin - 48), begin) if m.end() == begin), None)
    inner = ground.within(*core.span("core")) if core else []
    return _found(group, [*inner, *members])


def _attributive(ground: Ground, members: list[PlaceMentionFact], stop: int) -> Found | None:
    """涵盖A、B的X; 由A、B组成的X."""
    close = _MADE_OF.match(ground.plain, _back(ground, stop))
    begin = members[0].span.begin
    if close is None or not ground.plain[max(0, begin - 2) : begin].endswith(_HOLDING):
        return None
    group = group_at(ground, close.end())
    return _found(group, members) if group else None


def _before(ground: Ground, members: list[PlaceMentionFact], stop: int) -> Found | None:
    """X成员城市为A、B; X：A、B; X五市（A、B…）."""
    begin = members[0].span.begin
    low = max(0, begin - 28)
    for match in _HOLDS.finditer(ground.plain, low, begin):
        if match.end() != begin or not (match["said"] or match["count"] or match[0] == "："):
            continue
        if match[0] == "：" and ground.plain[stop : stop + 1] not in ("。", "；", "\n", ""):
            continue
        group = _ending(ground, low, match.start())
        if group is not None:
            return _found(group, members)
    return _extended(ground, members, max(0, begin - 40), begin)


def _extended(ground: Ground, members: list[PlaceMentionFact], low: int, begin: int) -> Found | None:
    """X成员扩大至N个城市，分别是A、B; a bare 都市圈 is the one that the text is about."""
    if (grown := _GROWN.search(ground.plain, low, begin)) and grown.end() == begin:
        group = _ending(ground, max(0, grown.start() - 28), grown.start())
        return _found(group, members) if group else None
    for match in _EXTENDED.finditer(ground.plain, low, begin):
        if match.end() == begin and number(match["count"]) == len(members):
            main = ground.main_group.get(ground.plain[max(0, match.start() - 3) : match.start()])
            group = _ending(ground, max(0, match.start() - 28), match.start())
            if group is None and main is not None:
                group = (main.iri, main.text, begin)
            return _found(group, members) if group else None
    return None


def _counted(ground: Ground, members: list[PlaceMentionFact], stop: int) -> Found | None:
    """X甲、乙、丙三市: the region's name right before the list, its count right behind."""
    counted = _COUNTED.match(ground.plain, _back(ground, stop))
    if counted is None or number(counted["count"]) != len(members):
        return None
    begin = members[0].span.begin
    group = _ending(ground, max(0, begin - 28), begin)
    return _found(group, members) if group else None


def _ending(ground: Ground, low: int, end: int) -> tuple[str, str, int] | None:
    """The region whose name ends at ``end``."""
    for place in reversed(ground.within(low, end)):
        if place.span.end == end and place.kind in GROUPS:
            return place.iri, place.text, end
        named = group_at(ground, place.span.begin)
        if named is not None and named[2] == end:
            return named
    line = max(ground.plain.rfind(mark, low, end) for mark in "\n，。；、：") + 1
    match = PRINTED.fullmatch(ground.plain, max(line, low), end)
    return (match[0].strip("“”"), match[0], end) if match else None


def _signers(ground: Ground) -> Iterator[Found]:
    """三方同为X成员: the governments that sign."""
    members: list[PlaceMentionFact] | None = None
    for match in _ALL.finditer(ground.plain):
        group = group_at(ground, match.end())
        if group is None or ("属" not in match["rel"] and _MEMBER.match(ground.plain, group[2]) is None):
            continue
        members = _parties(ground) if members is None else members
        if len(members) >= 2:
            yield _found(group, members)


def _parties(ground: Ground) -> list[PlaceMentionFact]:
    """甲方：A, 乙方：B; else the governments named together first (A人民政府、B人民政府)."""
    named = list(parties_of(ground).values())
    if len(named) >= 2:
        return named
    for sentence in ground.sentences():
        signed = [p for p in ground.within(*sentence) if p.code and _SIGNERS.match(ground.plain, p.span.end)]
        if len(signed) >= 2:
            return list({place.iri: place for place in signed}.values())
    return []
