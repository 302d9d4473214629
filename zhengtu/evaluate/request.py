"""One run of ``zhengtu evaluate``: what is asked, checked before the store is opened, and what is answered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from zhengtu.evaluate.errors import EvaluateError
from zhengtu.evaluate.evaluation import Evaluation, evaluate
from zhengtu.evaluate.gold import GoldSet, read
from zhengtu.evaluate.messages import say
from zhengtu.evaluate.minimum import drops, read_minimum
from zhengtu.evaluate.report import FORMATS, render
from zhengtu.store import QueryStore


@dataclass(frozen=True, slots=True)
class Answer:
    """The report, remarks for the user, and a line for each score that dropped."""

    text: str
    notes: tuple[str, ...]
    drops: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """The options of the command."""

    gold: Path
    form: str = "table"
    errors: bool = False
    kinds: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    minimum: Path | None = None

    def checked(self) -> Plan:
        """What is to be done.  Raises ``EvaluateError`` where it cannot be."""
        if self.form not in FORMATS:
            raise EvaluateError(say("format", form=self.form, known=" ".join(FORMATS)))
        if self.minimum is not None and self.documents:
            raise EvaluateError(say("part"))
        gold = read(self.gold).only(self.kinds, self.documents)
        least = read_minimum(self.minimum, gold.name) if self.minimum is not None else {}
        return Plan(self, gold, least)


@dataclass(frozen=True, slots=True)
class Plan:
    """A request that can be carried out."""

    request: Request
    gold: GoldSet
    least: dict[str, float]

    def run(self, store: QueryStore) -> Answer:
        """Score the store.  Raises ``StoreError``."""
        evaluation = evaluate(store, self.gold, self.request.errors)
        text = render(evaluation, self.request.form, errors=self.request.errors)
        return Answer(text, tuple(self._notes(evaluation)), tuple(self._drops(evaluation)))

    def _notes(self, evaluation: Evaluation) -> list[str]:
        notes = []
        if self.gold.unknown:
            notes.append(say("unknown", files=" ".join(self.gold.unknown)))
        if evaluation.absent:
            notes.append(say("absent", count=len(evaluation.absent), documents=" ".join(evaluation.absent)))
        return notes

    def _drops(self, evaluation: Evaluation) -> list[str]:
        return [
            say(
                "drop",
                gold=self.gold.name,
                kind=drop.kind,
                f1="-" if drop.f1 is None else f"{drop.f1:.4f}",
                least=f"{drop.least:.4f}",
            )
            for drop in drops(evaluation, self.least, self.request.kinds)
        ]
