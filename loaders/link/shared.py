"""Lists that share a head: 武汉、南昌都市圈 names 武汉都市圈 and 南昌都市圈; 湖北、湖南自由贸易试验区 two zones."""

from __future__ import annotations

import re

from loaders.link.names import Names
from loaders.link.zones import head_ends, zone_of, zone_tail
from loaders.registry import Place, Registry

_LINK = re.compile("[、和与及]|以及")
_GROUPS = ("Zone", "Region", "MetropolitanArea", "UrbanAgglomeration", "WaterBody")
_OWN = ("Zone", "MetropolitanArea", "UrbanAgglomeration")
"""What has a head of its own and takes none from its neighbour."""
_BASIN = "流域"
Found = tuple[int, int, Place]
Run = tuple[int, int, tuple[Place, ...]]
"""A list's member: a place, or places in a row (湖北荆州), with where it begins and ends."""


def share_heads(text: str, found: list[Found], names: Names, registry: Registry) -> list[Found]:
    """``found`` (in reading order) with the earlier members of such lists read with the list's head.

    The last member either is itself a name with the head (…、南昌都市圈) or is followed by it (武汉、长株潭等都市圈).  What
    bears a head of its own keeps it.  A zone that the registry lacks is made from its name as `zones` does, where its
    purpose is told and the list is joined by 、 alone or closed by 等.
    """
    runs = _runs(found, registry)
    begins = {begin for begin, _, _ in found}
    changed: dict[int, tuple[int, Place]] = {}
    covered: list[tuple[int, int]] = []
    for at, (begin, end, places) in enumerate(runs):
        closed = text.startswith("等", end)
        bare = end not in begins and (len(places) > 1 or places[0].kind not in _OWN)
        head = _behind(text, end + closed) if closed or bare else None
        last = head is not None
        head = head or _inside(text, begin, end, places)
        if head is None:
            continue
        first = at
        while first > 0 and _LINK.fullmatch(text, runs[first - 1][1], runs[first][0]):
            first -= 1
        sure = closed or all(text.startswith("、", runs[i][1]) for i in range(first, at))
        for i in range(first, at + last):
            b, e, leads = runs[i]
            if leads[-1].kind in ("Zone", "UrbanAgglomeration") or (
                leads[-1].kind == "MetropolitanArea" and text[e - 1] == "圈"
            ):
                continue
            zone = _named(text[b:e], head, leads, names, sure)
            if zone is not None and (i == at or zone.iri != places[-1].iri):
                changed[b] = (e, zone)
                if i == at:
                    covered.append((e, head[2]))
    return _replaced(found, changed, covered)


Head = tuple[str, str, int]
"""The head as printed, in full and without grade, and where it ends."""


def _runs(found: list[Found], registry: Registry) -> list[Run]:
    """Members: divisions in a row are one (湖北荆州, 湘南湘西), as is a place with the lake that tells which (武汉东湖)."""
    out: list[Run] = []
    for begin, end, place in found:
        if out and out[-1][1] == begin and place.kind not in _OWN and _in_row(out[-1][2][-1], place, registry):
            out[-1] = (out[-1][0], end, (*out[-1][2], place))
        else:
            out.append((begin, end, (place,)))
    return out


def _in_row(upper: Place, place: Place, registry: Registry) -> bool:
    return not (upper.code and place.code) or (upper.code != place.code and registry.holds(upper.code, place))


def _behind(text: str, at: int) -> Head | None:
    if (tail := zone_tail(text, at)) is not None:
        return text[at : tail[1]], tail[0], tail[1]
    return (_BASIN, _BASIN, at + len(_BASIN)) if text.startswith(_BASIN, at) else None


def _inside(text: str, begin: int, end: int, places: tuple[Place, ...]) -> Head | None:
    """The head that the name ``[begin, end)`` of a zone or group ends in."""
    if len(places) > 1 or places[0].kind not in _GROUPS or not (text[end - 1] in head_ends() or text[end - 1] == _BASIN[-1]):
        return None
    for at in range(begin + 2, end - 1):
        head = _behind(text, at)
        if head is not None and head[2] == end:
            return head
    return None


def _named(text: str, head: Head, leads: tuple[Place, ...], names: Names, sure: bool) -> Place | None:
    """What a member is with the head: the registry's, else a zone made from its name."""
    for printed in (text + head[0], text + head[1], text + "国家" + head[1]):
        name = names.by_text.get(printed)
        if name is not None and name.places:
            return name.places[0]
    if leads[-1].level == "county" and text.endswith(("县", "区")):
        return None  # 长沙县、长沙经开区: a county told in full stands for itself
    specific = len(head[1]) > 4 or head[1].endswith("圈")
    if not (sure and specific and leads[-1].code) or head[1] == _BASIN:
        return None
    return zone_of(leads, text + head[0], head[1], names)


def _replaced(found: list[Found], changed: dict[int, tuple[int, Place]], covered: list[tuple[int, int]]) -> list[Found]:
    """``found`` with the changed members in place of what stood there, and without what their head covers."""
    out: list[Found] = []
    reach = 0
    hidden = iter(sorted(covered))
    cover = next(hidden, None)
    for begin, end, place in found:
        while cover is not None and cover[1] <= begin:
            cover = next(hidden, None)
        if begin < reach or (cover is not None and cover[0] <= begin and end <= cover[1]):
            continue
        if begin in changed:
            reach, place = changed[begin]
            out.append((begin, reach, place))
        else:
            out.append((begin, end, place))
    return out
