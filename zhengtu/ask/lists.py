"""Names in a list, which a question asks about together (长沙、南昌、合肥、武汉)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from zhengtu.ask.entities import PLACES, Entity
from zhengtu.ask.mention import Mention
from zhengtu.ask.wordings import Asked

_ROW = 3  # names of a list that is asked about as a whole


def side_by_side(named: Sequence[Mention]) -> set[Mention]:
    """The places that stand beside another, a single character between them (襄阳、宜昌)."""
    beside: set[Mention] = set()
    for one, other in pairwise(named):
        if other.begin - one.end == 1 and all(e.kind in PLACES for m in (one, other) for e in m.entities):
            beside |= {one, other}
    return beside


def shown(named: Sequence[Mention], asked: Asked) -> set[Entity]:
    """Those that have a column of their own in the answer: it shows each of them."""
    if not any(is_column(slot, asked) for slot in asked.slots):
        return set()
    return {entity for mention in side_by_side(named) for entity in mention.entities}


def is_column(slot: str, asked: Asked) -> bool:
    """Whether it keeps the rows about one place of an answer that tells the place of each."""
    return slot in ("place", "scope", "group") and slot not in asked.required and slot in asked.query.columns


def listed(named: Sequence[Mention], used: set[Entity]) -> set[Entity]:
    """What stands with something used in a list of three or more (长沙、南昌、合肥、武汉), which is asked about as a whole."""
    rows: list[list[Mention]] = []
    for mention in named:
        if rows and mention.begin - rows[-1][-1].end <= 1:
            rows[-1].append(mention)
        else:
            rows.append([mention])
    long_ones = (row for row in rows if len(row) >= _ROW and any(used & set(mention.entities) for mention in row))
    return {entity for row in long_ones for mention in row for entity in mention.entities}
