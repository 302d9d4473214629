"""Finds the places that a text mentions: one pass of an automaton, then guards and context."""

from __future__ import annotations

from loaders.link.brackets import bracketed
from loaders.link.context import Accepted, weak_place
from loaders.link.guards import is_blocked
from loaders.link.names import Name, names_of
from loaders.model import PlaceMentionFact, Span
from loaders.registry import Place, Registry
from loaders.registry.iris import CHINA

Hit = tuple[int, int, Name]
Found = tuple[int, int, Place]


def find_places(text: str, registry: Registry, jurisdiction: str = CHINA) -> list[PlaceMentionFact]:
    """All mentions of registry places in ``text``, in reading order, none overlapping another.

    The longest name from the left wins (武汉 inside 武汉都市圈 is no mention).  A county's short name counts where its
    surroundings agree: its prefecture, province or full name stands in the text, the document is its province's
    (``jurisdiction``, a GB/T 2260 code), or it stands in a list with places.  A name that is also an ordinary word counts only
    right after its parent or inside such a list.  Offsets count in ``text``.
    """
    names = names_of(registry)
    strong: list[Hit] = []
    weak: list[Hit] = []
    for last, name in names.automaton.iter(text):
        (strong if name.strong else weak).append((last + 1 - len(name.text), last + 1, name))
    found = bracketed(text, names) if "(" in text or "（" in text else []
    accepted = Accepted()
    found += _longest(text, strong, [(begin, end) for begin, end, _ in found], accepted, jurisdiction, registry)
    found += _in_context(text, weak, accepted, registry, jurisdiction)
    found.sort(key=lambda mention: mention[0])
    return [PlaceMentionFact(text[b:e], Span(b, e), place.iri, place.kind, place.code) for b, e, place in found]


def _longest(
    text: str, hits: list[Hit], taken: list[tuple[int, int]], accepted: Accepted, jurisdiction: str, registry: Registry
) -> list[Found]:
    """Leftmost-longest strong names; ``taken`` grows by what they and the blocking words cover."""
    found: list[Found] = []
    blocked = set(taken)
    reach = 0
    for begin, end, name in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if begin < reach or (blocked and any(b < end and begin < e for b, e in blocked)):
            continue
        if name.places and is_blocked(text, begin, end):
            if text[end - 1] not in "东西南北":
                taken.append((begin, end))
            continue
        reach = end
        taken.append((begin, end))
        if name.places:
            place = _choose(name, accepted, registry, jurisdiction)
            found.append((begin, end, place))
            accepted.add(begin, end, place)
    taken.sort()
    accepted.settle(taken)
    return found


def _choose(name: Name, accepted: Accepted, registry: Registry, jurisdiction: str) -> Place:
    """Among places of one full name (鼓楼区, 朝阳区) the one whose prefecture or province the text has named, else the
    one in the document's own division, else the first."""
    if len(name.places) == 1:
        return name.places[0]
    for width, tail in ((4, "00"), (2, "0000")):
        for place in name.places:
            if place.code and place.code[:width] + tail in accepted.codes:
                return place
    if jurisdiction != CHINA:
        for place in name.places:
            if place.code and registry.holds(jurisdiction[:2] + "0000", place):
                return place
    return name.places[0]


def _in_context(text: str, hits: list[Hit], accepted: Accepted, registry: Registry, jurisdiction: str) -> list[Found]:
    """Weak names that their surroundings confirm, left to right, the longer first; lists confirm one another."""
    found: list[Found] = []
    left = [hit for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])) if accepted.free(hit[0], hit[1])]
    for _ in range(3):
        rest: list[Hit] = []
        reach = 0
        for begin, end, name in left:
            if begin < reach or is_blocked(text, begin, end):
                continue
            place = weak_place(text, begin, end, name, accepted, registry, jurisdiction)
            if place is None:
                rest.append((begin, end, name))
                continue
            reach = end
            found.append((begin, end, place))
            accepted.add(begin, end, place)
        if len(rest) == len(left):
            break
        spans = sorted((b, e) for b, e, _ in found)
        left = [hit for hit in rest if not any(b < hit[1] and hit[0] < e for b, e in spans)]
    return found
