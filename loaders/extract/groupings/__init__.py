"""Groupings: a group and the members a text lists for it."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.groupings.aliases import alias_groups
from loaders.extract.groupings.belonging import belonging_groups
from loaders.extract.groupings.collect import Collector
from loaders.extract.groupings.extents import extent_groups
from loaders.extract.groupings.labels import bracket_zones, label_groups
from loaders.extract.groupings.regions import region_groups
from loaders.extract.groupings.schemes import scheme_groups
from loaders.extract.groupings.short import short_groups
from loaders.extract.groupings.summed import summed_groups
from loaders.extract.projects.ground import ground_of
from loaders.model import CleanText, GroupingFact, Identity, Outline, PlaceMentionFact


def extract_groupings(
    text: CleanText, identity: Identity, outline: Outline, places: Sequence[PlaceMentionFact]
) -> tuple[GroupingFact, ...]:
    """The groups whose members ``text`` lists, each once, in reading order.

    ``places`` are the place mentions of the text, ascending; a group of the registry is its IRI, another its printed name.
    """
    del outline
    ground = ground_of(text.text, tuple(places))
    collector = Collector()
    for rule in (
        region_groups,
        alias_groups,
        label_groups,
        bracket_zones,
        scheme_groups,
        belonging_groups,
        extent_groups,
        summed_groups,
    ):
        for found in rule(ground):
            collector.add(found)
    for found in short_groups(ground, identity.title):
        collector.add(found)
    return collector.facts()
