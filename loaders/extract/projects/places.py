"""The places of a project: those its name shows, resolved where the name is a facility's or a short county name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from loaders.extract.projects.evidence import own_places
from loaders.extract.projects.ground import Ground
from loaders.extract.projects.lexicon import lexicon
from loaders.extract.projects.names import Name
from loaders.model import PlaceMentionFact
from loaders.registry import Place, load_registry
from loaders.registry.distance import apart

_JOINT = re.compile("[至到—]")
_FIRM = re.compile("集团(?!总部)|公司")
"""皓月集团九台养殖基地: where a company's work lies."""
_PARTS = re.compile(f"{_JOINT.pattern}|{_FIRM.pattern}")
_LINE = 400
"""A line from one town to a county of another province is at most this long, km."""
_WORKS = ("水库", "运河", "灌区")
_FEATURE = 8
"""Names of features are looked up to this many characters."""
LONGEST = 4
"""A division's short name is looked up to this many characters."""


def places_of(ground: Ground, name: Name, jurisdiction: str) -> list[str]:
    """IRIs of the places in ``name``, in reading order: mentions, and divisions the linker could not be sure of."""
    found: dict[str, None] = {}
    mentions = own_places(ground, name)
    for begin, end in (*name.also, *name.pieces):
        own = [
            place
            for place in (ground.within(begin, end) if (begin, end) not in name.pieces else mentions)
            if begin <= place.span.begin < end
        ]
        for place in own:
            found.update(dict.fromkeys(_iris(place, name.text(ground))))
        starts = [begin]
        if _PARTS.search(ground.plain, begin, end):
            starts += [match.end() for part in (_JOINT, _FIRM) for match in part.finditer(ground.plain, begin, end)]
        for start in starts:
            if not any(place.span.begin <= start < place.span.end for place in own):
                line = start != begin and ground.plain[start - 1] in "至到—"
                more = divisions_at(ground.plain[start:end], jurisdiction, sure=line)
                found.update(dict.fromkeys(more if not line or _is_near(more, found, jurisdiction) else ()))
    return list(found)


def _is_near(more: list[str], found: Iterable[str], jurisdiction: str) -> bool:
    """Whether the town at a line's other end lies in the document's province or within reach of the first end."""
    places = load_registry().places
    town = places[more[0]] if more else None
    if town is None or town.level != "county" or load_registry().holds(jurisdiction[:2] + "0000", town):
        return True
    known = (apart(town, places[iri]) for iri in found if iri in places)
    return not any(far is not None and far > _LINE for far in known)


def _iris(place: PlaceMentionFact, name: str) -> list[str]:
    """A zone lies in the divisions, or round the lake, its name begins with; else it is itself, unless it is the project."""
    if place.kind != "Zone":
        return [] if place.text.endswith(_WORKS) and name.startswith(place.text) else [place.iri]
    inside = divisions_at(place.text, "000000", sure=True)
    if inside or not _is_project(place, name):
        return inside or [place.iri]
    lake = feature_at(place.text, 0)
    return [lake.iri] if lake is not None and lake.kind == "WaterBody" and lake.name.endswith("湖") else []


def located(places: Iterable[PlaceMentionFact]) -> list[str]:
    """IRIs of where ``places`` lie: of a zone the divisions of its name."""
    return list(dict.fromkeys(iri for place in places for iri in _iris(place, "")))


def _is_project(place: PlaceMentionFact, name: str) -> bool:
    whole = load_registry().places.get(place.iri)
    known = (place.text, place.label, *((whole.name, *whole.short_names) if whole is not None else ()))
    return _key(name) in map(_key, filter(None, known))


def _key(name: str) -> str:
    return re.sub(r"（[^（）]*）|\([^()]*\)|[\s“”]|国家级|国家", "", name)


@lru_cache(maxsize=1)
def _features() -> dict[str, Place]:
    """Natural features and regions by name."""
    return {
        name: place
        for place in load_registry().places.values()
        if not place.code and place.kind != "Zone"
        for name in (place.name, *place.short_names)
        if len(name) <= _FEATURE
    }


def feature_at(text: str, at: int) -> Place | None:
    """The natural feature or region whose name begins at ``at``, by its longest name."""
    names = (text[at : at + length] for length in range(_FEATURE, 1, -1))
    return next((place for name in names if (place := _features().get(name)) is not None and text.startswith(name, at)), None)


def divisions_at(text: str, jurisdiction: str, sure: bool) -> list[str]:
    """Divisions named one after another at the beginning of ``text`` (江西鹰潭…), inside the jurisdiction for counties."""
    out: list[str] = []
    at = 0
    holder: Place | None = None
    while text[at : at + 2] in _beginnings():
        if lexicon().not_head.match(text, at):
            return out
        for length in range(min(LONGEST, len(text) - at), 1, -1):
            if not (named := _named(text, at, length, jurisdiction)):
                continue
            found = _choose(named, holder.code if holder is not None else jurisdiction, sure, holder)
            if found is not None and not _is_feature(text, at, length):
                out.append(found.iri)
                holder = found
                at += length
                break
        else:
            return out
    return out


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """The first two characters of the names of divisions."""
    return frozenset(name[:2] for name in load_registry().divisions)


def _is_feature(text: str, at: int, length: int) -> bool:
    """Whether a longer name of a lake or range stands there (鄱阳湖, not 鄱阳)."""
    feature = feature_at(text, at)
    return feature is not None and feature.kind in ("WaterBody", "Mountain") and len(feature.name) > length


def _named(text: str, at: int, length: int, jurisdiction: str) -> Sequence[Place]:
    """The divisions of this name; beside 至 a county may stand without 县 though its short name is a word (新化)."""
    divisions = load_registry().divisions
    name = text[at : at + length]
    found = divisions.get(name, ())
    if found or at or jurisdiction == "000000" or not _JOINT.match(text, length):
        return found
    return [place for suffix in "县市区" for place in divisions.get(name + suffix, ())]


def _choose(candidates: Iterable[Place], jurisdiction: str, sure: bool, holder: Place | None) -> Place | None:
    """The one division meant: a province or prefecture, else the only county of the jurisdiction's province."""
    group = [place for place in candidates if not place.replaced_by]
    registry = load_registry()
    if holder is not None:
        return next(
            (
                place
                for place in group
                if place.code != holder.code and registry.holds(holder.code, place) and place.level == "prefecture"
            ),
            None,
        )
    if group and group[0].level in ("province", "prefecture"):
        return group[0]
    if jurisdiction == "000000":
        return group[0] if sure and len(group) == 1 else None
    here = [place for place in group if registry.holds(jurisdiction[:2] + "0000", place)]
    return here[0] if len(here) == 1 else group[0] if sure and not here and len(group) == 1 else None
