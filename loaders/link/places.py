"""Finds the places that a text mentions: one pass over the text, then guards and context."""

from __future__ import annotations

from loaders.link.brackets import bracketed, bracketed_zones
from loaders.link.choose import choose
from loaders.link.columns import column_hits
from loaders.link.context import Accepted, weak_place
from loaders.link.guards import (
    inside_word,
    is_blocked,
    is_publisher,
    names_a_village,
    names_a_work,
    side_of_something,
    torn_from,
)
from loaders.link.names import Name, names_of
from loaders.link.neighbours import line_ends, towns, without_organs
from loaders.link.rivers import river_hits, water_runs
from loaders.link.runs import town_runs
from loaders.link.shared import share_heads
from loaders.link.zones import same_zones, zone_hits
from loaders.model import PlaceMentionFact, Span
from loaders.registry import Place, Registry
from loaders.registry.iris import CHINA

Hit = tuple[int, int, Name]
Found = tuple[int, int, Place]
_ROUNDS = 4
"""How often a list may grow by names that its own members confirm."""


def find_places(text: str, registry: Registry, jurisdiction: str = CHINA) -> list[PlaceMentionFact]:
    """All mentions of registry places in ``text``, in reading order, none overlapping another.

    The longest name from the left wins (武汉 inside 武汉都市圈 or 武汉临空经济区 is no mention).  A county's short name counts
    where its surroundings agree: its prefecture, province or full name stands in the text, the document is its province's
    (``jurisdiction``, a GB/T 2260 code), or it stands in a list with places.  A name that is also an ordinary word counts
    only right after its parent or inside such a list.  In 武汉、南昌都市圈 the mention 武汉 is of 武汉都市圈.  Zones and
    rivers that the registry lacks are told by their names (``label`` set).  Offsets count in ``text``.
    """
    names = names_of(registry)
    named = names.find(text)
    strong: list[Hit] = bracketed(text, names) if "(" in text or "（" in text else []
    strong += bracketed_zones(text, strong)
    weak: list[Hit] = [hit for hit in named if not hit[2].strong]
    inner = {end - 1 for _, end, name in weak if name.places and name.places[0].level == "county"}
    strong += [hit for hit in named if hit[2].strong and not (hit[0] in inner and hit[2].places and torn_from(text, hit[1]))]
    strong += column_hits(text, names)
    strong += zone_hits(text, named, names, registry)
    strong += river_hits(text, names)
    listed = water_runs(text, names)
    listed += [
        (begin, end, Name(text[begin:end], (place,), True)) for begin, end, place in town_runs(text, registry, jurisdiction)
    ]
    strong = listed + strong
    accepted = Accepted()
    found = _longest(text, strong, accepted, jurisdiction)
    found += _in_context(text, weak, accepted, registry, jurisdiction)
    found.sort(key=lambda mention: mention[0])
    found = sorted(found + line_ends(text, found, registry, jurisdiction), key=lambda mention: mention[0])
    found = without_organs(text, share_heads(text, towns(text, found, registry), names, registry))
    found = same_zones(_without_sides(text, found), registry)
    return [_mention(text, b, e, place, registry) for b, e, place in found]


def _without_sides(text: str, found: list[Found]) -> list[Found]:
    """``found`` without a 西部地区 that closes a list of cities (白城、松原等西部地区): a side of their province."""
    return [
        mention
        for i, mention in enumerate(found)
        if not (
            mention[2].kind == "Region"
            and i
            and text.startswith("等", mention[0] - 1)
            and found[i - 1][1] == mention[0] - 1
            and found[i - 1][2].level in ("prefecture", "county")
            and mention[2].name.endswith("部地区")
        )
        and not (i and _is_village(found[i - 1], mention))
    ]


def _is_village(before: Found, mention: Found) -> bool:
    """Whether a city's short name right behind a county of another province is a town's there (霞浦三沙, not 三沙市)."""
    begin, end, place = mention
    if before[1] != begin or end - begin != 2 or before[2].code[:2] == place.code[:2]:
        return False
    return before[2].level == "county" and before[2].name != place.name and place.level == "prefecture"


def _mention(text: str, begin: int, end: int, place: Place, registry: Registry) -> PlaceMentionFact:
    own = place.iri not in registry.places
    return PlaceMentionFact(
        text[begin:end], Span(begin, end), place.iri, place.kind, place.code,
        place.name if own else "", place.within if own else "",
    )  # fmt: skip


def _longest(text: str, hits: list[Hit], accepted: Accepted, jurisdiction: str) -> list[Found]:
    """Leftmost-longest strong names; ``accepted`` learns them and what they and the blocking words cover.

    A name of several places (鼓楼区, 朝阳区) waits for the rest, and is left out where nothing tells which is meant.
    """
    found: list[Found] = []
    unsure: list[Hit] = []
    taken: list[tuple[int, int]] = []
    reach = 0
    for begin, end, name in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if begin < reach:
            continue
        if name.places and (side_of_something(text, end) or names_a_village(text, end, name)):
            continue
        if name.places and inside_word(text, begin, end) and not _in_parent(found, begin, name):
            continue
        reach = end
        taken.append((begin, end))
        if len(name.places) > 1:
            unsure.append((begin, end, name))
        elif name.places and not is_publisher(text, end) and not names_a_work(text, end, name):
            found.append((begin, end, name.places[0]))
            accepted.add(begin, end, name.places[0])
    accepted.settle(taken)
    chosen = [(begin, end, choose(begin, name, found, jurisdiction)) for begin, end, name in unsure]
    settled = [(begin, end, place) for begin, end, place in chosen if place is not None]
    for begin, end, place in settled:
        accepted.add(begin, end, place)
    return found + settled


def _in_parent(found: list[Found], begin: int, name: Name) -> bool:
    """Whether the prefecture of the county stands right before it (马鞍山市和县)."""
    return bool(found) and found[-1][1] == begin and any(found[-1][2].code[:4] == place.code[:4] for place in name.places)


def _in_context(text: str, hits: list[Hit], accepted: Accepted, registry: Registry, jurisdiction: str) -> list[Found]:
    """Weak names that their surroundings confirm, left to right, the longer first; lists confirm one another."""
    found: list[Found] = []
    left = sorted(hits, key=lambda hit: (hit[0], -hit[1]))
    for _ in range(_ROUNDS):
        left = [hit for hit in left if accepted.free(hit[0], hit[1])]
        rest: list[Hit] = []
        fresh: list[tuple[int, int]] = []
        reach = 0
        for begin, end, name in left:
            if begin < reach or is_blocked(text, end, name):
                continue
            place = weak_place(text, begin, end, name, accepted, registry, jurisdiction)
            if place is None:
                rest.append((begin, end, name))
                continue
            reach = end
            fresh.append((begin, end))
            found.append((begin, end, place))
            accepted.add(begin, end, place)
        if not fresh or not rest:
            break
        accepted.settle(sorted([*accepted.starts, *fresh]))
        left = rest
    return found
