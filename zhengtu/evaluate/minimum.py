"""The scores a change must not fall below."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from zhengtu.evaluate.errors import EvaluateError
from zhengtu.evaluate.evaluation import Evaluation
from zhengtu.evaluate.gold import table
from zhengtu.evaluate.messages import say

_ROUNDING = 0.00005  # scores are written with four decimals


class Drop(NamedTuple):
    """A kind whose F1 is below the least asked for; ``f1`` is ``None`` where there is nothing to score."""

    kind: str
    least: float
    f1: float | None


def read_minimum(path: Path, gold: str) -> dict[str, float]:
    """The least F1 by kind for one gold set, from the columns ``gold``, ``kind``, ``f1``.

    The CSV that ``zhengtu evaluate`` prints will do: rows for one document and rows without a kind or F1 are left out.
    Raises ``EvaluateError`` for a file that cannot be read or says nothing of this gold set.
    """
    columns, rows = table(path)
    for name in ("gold", "kind", "f1"):
        if name not in columns:
            raise EvaluateError(say("no_column", path=path, column=name))
    try:
        least = {
            row["kind"]: float(row["f1"])
            for row in rows
            if row["gold"] == gold and row["kind"] and row["f1"] and not row.get("document")
        }
    except ValueError as error:
        raise EvaluateError(say("unreadable", path=path, why=error)) from error
    if not least:
        raise EvaluateError(say("no_minimum", path=path, name=gold))
    return least


def drops(evaluation: Evaluation, least: dict[str, float], kinds: tuple[str, ...] = ()) -> list[Drop]:
    """The kinds that score less than asked, all or those named; a kind with a least that is not scored has dropped."""
    found = []
    for kind, floor in least.items():
        f1 = evaluation.of(kind).f1()
        if (not kinds or kind in kinds) and (f1 or 0.0) < floor - _ROUNDING:
            found.append(Drop(kind, floor, f1))
    return found
