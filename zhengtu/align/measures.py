"""Which measure of an upper task a measure of the lower task takes up.

Only the measures of two aligned tasks are compared, so the cost stays in proportion to the texts.
"""

from __future__ import annotations

from collections.abc import Mapping as Dict
from collections.abc import Sequence

from rapidfuzz import fuzz

from zhengtu.align.difference import Difference, compare
from zhengtu.align.model import Mapping, TaskText
from zhengtu.align.relation import relation_of, told

_HELD = 0.5  # share of one of the two sentences that the other must hold


def align_measures(mappings: Sequence[Mapping], measures: Dict[str, Sequence[TaskText]]) -> list[Mapping]:
    """A mapping for each lower measure that repeats an upper one, in the order of the task ``mappings``.

    ``measures`` holds normal texts (``pieces.normal``) by the IRI of their task.
    """
    out: list[Mapping] = []
    for pair in mappings:
        uppers = measures.get(pair.upper, ())
        out += (found for lower in measures.get(pair.lower, ()) if (found := _taken_up(uppers, lower)))
    return out


def _taken_up(uppers: Sequence[TaskText], lower: TaskText) -> Mapping | None:
    """The upper measure that shares most with the lower one, where that is enough."""
    compared = [
        (_score(diff, upper.text, lower.text), upper, diff) for upper in uppers for diff in [compare(upper.text, lower.text)]
    ]
    if not compared:
        return None
    score, upper, diff = max(compared, key=lambda item: (item[0], item[1].iri))
    if max(diff.upper_share, diff.lower_share) < _HELD:
        return None
    relation = relation_of(diff, upper.places | lower.places)
    return Mapping(upper.iri, lower.iri, relation, score, told(diff.added), told(diff.dropped))


def _score(diff: Difference, upper: str, lower: str) -> float:
    """Clauses in common and the likeness of the sentences, evenly."""
    return round((max(diff.upper_share, diff.lower_share) + fuzz.ratio(upper, lower) / 100) / 2, 4)
