"""Where a question names something."""

from __future__ import annotations

from typing import NamedTuple

from zhengtu.ask.entities import Entity


class Mention(NamedTuple):
    """Where in the question (``plain`` text) which things may be meant; ``sure`` is 1, less for a name not printed so."""

    begin: int
    end: int
    entities: tuple[Entity, ...]
    sure: float = 1.0

    def overlaps(self, begin: int, end: int) -> bool:
        """Whether it has a character of ``[begin, end)``."""
        return self.begin < end and begin < self.end

    @property
    def is_topic(self) -> bool:
        """Whether it is a word of the texts, and no name."""
        return bool(self.entities) and all(entity.kind in ("topic", "industry") for entity in self.entities)
