"""A query that a question may mean, with its values."""

from __future__ import annotations

from dataclasses import dataclass

from zhengtu.ask.entities import Entity
from zhengtu.ask.mention import Mention
from zhengtu.ask.reading import Reading
from zhengtu.ask.score import Filled, Fit
from zhengtu.ask.wordings import Asked, Wording


@dataclass(frozen=True, slots=True)
class Match:
    """A query, the things put in its slots (several only where a column lists several), and how well the question fits it.

    ``named`` is what the question names in this reading, ``left_out`` what of it has no place in the query; ``beyond`` is how
    much, 0…1, it looks like a question that no query answers.
    """

    asked: Asked
    filled: Filled
    fit: Fit
    reading: Reading
    named: tuple[Mention, ...]
    left_out: tuple[Mention, ...]
    beyond: float

    @property
    def name(self) -> str:
        """The query's name."""
        return self.asked.query.name

    @property
    def score(self) -> float:
        """How well the question fits, 0…1."""
        return self.fit.score

    @property
    def covered(self) -> float:
        """The weighted part of the question, 0…1, that the query takes up."""
        return self.fit.covered

    @property
    def wording(self) -> Wording:
        """The wording of the query that is nearest."""
        return self.fit.wording

    @property
    def asks(self) -> tuple[frozenset[frozenset[str]], frozenset[Entity]]:
        """What the wording asks for, and of which things."""
        return frozenset(self.wording.reading.concepts), frozenset(e for things in self.filled.values() for e in things)

    @property
    def values(self) -> dict[str, str]:
        """Parameters and columns to narrow by, as ``zhengtu.query.run`` takes them."""
        kinds = {p.name: p.kind for p in self.asked.query.parameters}
        return {slot: ";".join(_value(e, slot, kinds.get(slot, "")) for e in things) for slot, things in self.filled.items()}


def _value(entity: Entity, slot: str, kind: str) -> str:
    """The IRI for a parameter that takes one; else the name, as columns print it; a year as the beginning of a date."""
    if entity.kind == "year":
        return entity.value if slot == "year" or kind else f"{entity.value}*"
    if kind in ("agency", "place", "entity") and not (kind == "agency" and entity.kind != "agency"):
        return entity.value
    return entity.value if entity.kind in ("document", "issuer") and kind != "entity" else entity.label
