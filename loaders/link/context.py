"""Whether a short name that is also a word, or a county's, is a place where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from loaders.link.names import Name
from loaders.registry import Place, Registry
from loaders.registry.iris import CHINA

_LINK = re.compile("[、—–－―─\\-~～至到/／]")
_ANY_LINK = re.compile("[、—–－―─\\-~～至到/／和与及]")
_BOUNDARY = re.compile(r"[\s，。；：、,.;:！？!?（）()《》“”\"'—–－―─\-~～/／至到等和与及]|段|境|地区|[两三四五六七八九十]地|$")


@dataclass(slots=True)
class Accepted:
    """The mentions accepted so far, by where they begin and end."""

    begins: dict[int, Place] = field(default_factory=dict)
    ends: dict[int, Place] = field(default_factory=dict)
    starts: list[tuple[int, int]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)

    def add(self, begin: int, end: int, place: Place) -> None:
        """Record a mention; ``settle`` before asking ``free``."""
        self.begins[begin] = self.ends[end] = place
        self.seen.add(place.iri)
        if place.code:
            self.codes.update((place.code, place.code[:2] + "0000"))
            if place.level == "county":
                self.codes.add(place.code[:4] + "00")

    def settle(self, taken: list[tuple[int, int]]) -> None:
        """Set the stretches that no further mention may overlap, in order."""
        self.starts = taken

    def free(self, begin: int, end: int) -> bool:
        """Whether ``[begin, end)`` overlaps none of the settled stretches."""
        at = bisect_left(self.starts, (end, -1))
        return at == 0 or self.starts[at - 1][1] <= begin


def weak_place(
    text: str, begin: int, end: int, name: Name, accepted: Accepted, registry: Registry, jurisdiction: str
) -> Place | None:
    """The place that the weak ``name`` means at ``[begin, end)``, or ``None``."""
    before, after = accepted.ends.get(begin), accepted.begins.get(end)
    parent = next((place for place in name.places if before is not None and _holds(before, place, registry)), None)
    if name.guarded:
        ends = _BOUNDARY.match(text, end) is not None
        if parent and ends:
            return parent
        listed = begin and _LINK.match(text, begin - 1) and begin - 1 in accepted.ends
        follows = _LINK.match(text, end) and end + 1 in accepted.begins and (not begin or _BOUNDARY.match(text, begin - 1))
        return name.places[0] if (listed and ends) or follows else None
    if parent:
        return parent
    if after is not None and after.level:
        return None
    return _plain(text, begin, end, name, accepted, registry, jurisdiction)


def _plain(
    text: str, begin: int, end: int, name: Name, accepted: Accepted, registry: Registry, jurisdiction: str
) -> Place | None:
    known = [place for place in name.places if place.iri in accepted.seen]
    if known:
        return known[0]
    near = [place for place in name.places if place.code[:4] + "00" in accepted.codes]
    if jurisdiction != CHINA:
        near += [place for place in name.places if registry.holds(jurisdiction[:2] + "0000", place)]
    near += [place for place in name.places if place.code[:2] + "0000" in accepted.codes]
    if near:
        return near[0]
    left = begin and _ANY_LINK.match(text, begin - 1) and begin - 1 in accepted.ends
    right = _ANY_LINK.match(text, end) and end + 1 in accepted.begins
    return name.places[0] if left or right else None


def _holds(upper: Place, place: Place, registry: Registry) -> bool:
    if not upper.code:
        return False
    if not place.code:
        return True
    return upper.code != place.code and registry.holds(upper.code, place)
