"""Gathers groupings: one fact a group, its members in the order they are listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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

    def add(self, found: Found) -> None:
        """Add members to their group; a group is no member of itself."""
        known = self._found.get(found.group)
        members = tuple(place for place in found.members if place.iri != found.group)
        if known is None:
            if members:
                self._found[found.group] = Found(found.group, found.text, members, found.span)
            return
        self._found[found.group] = Found(known.group, known.text, (*known.members, *members), min(known.span, found.span))

    def facts(self) -> tuple[GroupingFact, ...]:
        """One fact a group."""
        return tuple(
            GroupingFact(found.group, found.text, tuple(dict.fromkeys(place.iri for place in found.members)), found.span)
            for found in sorted(self._found.values(), key=lambda f: (f.span, f.group))
        )
