"""What is not as it should be: each row missed, spurious or different, with its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from zhengtu.evaluate.kinds import Column, Kind
from zhengtu.evaluate.match import Matched, Pair
from zhengtu.evaluate.passages import Passages
from zhengtu.evaluate.prepare import Row

Outcome = Literal["missed", "spurious", "differs", "detail"]


@dataclass(frozen=True, slots=True)
class Finding:
    """``gold`` and ``told`` show the rows; ``columns`` names what disagrees.

    ``differs``: the row was found, but something that decides is wrong, which counts as a miss and a spurious row;
    ``detail``: the row is right, but one of the further columns is not.
    """

    document: str
    kind: str
    outcome: Outcome
    columns: tuple[str, ...]
    gold: str
    told: str
    sentence: str


def findings(document: str, kind: Kind, matched: Matched, complete: bool, passages: Passages) -> Iterator[Finding]:
    """The findings of one kind in one document; spurious rows only where the gold is complete."""
    for row in matched.missed:
        yield Finding(document, kind.name, "missed", (), _show(row, kind.columns), "", _gold_sentence(row, kind, passages))
    for pair in matched.pairs:
        if pair.wrong or pair.off:
            yield _difference(document, kind, pair, passages)
    for row in matched.spurious if complete else ():
        sentence = _told_sentence(row, kind, passages)
        yield Finding(document, kind.name, "spurious", (), "", _show(row, kind.columns), sentence)


def _difference(document: str, kind: Kind, pair: Pair, passages: Passages) -> Finding:
    parts = dict.fromkeys([*kind.key, *pair.wrong, *pair.off])
    return Finding(
        document,
        kind.name,
        "differs" if pair.wrong else "detail",
        tuple(column.label for column in (*pair.wrong, *pair.off)),
        _show(pair.gold, parts),
        _show(pair.told, parts),
        _told_sentence(pair.told, kind, passages) or _gold_sentence(pair.gold, kind, passages),
    )


def _show(row: Row, columns: Iterable[Column]) -> str:
    """The row in one line; a figure as printed, not as compared."""
    values = {column.label: row.get(column.label) or row.get(column.name, "") for column in columns}
    return " · ".join(f"{name}={value}" for name, value in values.items() if value)


def _told_sentence(row: Row, kind: Kind, passages: Passages) -> str:
    return passages.at(row.get("begin", ""), row.get("end", "")) or passages.holding(_texts(row, kind))


def _gold_sentence(row: Row, kind: Kind, passages: Passages) -> str:
    return row.get("quote") or row.get("context") or passages.holding(_texts(row, kind))


def _texts(row: Row, kind: Kind) -> list[str]:
    """What of the row may be printed in the text, the longest first."""
    values = (row.get(column.label) or row.get(column.name, "") for column in kind.key)
    return sorted((value for value in values if len(value) > 1 and not value.isdigit()), key=len, reverse=True)
