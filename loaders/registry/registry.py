"""The registry of places and agencies, loaded once a process."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property, lru_cache
from pathlib import Path

from loaders.registry import load
from loaders.registry.entries import Agency, Organ, Place
from loaders.registry.iris import AGENCY, CHINA, place_iri
from loaders.registry.local import government, local_organ
from loaders.registry.paths import ontology_dir

_GOVERNMENT = re.compile(r"gov-(\d{6})$")
_LOCAL = re.compile(r"(\d{6})-(.+)$")


class Registry:
    """Places by IRI, stored agencies by IRI, and the organ patterns; immutable once loaded."""

    def __init__(self, places: dict[str, Place], agencies: dict[str, Agency], organs: tuple[Organ, ...]) -> None:
        self.places = places
        self.agencies = agencies
        self.organs = organs

    def place(self, code: str) -> Place | None:
        """The place with this GB/T 2260 code or slug."""
        return self.places.get(place_iri(code))

    def agency(self, iri: str) -> Agency | None:
        """The agency with this IRI: stored, or a local government or organ made from its pattern; ``None`` if neither."""
        if iri in self.agencies or not iri.startswith(AGENCY):
            return self.agencies.get(iri)
        key = iri[len(AGENCY) :]
        if match := _GOVERNMENT.match(key):
            place = self.place(match[1])
            return government(place) if place else None
        if match := _LOCAL.match(key):
            place, organ = self.place(match[1]), self.organ_slugs.get(match[2])
            return local_organ(organ, place) if place and organ and place.tier in organ.levels else None
        return None

    @cached_property
    def organ_slugs(self) -> dict[str, Organ]:
        """Slug → organ pattern."""
        return {organ.slug: organ for organ in self.organs}

    @cached_property
    def stored_names(self) -> frozenset[str]:
        """Every full and short name of a stored agency."""
        return frozenset(name for agency in self.agencies.values() for name in (agency.name, *agency.short_names))

    @cached_property
    def divisions(self) -> dict[str, tuple[Place, ...]]:
        """Full or short name → divisions of that name, the highest first, those in force before retired ones."""
        found: dict[str, list[Place]] = defaultdict(list)
        for place in self.places.values():
            if place.code and place.code != CHINA:
                for name in (place.name, *place.short_names, *place.guarded_names):
                    found[name].append(place)
        return {name: tuple(sorted(group, key=_precedence)) for name, group in found.items()}

    def holds(self, code: str, place: Place) -> bool:
        """Whether ``place`` is the division ``code`` or lies inside it; the country holds everything."""
        if code == CHINA or code == place.code:
            return True
        stem = code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
        return bool(place.code) and place.code.startswith(stem)


def _precedence(place: Place) -> tuple[bool, int, str]:
    order = {"province": 0, "prefecture": 1, "county": 2}
    return (bool(place.replaced_by), order.get(place.level, 3), place.code)


@lru_cache(maxsize=4)
def load_registry(folder: Path | None = None) -> Registry:
    """The registry in ``folder`` (by default the package's own), read once a process (about 0.1 s).

    Raises ``LoadError`` where a file is missing or not Turtle.
    """
    if folder is None:
        return load_registry(ontology_dir())
    agencies, organs = load.agencies(folder / "agencies.ttl")
    return Registry(load.places(folder / "places.ttl"), agencies, organs)


@lru_cache(maxsize=4)
def short_place_names(folder: Path | None = None) -> frozenset[str]:
    """The short names of provinces and prefectures that may stand alone (湖北, 武汉, 恩施)."""
    places = load_registry(folder).places.values()
    return frozenset(name for place in places if place.level in ("province", "prefecture") for name in place.short_names)
