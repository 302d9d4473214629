"""Count what was matched, and tell precision, recall and F1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from zhengtu.evaluate.match import Matched

Level = Literal["found", "right", "full"]
LEVELS: tuple[Level, ...] = ("found", "right", "full")


class Share(NamedTuple):
    """So many of so many."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """The share, ``None`` of nothing."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Score:
    """Counts that can be added up (micro average).

    ``gold``: rows of the gold; ``told``: rows of the store where the gold is complete, the only ones precision looks at;
    ``hits``: of the gold rows, those found, right, right in full; ``good``: the same of the told rows;
    ``others``: agreement of each further column on the rows found; ``complete``: pairs of kind and document that are complete;
    ``due``: rows of the gold in these.
    """

    gold: int = 0
    told: int = 0
    hits: tuple[int, int, int] = (0, 0, 0)
    good: tuple[int, int, int] = (0, 0, 0)
    others: dict[str, Share] = field(default_factory=dict)
    complete: int = 0
    due: int = 0

    def precision(self, level: Level = "right") -> float | None:
        """Of the rows told, the share that is right; ``None`` when none was told."""
        return Share(self.good[LEVELS.index(level)], self.told).value

    def recall(self, level: Level = "right") -> float | None:
        """Of the gold rows, the share that was told rightly; ``None`` when there is none."""
        return Share(self.hits[LEVELS.index(level)], self.gold).value

    def f1(self, level: Level = "right") -> float | None:
        """Harmonic mean; 0 when either is 0 or only one side has rows; ``None`` with no rows where the gold is complete."""
        if not self.complete or not (self.due or self.told):
            return None
        precision, recall = self.precision(level) or 0.0, self.recall(level) or 0.0
        return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def score(matched: Matched, others: Iterable[str], complete: bool) -> Score:
    """The score of one kind in one document."""
    pairs = len(matched.pairs)
    three = (pairs, sum(p.right for p in matched.pairs), sum(p.right and not p.off for p in matched.pairs))
    return Score(
        gold=pairs + len(matched.missed),
        told=pairs + len(matched.spurious) if complete else 0,
        hits=three,
        good=three if complete else (0, 0, 0),
        others={name: Share(sum(all(c.label != name for c in pair.off) for pair in matched.pairs), pairs) for name in others},
        complete=int(complete),
        due=pairs + len(matched.missed) if complete else 0,
    )


def total(scores: Iterable[Score]) -> Score:
    """All counts added up."""
    every = list(scores)
    others: dict[str, Share] = {}
    for one in every:
        for name, share in one.others.items():
            known = others.get(name, Share(0, 0))
            others[name] = Share(known.part + share.part, known.whole + share.whole)
    return Score(
        sum(s.gold for s in every),
        sum(s.told for s in every),
        _sum3(s.hits for s in every),
        _sum3(s.good for s in every),
        others,
        sum(s.complete for s in every),
        sum(s.due for s in every),
    )


def _sum3(counts: Iterable[tuple[int, int, int]]) -> tuple[int, int, int]:
    a, b, c = zip((0, 0, 0), *counts, strict=True)
    return sum(a), sum(b), sum(c)
