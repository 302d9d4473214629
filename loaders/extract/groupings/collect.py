"""Gathers groupings: one fact a group, its members in the order they are listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.model import GroupingFact, PlaceMentionFact, Span


@dataclass(frozen=True, slots=True)
class Found:
    """Members listed for a group: ``group`` is its IRI or printed name, ``text`` its name as printed."""

    group: str
    text: str
    members: tuple[PlaceMentionFact, ...]
    span: Span


def of_place(place: PlaceMentionFact, members: Sequence[PlaceMentionFact], span: Span) -> Found:
    """Members of a registry place."""
    return Found(place.iri, place.text, tuple(members), span)


class Collector:
    """Merges what several rules found of one group."""

    def __init__(self) -> None:
        self._found: dict[str, Found] = {}
        self._members: dict[str, dict[str, None]] = {}

    def add(self, found: Found) -> None:
        """Add members to their group; a group is no member of itself."""
        members = dict.fromkeys(place.iri for place in found.members if place.iri != found.group)
        if not members:
            return
        known = self._found.setdefault(found.group, found)
        if found.span < known.span:
            self._found[found.group] = replace(known, span=found.span)
        self._members.setdefault(found.group, {}).update(members)

    def facts(self) -> tuple[GroupingFact, ...]:
        """One fact a group."""
        return tuple(
            GroupingFact(found.group, found.text, tuple(self._members[found.group]), found.span)
            for found in sorted(self._found.values(), key=lambda f: (f.span, f.group))
        )
