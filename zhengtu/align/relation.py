"""From the differences between two tasks to their relation: same, narrowed or extended."""

from __future__ import annotations

import re
from collections.abc import Collection

from zhengtu.align.difference import Change, Difference
from zhengtu.align.model import Relation

OWN = 0.35  # share of its text that a lower task may have for itself before it says more than the upper
TAKEN = 0.5  # share of the upper task that the lower takes up; below, the rest is left to other items
_FIGURE = re.compile(r"\d")
_EMPTY = re.compile(
    r"(?:一批|一系列|等地|等|的|地|各|和|与|及|在|中|共同|积极|大力|着力|努力|切实|进一步|深入|加快|加强|推进|推动|促进"
    r"|支持|鼓励|建设|实施|开展|构筑|构建|打造|举办|有序|统筹|布局|相关|我省|全省|全市|本省)+"
)


def relation_of(diff: Difference, places: Collection[str]) -> Relation:
    """How the lower task stands to the upper: what weighs is whole clauses, members of lists, places and figures."""
    if diff.lower_share < 1 - OWN:
        return "extended"
    exchanged = sum(_exchanged(c) for c in diff.dropped)
    dropped = exchanged + sum(len(c.text) for c in diff.dropped if weighty(c, places) and not _exchanged(c))
    narrowing = sum(len(c.text) for c in diff.added if qualifies(c, places))
    fresh = [c for c in diff.added if weighty(c, places) and not qualifies(c, places) and not _exchanged(c)]
    added = sum(len(c.text) for c in fresh)
    if added > dropped + narrowing:
        return "extended"
    return "narrowed" if dropped or narrowing else "same"


def _exchanged(change: Change) -> bool:
    """Whether one figure stands where the other text has another (60座, 25座): no more was said, and something else."""
    return not change.clause and bool(_FIGURE.search(change.text) and _FIGURE.search(change.other))


def weighty(change: Change, places: Collection[str]) -> bool:
    """Whether the change is one of substance: a clause, a member of a list, a place, a figure."""
    if not words(change):
        return False
    return change.clause or change.listed or bool(_FIGURE.search(change.text)) or has_place(change.text, places)


def qualifies(change: Change, places: Collection[str]) -> bool:
    """Whether an addition narrows what was said to a place: (湖北段), 武汉|都市圈 for 都市圈."""
    if change.clause or change.listed:
        return False
    bracketed = change.before.endswith("（") or change.text.startswith("（") or change.after.startswith("）")
    return (bracketed or not change.other) and has_place(change.text, places)


def words(change: Change) -> str:
    """The change without what says nothing by itself (一批, 等, 积极); empty where nothing else was changed."""
    return _EMPTY.sub("", change.text)


def has_place(text: str, places: Collection[str]) -> bool:
    """Whether a place name stands in ``text``."""
    longest = 12
    return any(text[i:j] in places for i in range(len(text)) for j in range(i + 2, min(len(text), i + longest) + 1))


def told(changes: list[Change], inside_only: bool = False) -> tuple[str, ...]:
    """The changes in words, in order, each once; ``inside_only`` those within clauses in common."""
    shown = (c.text for c in changes if words(c) and not (inside_only and c.clause))
    return tuple(dict.fromkeys(shown))
