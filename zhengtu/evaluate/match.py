"""Pair the rows of the gold with those of the store, each with one at most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from zhengtu.evaluate import alike
from zhengtu.evaluate.assign import assign
from zhengtu.evaluate.fold import fold
from zhengtu.evaluate.kinds import Column, Kind
from zhengtu.evaluate.names import Names
from zhengtu.evaluate.prepare import Row, merged

_FINE = 1_000  # steps of similarity told apart


@dataclass(frozen=True, slots=True)
class Pair:
    """A row found: ``wrong`` are the decisive columns that disagree, ``off`` the others."""

    gold: Row
    told: Row
    wrong: tuple[Column, ...]
    off: tuple[Column, ...]
    alike: float

    @property
    def right(self) -> bool:
        """Whether all that decides agrees."""
        return not self.wrong


@dataclass(frozen=True, slots=True)
class Matched:
    """All rows of one kind in one document."""

    pairs: tuple[Pair, ...]
    missed: tuple[Row, ...]
    spurious: tuple[Row, ...]


def match(kind: Kind, gold: list[Row], told: list[Row], names: Names) -> Matched:
    """The assignment with the most rows right; among these the most found, then the most alike, then the best in the rest."""
    if kind.once:
        key = [column.name for column in kind.key]
        gold, told = merged(gold, key), merged(told, key)
    candidates = dict(_candidates(kind, gold, told, names))
    chosen = assign(_weights(candidates, len(kind.others)))
    left, right = {i for i, _ in chosen}, {j for _, j in chosen}
    return Matched(
        tuple(candidates[pair] for pair in chosen),
        tuple(row for i, row in enumerate(gold) if i not in left),
        tuple(row for j, row in enumerate(told) if j not in right),
    )


def _candidates(kind: Kind, gold: list[Row], told: list[Row], names: Names) -> Iterator[tuple[tuple[int, int], Pair]]:
    """All pairs whose key agrees.  Columns that must be the same split the rows first."""
    same = [column.name for column in kind.key if column.alike is alike.exact]
    shelves: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, row in enumerate(told):
        shelves[tuple(fold(row.get(name, "")) for name in same)].append(j)
    for i, row in enumerate(gold):
        for j in shelves.get(tuple(fold(row.get(name, "")) for name in same), ()):
            if pair := _compared(kind, row, told[j], names):
                yield (i, j), pair


def _compared(kind: Kind, gold: Row, told: Row, names: Names) -> Pair | None:
    shares = []
    for column in kind.key:
        shares.append(_agreement(column, gold, told, names))
        if shares[-1] < column.least:
            return None
    wrong, off = (
        tuple(column for column in part if _agreement(column, gold, told, names) < column.least)
        for part in (kind.decisive, kind.others)
    )
    return Pair(gold, told, wrong, off, sum(shares) / len(shares) if shares else 1.0)


def _agreement(column: Column, gold: Row, told: Row, names: Names) -> float:
    return column.alike(gold.get(column.name, ""), told.get(column.name, ""), names)


def _weights(candidates: dict[tuple[int, int], Pair], others: int) -> dict[tuple[int, int], int]:
    """Weights that put first things first: no sum of what comes later outweighs one of what comes before."""
    places = min(len({i for i, _ in candidates}), len({j for _, j in candidates})) + 1
    fine = others + 1
    found = places * fine * (_FINE + 1)
    return {
        key: (pair.right * places + 1) * found + round(pair.alike * _FINE) * fine + others - len(pair.off)
        for key, pair in candidates.items()
    }
