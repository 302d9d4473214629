"""Layouts told by the industry: 装备制造产业布局以A、B为核心区，C、D为配套区."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.industry_roles.clauses import Role
from loaders.extract.industry_roles.phrase import industry_of
from loaders.extract.projects.ground import Ground, place_list
from loaders.model import Span

_TOPIC = re.compile(
    "(?:此外|其中|同时|另外)?，?(?P<what>[一-鿿、（）]{2,30}?(?:产业|制造业|服务业|农业|工业))(?:的|重点)?(?:空间|区域|生产力)?(?P<laid>布局|分布|发展格局)?"
    "(?=以|，|：|按|形成|呈|将|坚持|主要)"
)
_SEAT = re.compile("(?:形成|构建|打造)?(?:了)?(?P<by>以)?(?:(?:高新|经开|开发|新)区、)?(?=[一-鿿])")
"""高新区 alone may stand before the places."""
_PART = re.compile(
    "(?:作)?为(?P<role>[一-鿿]{0,10}?(?:基地|核心区?|中心|[辐扩]射区|配套(?:发展|协作)?区|集聚区|聚集区|承[载接]区|示范区|载体|高地|[拓扩]展区|[协联]\\w{1,2}区|引领区|先行区|主阵地|增长极|节点|支撑|两翼|龙头))"
    "(?=的|，|。|；|$|、|和|与)"
)
_FEWEST = 2
"""Without 布局 so many parts make a layout."""


def layout_roles(ground: Ground, sentence: Span) -> Iterator[Role]:
    """The parts that places have in the layout of the industry a sentence begins with."""
    if ground.plain.find("为", *sentence) < 0:
        return
    topic = _TOPIC.match(ground.plain, *sentence)
    found = industry_of(ground, Span(*topic.span("what"))) if topic else None
    if topic is None or found is None or found[1]:
        return
    told: list[Role] = []
    for clause in ground.clauses(sentence):
        begin = topic.end() if clause.begin <= topic.start("what") < clause.end else clause.begin
        seat = _SEAT.match(ground.plain, begin, clause.end) if begin < clause.end else None
        if seat is None or not (seat["by"] or told):
            continue
        places, stop = place_list(ground, seat.end(), clause.end)
        part = _PART.match(ground.plain, stop, clause.end) if places else None
        if part is not None:
            told.append(Role(tuple(places), found[0], part["role"], found[2]))
    if topic["laid"] or len(told) >= _FEWEST:
        yield from told
