"""What changed between two texts, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["added", "dropped", "changed"]


@dataclass(frozen=True, slots=True)
class Item:
    """A task, or a commitment of an agreement: its number (empty for a commitment), title and text."""

    number: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that changed: ``old`` is empty for what was added, ``new`` for what was dropped; ``clause`` for a whole clause."""

    old: str
    new: str
    clause: bool = False


@dataclass(frozen=True, slots=True)
class TaskChange:
    """A task that only one text has, or that both have in other words or with other units.

    ``old`` and ``new`` are ``None`` on the side that lacks it; ``score`` (0…1) says how alike the two are; units by the
    names printed, organs that correspond to each other across levels counting as the same.
    """

    kind: Kind
    old: Item | None
    new: Item | None
    score: float = 0.0
    wordings: tuple[Wording, ...] = ()
    units_added: tuple[str, ...] = ()
    units_dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetChange:
    """A figure that only one text has, or that has another value; ``old`` and ``new`` as printed (≥ 70 %), or empty."""

    kind: Kind
    indicator: str
    scope: str
    year: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class DocumentDiff:
    """Two documents, or two states of one; ``same`` counts the tasks that both have word for word with the same units."""

    old: str
    new: str
    old_title: str
    new_title: str
    tasks: tuple[TaskChange, ...]
    targets: tuple[TargetChange, ...]
    same: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not self.tasks and not self.targets


@dataclass(frozen=True, slots=True)
class StoreDiff:
    """Two generations of a store: documents only one has, and those that changed."""

    old: str
    new: str
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    changed: tuple[DocumentDiff, ...]
    same: int
