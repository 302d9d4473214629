"""Whose organs an unqualified name means in a document: its issuer's, else those its number or title tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.registry.entries import Place
from loaders.registry.iris import CHINA
from loaders.registry.registry import Registry, load_registry

_CENTRAL_NUMBER = re.compile(r"^(?:国|中|发改|财|工信|建|交|环|自然资|农|商|教|科|水|人社|卫)")


def _leading(registry: Registry, name: str) -> Place | None:
    """The division a unit's name begins with: 湖北省人民政府办公厅 → 湖北省; the longest that fits."""
    rest = re.sub(r"^(?:中共|中国共产党|共青团|国家税务总局)", "", name)
    for length in range(min(len(rest), 12), 1, -1):
        group = registry.divisions.get(rest[:length])
        if group and (length > 2 or group[0].level != "county" or group[0].name == rest[:length]):
            return _inside(registry, group[0], rest[length:])
    return None


def _inside(registry: Registry, place: Place, rest: str) -> Place:
    """The lowest division of a chain of names (重庆市北碚区人民政府 → 北碚区)."""
    for length in range(min(len(rest), 12), 1, -1):
        for inner in registry.divisions.get(rest[:length], ()):
            if inner.name == rest[:length] and inner.code != place.code and registry.holds(place.code, inner):
                return _inside(registry, inner, rest[length:])
    return place


def _in_title(registry: Registry, title: str) -> Place | None:
    """The first full name of a division that the title names (a short name only where the title begins with it)."""
    for at in range(len(title)):
        for length in range(min(len(title) - at, 12), 2, -1):
            group = registry.divisions.get(title[at : at + length])
            if group and group[0].name == title[at : at + length] and title[at + length : at + length + 1] not in "圈场民":
                return group[0]
    first = registry.divisions.get(title[:2]) or registry.divisions.get(title[:3])
    return first[0] if first and (first[0].level == "province" or first[0].name == title[:2]) else None


def jurisdiction_of(issuers: Sequence[str], title: str, number: str, publisher: str = "", folder: None = None) -> str:
    """The GB/T 2260 code of the division whose organs speak, ``000000`` for the centre or where nothing tells.

    Looks at the issuers (发文机关), the document number (发文字号: 鄂政办发 is Hubei's), the title, then the publisher.
    """
    registry = load_registry(folder)
    for issuer in issuers:
        if issuer in registry.stored_names:
            return CHINA
        if place := _leading(registry, issuer):
            return place.code
    if number and not _CENTRAL_NUMBER.match(number):
        lettered = [place for place in registry.places.values() if place.letter and number.startswith(place.letter)]
        if lettered:
            return min(lettered, key=lambda place: place.level != "province").code
    if number and _CENTRAL_NUMBER.match(number):
        return CHINA
    place = _in_title(registry, title) or (_leading(registry, publisher) if publisher else None)
    return place.code if place else CHINA
