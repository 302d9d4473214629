"""What stands beside a place in a list or at the other end of a line tells that a name is a place, and which."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from loaders.registry import Place, Registry
from loaders.registry.distance import apart
from loaders.registry.iris import CHINA

Found = tuple[int, int, Place]
_ROUTE = re.compile("[至到—―－~～]")
_LINK = re.compile("[、至到—―－~～]")
_SUFFIXES = ("县", "市", "区")
_AUTONOMOUS = 3
"""海南州, 恩施州: the length of an autonomous prefecture's short name."""
_LONGEST = 4
_CLOSE = 120
"""Two towns of which nothing else tells are at most this far apart, km."""
_REACH = 250
"""A line whose other end is in the next province is at most this long, km."""
_ORGAN = re.compile(
    "(?:[省市县区州]|自治区)?(?:[（(][省市县区州盟自治直辖、]{1,8}[）)])?[一-鿿]{0,12}?(?:厅|(?<![布格结全大破])局|委员会|委|办公室|办|海关|兵团|总队|分行)(?=[，、；。：:,;（()）\\s]|印发|关于|负责|牵头|$)"
)


def line_ends(text: str, found: list[Found], registry: Registry, jurisdiction: str) -> list[Found]:
    """The towns at the other end of a line from a place of ``found``: 新化至溆浦, 六安至岳西.

    A county whose short name is a word never stands alone in prose, but a line runs between towns; it must lie in the
    province of the other end or of the document, or both ends in that of the document.
    """
    begins, ends = {begin: place for begin, _, place in found}, {end: place for _, end, place in found}
    out: list[Found] = []
    for match in _ROUTE.finditer(text):
        left, right = ends.get(match.start()), begins.get(match.end())
        if left is not None and right is None:
            out += _town(text, match.end(), 1, (_code(left, registry), jurisdiction), registry, left)
        elif right is not None and left is None:
            out += _town(text, match.start(), -1, (_code(right, registry), jurisdiction), registry, right)
        elif right is None and match[0] == "至":
            one = _town(text, match.start(), -1, (jurisdiction,), registry) if jurisdiction != CHINA else []
            other = _town(text, match.end(), 1, (jurisdiction,), registry) if one else []
            out += [*one, *other] if other else _pair(text, match.start(), registry)
    towns_once = {(begin, end): (begin, end, place) for begin, end, place in out}
    return [
        town
        for town in towns_once.values()
        if not any(begin < town[1] and town[0] < end for begin, end, _ in _near(found, town[0]))
    ]


def _near(found: list[Found], at: int) -> list[Found]:
    i = bisect_left(found, at, key=lambda mention: mention[0])
    return found[max(0, i - 3) : i + 3]


def _code(place: Place, registry: Registry) -> str:
    """The code of a place, or of the town that bears a mountain's name (神农架)."""
    town = next(iter(registry.divisions.get(place.name, ())), None)
    return place.code or (town.code if town else CHINA)


def _town(
    text: str, at: int, step: int, codes: tuple[str, ...], registry: Registry, end_known: Place | None = None
) -> list[Found]:
    """The longest name of a town there: of the provinces ``codes``, or of the next one and near ``end_known``."""
    for length in range(_LONGEST, 1, -1):
        begin, end = (at, at + length) if step > 0 else (at - length, at)
        name = text[max(0, begin) : end]
        if begin < 0 or len(name) < length:
            continue
        near = {place.iri: place for place in known_towns(registry).get(name, ()) if _within_reach(end_known, place)}
        if text[at if step < 0 else at - 1] == "至" and len(near) == 1:
            return [(begin, end, next(iter(near.values())))]
        for place in known_towns(registry).get(name, ()):
            if any(code != CHINA and place.code[:2] == code[:2] for code in codes):
                return [(begin, end, place)]
    return []


def _pair(text: str, at: int, registry: Registry) -> list[Found]:
    """Two counties close to each other at the ends of a line (永善至雷波): each confirms the other."""
    known = known_towns(registry)
    for left in range(_LONGEST, 1, -1):
        for one in known.get(text[max(0, at - left) : at], ()) if at >= left else ():
            for right in range(_LONGEST, 1, -1):
                for other in known.get(text[at + 1 : at + 1 + right], ()):
                    far = apart(one, other)
                    if far is not None and 0 < far < _CLOSE and not one.replaced_by and not other.replaced_by:
                        return [(at - left, at, one), (at + 1, at + 1 + right, other)]
    return []


def _within_reach(known: Place | None, town: Place) -> bool:
    far = apart(known, town) if known is not None and known.level in ("prefecture", "county") else None
    return far is not None and far < _REACH and not town.replaced_by


@lru_cache(maxsize=4)
def known_towns(registry: Registry) -> dict[str, list[Place]]:
    """Prefectures and counties by their names with and without 县, 市, 区."""
    out: dict[str, list[Place]] = {}
    for name, places in registry.divisions.items():
        short = name[:-1] if name.endswith(_SUFFIXES) and len(name) > 2 else name
        if name.endswith("州") and len(name) == _AUTONOMOUS:
            short = name[:-1]
        for place in places:
            if place.level != "province" and place.name not in place.guarded_names:
                for known in {name, short}:
                    out.setdefault(known, []).append(place)
    return out


def towns(text: str, found: list[Found], registry: Registry) -> list[Found]:
    """``found`` with mountains and lakes read as the town of that name where a town is their neighbour (武夷山至宁德)."""
    out = list(found)
    for i, (begin, end, place) in enumerate(found):
        if place.level == "province":
            if (city := _capital(text, found, i, registry)) is not None:
                out[i] = (begin, end, city)
            continue
        if place.code or place.kind not in ("Mountain", "WaterBody"):
            continue
        same = next((town for town in registry.divisions.get(text[begin:end], ()) if not town.replaced_by), None)
        if same is not None and any(_beside(text, found, i, other) for other in (i - 1, i + 1) if 0 <= other < len(found)):
            out[i] = (begin, end, same)
    return out


def _capital(text: str, found: list[Found], i: int, registry: Registry) -> Place | None:
    """The prefecture that bears its province's name, where another of that province is its neighbour (长春、吉林)."""
    begin, end, place = found[i]
    city = next((town for town in known_towns(registry).get(text[begin:end], ()) if town.level == "prefecture"), None)
    if city is None:
        return None
    for left, right, other in ((i - 1, i, i - 1), (i, i + 1, i + 1)):
        if left < 0 or right == len(found):
            continue
        inside = found[other][2].code[:2] == place.code[:2] and found[other][2].level == "prefecture"
        if inside and found[right][0] - found[left][1] == 1 and _LINK.match(text, found[left][1]):
            return city
    return None


def _beside(text: str, found: list[Found], i: int, other: int) -> bool:
    left, right = (found[other], found[i]) if other < i else (found[i], found[other])
    neighbour = found[other][2]
    if right[0] - left[1] != 1 or not _LINK.match(text, left[1]):
        return False
    return neighbour.level == "county" or (bool(neighbour.code) and text[left[1]] != "、")


def without_organs(text: str, found: list[Found]) -> list[Found]:
    """``found`` without the divisions named in the names of organs only (陕西省教育厅): of them the text says nothing."""
    free = set()
    opens, tied = -1, False  # where the mention behind begins, and whether it is part of an organ's name
    for begin, end, place in reversed(found):
        listed = tied and opens == end + 1 and text[end] == "、"  # 广西、贵州、云南省（区）发展改革委
        opens, tied = begin, listed or _ORGAN.match(text, end) is not None
        if not place.code or not tied:
            free.add(place.iri)
    return [mention for mention in found if mention[2].iri in free]
