"""Places that govern a sentence from its head: the project of a later clause that names no place of its own lies there."""

from __future__ import annotations

import re

from loaders.extract.projects.ground import CITY_GROUPS, Ground
from loaders.model import PlaceMentionFact, Span

_HEAD = re.compile(
    "(?:[一二三四五六七八九十]是)?(?:全力|着力|大力|进一步|充分|积极|持续)?"
    "(?:围绕|环绕|依托|立足|做强|做优|做大|增强|提升|强化|突出|发挥|优化|完善|加快|推动|在|以)"
)
_REACH = 10
"""The place stands at most this far behind the head word."""
_GROUP = re.compile("城市群|城市圈|都市圈")


def governing(ground: Ground, clause: Span) -> list[PlaceMentionFact] | None:
    """The one division a clause speaks of at its head (围绕环武汉主城区…, 全力做强武汉创新引擎), for the clauses behind it.

    ``None`` where the clause names no division: what governed before it still does.
    """
    every = [place for place in ground.within(*clause) if place.code]
    if not every:
        return None
    head = _HEAD.match(ground.plain, *clause)
    if head is None or len({place.iri for place in every}) > 1:
        return []
    return [place for place in ground.within(head.end(), min(clause.end, head.end() + _REACH)) if place.code][:1]


def group_of(ground: Ground, sentence: Span) -> list[PlaceMentionFact]:
    """The city group a sentence speaks of, by name or bare (推动城市圈…)."""
    named = [place for place in ground.within(*sentence) if place.kind in CITY_GROUPS]
    bare = _GROUP.search(ground.plain, *sentence)
    whole = ground.main_group.get(bare[0]) if bare else None
    return [whole] if whole is not None and not named else named[:1]
