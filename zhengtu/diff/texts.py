"""What is compared, read from a store: a document's tasks (or commitments), who answers for them, its figures."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Literal

from zhengtu.align.loading import texts
from zhengtu.align.model import TaskText
from zhengtu.align.pieces import normal
from zhengtu.query import run
from zhengtu.query.table import printed
from zhengtu.sparql import text as sparql
from zhengtu.store.protocol import QueryStore

TargetKey = tuple[str, str, str, str]  # indicator, scope, year, kind


@dataclass(frozen=True, slots=True)
class Units:
    """The units of one task: printed names by agency IRI, and for each agency the organs of other levels that match it."""

    names: dict[str, str]
    counterparts: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Document:
    """A document's title, tasks in reading order, units by task IRI, figures as printed by what they measure."""

    stem: str
    title: str
    tasks: list[TaskText]
    units: dict[str, Units]
    targets: dict[TargetKey, tuple[str, ...]]


class Texts:
    """The documents of one store."""

    def __init__(self, store: QueryStore) -> None:
        self._store = store

    @cached_property
    def titles(self) -> dict[str, str]:
        """Title by stem, of all documents."""
        return {row["document"]: row["title"] for row in run(self._store, "documents")}

    @cached_property
    def _tasks(self) -> dict[str, list[TaskText]]:
        found: dict[str, list[TaskText]] = defaultdict(list)
        for document, text in texts(self._store):
            if text.is_task:
                found[document].append(text)
        return found

    def document(self, stem: str) -> Document:
        """One document.  Raises ``StoreError``."""
        tasks = self._tasks.get(stem) or self._commitments(stem)
        return Document(stem, self.titles.get(stem, ""), tasks, self._units(stem), self._targets(stem))

    def _commitments(self, stem: str) -> list[TaskText]:
        rows = run(self._store, "commitments", {"document": stem})
        return [TaskText(f"{i}", normal(row["text"]), normal(row["topic"])) for i, row in enumerate(rows)]

    def _units(self, stem: str) -> dict[str, Units]:
        names: dict[str, dict[str, str]] = defaultdict(dict)
        counterparts: dict[tuple[str, str], set[str]] = defaultdict(set)
        for cells in self._store.select(sparql(__file__, "units.rq"), {"document": Literal(stem)}):
            task, unit, name, counterpart = map(printed, cells)
            names[task].setdefault(unit, normal(name))
            counterparts[task, unit] |= {counterpart} - {""}
        return {
            task: Units(found, {unit: frozenset(counterparts[task, unit]) for unit in found}) for task, found in names.items()
        }

    def _targets(self, stem: str) -> dict[TargetKey, tuple[str, ...]]:
        found: dict[TargetKey, dict[str, None]] = defaultdict(dict)
        for row in run(self._store, "targets", {"document": stem}):
            key = (row["indicator"], row["scope"], row["year"], row["kind"])
            found[key][f"{row['comparator']} {row['value']} {row['unit']}".strip()] = None
        return {key: tuple(values) for key, values in found.items()}
