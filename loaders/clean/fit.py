"""Which column each cell of a row stands in, where the copy has lost empty or merged cells or printed one on several lines."""

from __future__ import annotations

from loaders.clean.columns import kind_of_cell

_WRONG = {
    "unit": {"unit": 0.0, "none": 0.0, "person": 3.0, "text": 5.0, "time": 6.0},
    "time": {"time": 0.0, "none": 0.5, "text": 3.0, "person": 5.0, "unit": 6.0},
    "person": {"person": 0.0, "none": 0.0, "unit": 3.0, "text": 5.0, "time": 6.0},
    "group": {"text": 0.2, "unit": 2.0, "person": 1.0, "none": 1.0, "time": 3.0},
    "text": {"text": 0.0, "unit": 3.0, "person": 1.5, "none": 1.0, "time": 2.0},
}
"""How ill a cell that looks so stands under such a head."""
_EMPTY = {"group": 0.6}
_EMPTY_ELSE = 1.5
_AGAIN = {"unit": 1.0, "text": 1.0}
_AGAIN_ELSE = 2.0
_LAST_UNIT = 0.5
"""A list of units that goes on over several lines is the last one: those who take part are many, who leads is one."""


def fitted(cells: list[str], kinds: list[str]) -> list[int]:
    """The column of each cell, never descending: the cheapest way to lay ``cells`` under heads of such ``kinds``."""
    if not cells or not kinds:
        return []
    looks = [kind_of_cell(cell) for cell in cells]
    last = max((c for c, kind in enumerate(kinds) if kind == "unit"), default=-1)
    inf = float("inf")
    empty = [_EMPTY.get(kind, _EMPTY_ELSE) for kind in kinds]
    best = [[inf] * len(kinds) for _ in cells]
    back = [[0] * len(kinds) for _ in cells]
    for i, look in enumerate(looks):
        for c, kind in enumerate(kinds):
            wrong = _WRONG[kind][look]
            if i == 0:
                best[i][c] = sum(empty[:c]) + wrong
                continue
            again = _LAST_UNIT if c == last else _AGAIN.get(kind, _AGAIN_ELSE)
            ways = [(best[i - 1][c] + again, c)]
            skipped = 0.0
            for before in range(c - 1, -1, -1):
                ways.append((best[i - 1][before] + skipped, before))
                skipped += empty[before]
            cost, back[i][c] = min(ways)
            best[i][c] = cost + wrong
    at = min(range(len(kinds)), key=lambda c: best[-1][c] + sum(empty[c + 1 :]))
    out = [at]
    for i in range(len(cells) - 1, 0, -1):
        at = back[i][at]
        out.append(at)
    return out[::-1]
