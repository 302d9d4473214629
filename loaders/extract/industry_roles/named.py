"""Names that hold a place and its industry: A县筛网特色产业集群（基地）; and series of both: A的陶瓷，B的石化、造船."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.industry_roles.clauses import Role
from loaders.extract.industry_roles.lexicon import words
from loaders.extract.industry_roles.phrase import KIND, industry_of, is_industry
from loaders.extract.industry_roles.subjects import past_side
from loaders.extract.projects.ground import Ground, place_list
from loaders.model import PlaceMentionFact, Span

REACH = 46
"""A name is read at most so many characters back from its head."""
_ENDS = "(?=(?:建设|发展)?(?:[、，。；：）”\\n]|[和与及等]|$))"
_HEAD = re.compile(
    "产业(?:(?:集群(?!总数|数量|个数|总产值|产值|名单)|集聚区|聚集区|集聚带)(?:（基地）)?|(?:辐射|承接|承载|拓展|配套|协作)(?:发展)?区)|集群(?!总数|数量|个数|总产值|产值|名单)(?:（基地）)?|专业镇|集聚[区带](?:（基地）)?"
    "|聚集区(?:（基地）)?|产区(?!域)|主产区(?!域)|优势产区(?!域)|集中产区(?!域)"
    f"|产业链{_ENDS}|全产业链{_ENDS}"
    + "".join(f"|{made}(?:示范|化)?基地{_ENDS}" for made in ("生产", "加工", "制造", "种植", "养殖", "繁育", "制种", "产业"))
    + "|特色产业化?基地|优势产业化?基地"
    + "".join(f"|{rank}特色(?:农产品|农业|产业)优势区" for rank in ("中国", "国家级", "国家", "省级", "市级"))
    + "|特色(?:农产品|农业|产业)优势区"
)
"""Every branch begins with a character of its own, so that it is looked for fast."""
_PARTED = "，。；：！？\n《》"
_ACTS = re.compile("打造|建设|形成|培育|推动|推进|成为|加快|构建|发展(?!区)|壮大|等|的|个|重点|围绕|依托|支持|[将为以在有是]")
_OWN = re.compile("(?P<what>(?!特色|优势)[一-鿿]{2,10}?)(?P<role>(?:中国|国家级?|省级|市级)?特色(?:农产品|农业|产业)优势区)")
"""肥城市肥城桃中国特色农产品优势区: the produce bears the place's name."""
_TWO = re.compile(
    "(?P<what>(?!特色|优势|主导|产业|重[大点]|现代|新兴|关键|核心|完整|区域|县域)[一-鿿]{2})(?P<role>(?:特色|优势)产业(?:集群|集聚区|聚集区|基地)(?:（基地）)?|全?产业链|(?:主|优势|集中)?产区|(?:省级|市级|国家级)?(?:重点|特色)*专业镇)"
)
_LIST = re.compile("(?P<role>优势区|产业集群|主产区|特色产业|特色产品)名单(?:为|是|如下)*：")
_STOP = re.compile("[。；\\n]")
_PRODUCE = re.compile("[一-鿿]{2,10}")
_SERIES = re.compile("[，、；和]|以及|等|(?<=业)(?=统一|共同|进行|协同|错位|布局)")
LONGEST = 24


def named_roles(ground: Ground) -> Iterator[Role]:
    """The roles that names of clusters give, in reading order."""
    until = 0
    for head in _HEAD.finditer(ground.plain) if ground.places else ():
        low = max(until, head.start() - REACH, *(ground.plain.rfind(mark, until, head.start()) + 1 for mark in _PARTED))
        until = head.end()
        owners, begin = _owners(ground, low, head.start())
        begin += bool(owners) and ground.plain.startswith("的", begin)
        if not owners or _ACTS.search(ground.plain, begin, head.start() - 1) or not _free(ground, begin):
            continue
        found = _own(ground, low, owners[0], begin, head)
        if not head[0].endswith("优势区"):
            found = industry_of(ground, Span(begin, head.end()), asked=True)
        found = found or _short(ground, begin, head)
        if found is not None and not any(KIND.fullmatch(said) for said in (found[0], found[0] + "产业")):
            yield Role(tuple(owners), found[0], found[1], found[2])


def _own(ground: Ground, low: int, owner: PlaceMentionFact, begin: int, head: re.Match[str]) -> tuple[str, str, Span] | None:
    """What a 特色农产品优势区 is for, with the place's name where it is part of the produce's."""
    if not head[0].endswith("优势区"):
        return None
    upper = ground.within(low, owner.span.begin)
    twice = upper and upper[-1].iri == owner.iri and upper[-1].span.end == owner.span.begin
    match = _OWN.fullmatch(ground.plain, owner.span.begin if twice else begin, head.end())
    return (match["what"], match["role"], Span(*match.span("what"))) if match else None


def _short(ground: Ground, begin: int, head: re.Match[str]) -> tuple[str, str, Span] | None:
    """The two characters before 特色产业集群 (太和县筛网特色产业集群), which can be nothing but an industry."""
    match = _TWO.fullmatch(ground.plain, begin, head.end())
    return (match["what"], match["role"], Span(*match.span("what"))) if match else None


def listed_roles(ground: Ground) -> Iterator[Role]:
    """特色农产品优势区名单为：A苹果、B杂粮: what each place of such a list is known for."""
    for told in _LIST.finditer(ground.plain) if "名单" in ground.plain else ():
        stop = _STOP.search(ground.plain, told.end())
        for item in ground.pieces(told.end(), stop.start() if stop else len(ground.plain), "、"):
            places, at = place_list(ground, *item)
            match = _PRODUCE.match(ground.plain, at, item.end) if len(places) == 1 else None
            if match is not None and match.end() > at + 1:
                yield Role(tuple(places), match[0], told["role"], Span(*match.span()))


def _owners(ground: Ground, low: int, high: int) -> tuple[list[PlaceMentionFact], int]:
    """The places of the last list of places in ``[low, high)``, and where it ends."""
    owners: list[PlaceMentionFact] = []
    stop = low
    for place in ground.within(low, high):
        if place.span.begin >= stop:
            owners, stop = place_list(ground, place.span.begin, high)
    owners = owners if all(place.code or place.kind == "Zone" for place in owners) else []
    return owners, past_side(ground, stop, high) if owners else stop


def _free(ground: Ground, at: int) -> bool:
    """Whether no verb stands at ``at``."""
    return words().verb.match(ground.plain, at) is None and words().causative.match(ground.plain, at) is None


def series(ground: Ground, sentence: Span) -> Iterator[Role]:
    """A的制造业，B的石化、造船，C的陶瓷: each place with its industries, where two or more are told so."""
    if ground.plain.count("的", *sentence) < 2:
        return
    owned = [place for place in ground.within(*sentence) if place.code and ground.plain.startswith("的", place.span.end)]
    if len(owned) < 2:
        return
    told: list[Role] = []
    for place, then in zip(owned, [*(after.span.begin for after in owned[1:]), sentence.end], strict=True):
        begin = place.span.end + 1
        stop = begin
        while stop < then and (piece := _industry_end(ground, stop, then)) > stop:
            stop = piece
        industry = ground.text[begin:stop]
        if is_industry(industry):
            told.append(Role((place,), industry, "", Span(begin, stop)))
    if len(told) > 1 and len(told) == len(owned):
        yield from told


def _industry_end(ground: Ground, begin: int, stop: int) -> int:
    """Where the industry ends that a 、 or the place's 的 leads to; ``begin`` where none stands there."""
    at = begin + ground.plain.startswith("、", begin)
    mark = _SERIES.search(ground.plain, at, stop)
    end = mark.start() if mark else stop
    return end if 2 <= end - at <= LONGEST and is_industry(ground.text[at:end]) else begin
