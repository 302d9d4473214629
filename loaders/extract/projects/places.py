"""The places of a project: those its name shows, resolved where the name is a facility's or a short county name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.extract.projects.evidence import own_places
from loaders.extract.projects.ground import Ground
from loaders.extract.projects.names import Name
from loaders.model import PlaceMentionFact
from loaders.registry import Place, load_registry

_JOINT = re.compile("[至到—]")
_WORKS = ("水库", "运河", "灌区")
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
        starts = [begin, *(match.end() for match in _JOINT.finditer(ground.plain, begin, end))]
        for start in starts:
            if not any(place.span.begin <= start < place.span.end for place in own):
                found.update(dict.fromkeys(divisions_at(ground.plain[start:end], jurisdiction, sure=start != begin)))
    return list(found)


def _iris(place: PlaceMentionFact, name: str) -> list[str]:
    """A zone that is the project itself lies in the divisions its name begins with; any other place is itself."""
    if place.kind != "Zone":
        return [] if place.text.endswith(_WORKS) and name.startswith(place.text) else [place.iri]
    inside = divisions_at(place.text, "000000", sure=True)
    whole = load_registry().places.get(place.iri)
    same = _same(place.text, name) or (whole is not None and _same(whole.name, name))
    return inside or ([] if same else [place.iri])


def _same(left: str, right: str) -> bool:
    return _key(left) == _key(right)


def _key(name: str) -> str:
    return re.sub(r"（[^（）]*）|\([^()]*\)|[\s“”]", "", name)


def divisions_at(text: str, jurisdiction: str, sure: bool) -> list[str]:
    """Divisions named one after another at the beginning of ``text`` (江西鹰潭…), inside the jurisdiction for counties."""
    out: list[str] = []
    at = 0
    holder: Place | None = None
    while at < len(text):
        for length in range(min(LONGEST, len(text) - at), 1, -1):
            within = holder.code if holder is not None else jurisdiction
            found = _choose(_named(text, at, length, jurisdiction), within, sure, holder)
            if found is not None:
                out.append(found.iri)
                holder = found
                at += length
                break
        else:
            return out
    return out


def _named(text: str, at: int, length: int, jurisdiction: str) -> Iterable[Place]:
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
