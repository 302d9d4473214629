"""Counted groups: A、B、C三省（以下简称三省）, and the counted name used alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.groupings.collect import Found, of_place
from loaders.extract.projects.ground import CITY_GROUPS, Ground
from loaders.model import PlaceMentionFact, Span
from loaders.numerals import number

_COUNTED = re.compile("等?(?P<name>(?P<count>[两二三四五六七八九十\\d]{1,3})(?:个)?(?P<unit>省市|省区市|省区|省))(?!级|域)")
_CALLED = re.compile('等?[^（），。；]{0,6}（(?:以下)?(?:简称|统称|合称)(?:为)?[“"]?(?P<name>[^“”"（），。；]{1,10})[”"]?）')
_RINGS = ("经济圈", "生活圈", "都市带", "城市带", "城镇群", "一体化区")
"""What cities found together, besides a 都市圈 or 城市群."""


def alias_groups(ground: Ground) -> Iterator[Found]:
    """Lists that are given a name by 以下简称, or by a count that the text goes on to use as a name."""
    alone: dict[str, bool] = {}
    for members, stop in ground.enumerations:
        yield from _called(ground, members, stop)
        yield from _counted(ground, members, stop, alone)


def _called(ground: Ground, members: list[PlaceMentionFact], stop: int) -> Iterator[Found]:
    """以下简称: the region of the sentence if cities are counted as its whole, else the name given."""
    begin = _at_list_end(ground, stop)
    match = _CALLED.match(ground.plain, begin)
    if match is None:
        return
    span = Span(members[0].span.begin, match.end())
    region = _region_before(ground, members[0].span.begin) if re.search("市", match["name"]) else None
    if region is not None:
        yield of_place(region, members, span)
    else:
        yield Found(match["name"], match["name"], tuple(members), span)


def _counted(ground: Ground, members: list[PlaceMentionFact], stop: int, alone: dict[str, bool]) -> Iterator[Found]:
    """A、B、C三省, where 三省 stands alone elsewhere; a count of towns (五市) is no name."""
    begin = _at_list_end(ground, stop)
    match = _COUNTED.match(ground.plain, begin)
    if match is None or _CALLED.match(ground.plain, begin) or _value(match["count"]) != len(members):
        return
    name = match["name"]
    if name not in alone:
        alone[name] = _used_alone(ground, name)
    if alone[name]:
        yield Found(name, name, tuple(members), Span(members[0].span.begin, match.end()))


def _at_list_end(ground: Ground, stop: int) -> int:
    """Before 等, which the list has swallowed."""
    return stop - 1 if ground.plain[stop - 1 : stop] == "等" else stop


def _value(count: str) -> int:
    return number(count) or 0


def _used_alone(ground: Ground, name: str) -> bool:
    """Whether ``name`` also stands where no list of places leads up to it."""
    ends = {place.span.end for place in ground.places}
    alone = 0
    for match in re.finditer(re.escape(name), ground.plain):
        before = ground.plain[match.start() - 1 : match.start()]
        if match.start() not in ends and before not in "等东西南北中第" and not before.isdigit():
            alone += 1
            if alone >= 2:
                return True
    return False


def _region_before(ground: Ground, at: int) -> PlaceMentionFact | None:
    """The last city group named before ``at`` in its sentence."""
    begin = max(ground.plain.rfind(mark, max(0, at - 200), at) for mark in "。；\n") + 1
    groups = [place for place in ground.within(begin, at) if place.kind in CITY_GROUPS or place.text.endswith(_RINGS)]
    return groups[-1] if groups else None
