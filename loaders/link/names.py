"""The names that places go by, and where a text holds them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from loaders.registry import Place, Registry

_NOT_PLACES = Path(__file__).with_name("not_places.txt")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it may stand in a text and the places it may mean, the likeliest first; none for a blocking word.

    ``strong`` names are places wherever they stand; a *plain* weak name (a county without 县) needs its surroundings to
    agree, a *guarded* one (also an ordinary word) needs more.
    """

    text: str
    places: tuple[Place, ...]
    strong: bool
    guarded: bool = False


class Names:
    """All names of a registry by their text, and an automaton that finds every one of them in one pass."""

    def __init__(self, registry: Registry, blocking: frozenset[str]) -> None:
        self._all = _names(registry, blocking)
        self.by_text = {name.text: name for name in self._all}
        self._automaton = AhoCorasick([name.text for name in self._all])

    def find(self, text: str) -> list[tuple[int, int, Name]]:
        """Every occurrence of every name as ``(begin, end, name)``, by ``end``."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return [(begin, end, self._all[which]) for which, begin, end in found]


def _names(registry: Registry, blocking: frozenset[str]) -> list[Name]:
    strong: dict[str, list[Place]] = defaultdict(list)
    plain: dict[str, list[Place]] = defaultdict(list)
    guarded: dict[str, list[Place]] = defaultdict(list)
    for place in registry.places.values():
        if place.kind == "Country":
            continue
        if place.name not in place.guarded_names:
            strong[place.name].append(place)
        for name in place.short_names:
            (plain if place.level == "county" and len(name) < 4 else strong)[name].append(place)
        for name in place.guarded_names:
            guarded[name].append(place)
    out = [Name(text, tuple(sorted(found, key=_likely)), True) for text, found in strong.items()]
    out += [Name(text, tuple(sorted(found, key=_likely)), False) for text, found in plain.items() if text not in strong]
    taken = strong.keys() | plain.keys()
    out += [Name(text, tuple(sorted(found, key=_likely)), False, True) for text, found in guarded.items() if text not in taken]
    known = {name.text for name in out}
    return out + [Name(word, (), True) for word in sorted(blocking - known)]


def _likely(place: Place) -> tuple[bool, bool, bool, str]:
    """Order of preference among places of one name: in force, a division, no district, by code."""
    return (bool(place.replaced_by), not place.code, place.name.endswith("区"), place.code)


@lru_cache(maxsize=4)
def names_of(registry: Registry) -> Names:
    """The compiled names of a registry, once a process."""
    lines = _NOT_PLACES.read_text(encoding="utf-8").splitlines()
    return Names(registry, frozenset(word for line in lines if not line.startswith("#") for word in line.split()))
