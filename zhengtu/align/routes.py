"""Lines by their ends: 成都重庆至上海沿江高铁 is written out, 沪渝蓉高铁 abbreviated, and both are one line.

A line is abbreviated by one character for each place on the way, in order, from either end (GB/T 25344 names the national
railways so): the place's own letter (渝, 蓉), a character of its short name (厦 of 厦门), or its province's letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.registry import Place, load_registry

_CLASSES = {
    "高速铁路": "高铁",
    "高铁": "高铁",
    "客运专线": "高铁",
    "干线铁路": "高铁",
    "城际铁路": "城际铁路",
    "铁路": "铁路",
    "高速公路": "高速公路",
    "高速": "高速公路",
}
"""Kinds of line by their nouns; what the plans list as 干线铁路 are 高铁."""
_NOUNS = "|".join(sorted(_CLASSES, key=len, reverse=True))
_LINE = re.compile(f"(?P<way>[^“”（）()、，]{{2,24}}?)(?:沿江|沿海|沿边|国家|通道)*(?P<noun>{_NOUNS})$")
_PARTS = re.compile("[至到—―－–~～\\-经]")
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Route:
    """A line: its ``kind``, and either the ``stops`` on its way or the ``letters`` that abbreviate them."""

    kind: str
    stops: tuple[Place, ...] = ()
    letters: str = ""

    @property
    def key(self) -> str:
        """What two spellings of one line share, from whichever end it is told."""
        way = [place.code for place in self.stops] or list(self.letters)
        return "-".join((self.kind, *min(way, way[::-1])))


def route_of(name: str) -> Route | None:
    """The line that a project's name tells, if it tells one with two stops or more."""
    match = _LINE.match("".join(name.split()))
    if match is None:
        return None
    kind = _CLASSES[match["noun"]]
    parts = [_stops(part) for part in _PARTS.split(match["way"])]
    stops = tuple(stop for part in parts for stop in part)
    if all(parts) and len(stops) >= 2:
        return Route(kind, stops)
    letters = match["way"]
    if 2 <= len(letters) <= 5 and all("一" <= char <= "鿿" for char in letters):
        return Route(kind, letters=letters)
    return None


@lru_cache(maxsize=4096)
def _stops(text: str) -> tuple[Place, ...]:
    """The divisions whose names make up ``text``, none where something is left over."""
    divisions = load_registry().divisions
    out: list[Place] = []
    at = 0
    while at < len(text):
        names = (text[at : at + length] for length in range(min(_LONGEST, len(text) - at), 1, -1))
        found = next(((name, divisions[name][0]) for name in names if name in divisions), None)
        if found is None:
            return ()
        out.append(found[1])
        at += len(found[0])
    return tuple(out)


def characters(place: Place) -> dict[str, float]:
    """The characters that may stand for ``place`` in an abbreviation, and how surely."""
    province = load_registry().place(f"{place.code[:2]}0000")
    out = dict.fromkeys(place.short, 0.95)
    if province is not None and province.letter:
        out.setdefault(province.letter, 0.85)
    if place.letter:
        out[place.letter] = 1.0
    return out


def expansion(letters: str, stops: Sequence[Place]) -> tuple[float, tuple[Place, ...]] | None:
    """How surely ``letters`` abbreviates the way over ``stops``, told from the end that fits; ``None`` if it does not."""
    if len(letters) != len(stops):
        return None
    best: tuple[float, tuple[Place, ...]] | None = None
    for way in (tuple(stops), tuple(reversed(stops))):
        sure = [characters(place).get(char, 0.0) for char, place in zip(letters, way, strict=True)]
        if min(sure) > 0 and (best is None or min(sure) > best[0]):
            best = (min(sure), way)
    return best
