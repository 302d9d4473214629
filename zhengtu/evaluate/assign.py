"""The best one-to-one assignment between two lists (Kuhn 1955, in the O(n³) form with potentials)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

Pairs = Mapping[tuple[int, int], int]


def assign(weights: Pairs) -> list[tuple[int, int]]:
    """Pairs, no index twice on either side, whose weights (all > 0) add up to the most; sorted."""
    chosen = (pair for part in _components(weights) for pair in _best(part))
    return sorted(chosen)


def _components(weights: Pairs) -> Iterator[dict[tuple[int, int], int]]:
    """The pairs that hang together, so that a long list costs no more than its knots."""
    rows: dict[int, list[int]] = {}
    columns: dict[int, list[int]] = {}
    for i, j in weights:
        rows.setdefault(i, []).append(j)
        columns.setdefault(j, []).append(i)
    seen: set[int] = set()
    for start in rows:
        if start in seen:
            continue
        seen.add(start)
        queue, part = [start], {}
        while queue:
            i = queue.pop()
            for j in rows[i]:
                part[i, j] = weights[i, j]
                fresh = [k for k in columns[j] if k not in seen]
                seen.update(fresh)
                queue += fresh
        yield part


def _best(weights: Pairs) -> Iterator[tuple[int, int]]:
    if len(weights) == 1:
        yield from weights
        return
    left, right = sorted({i for i, _ in weights}), sorted({j for _, j in weights})
    turned = len(left) > len(right)
    short, long = (right, left) if turned else (left, right)
    cost = [[-weights.get((far, near) if turned else (near, far), 0) for far in long] for near in short]
    for row, column in enumerate(_hungarian(cost)):
        pair = (long[column], short[row]) if turned else (short[row], long[column])
        if pair in weights:
            yield pair


def _hungarian(cost: list[list[int]]) -> list[int]:
    """The column of each row in the cheapest assignment; no more rows than columns."""
    width = len(cost[0])
    row_potential, column_potential = [0] * (len(cost) + 1), [0] * (width + 1)
    owner = [0] * (width + 1)  # row (from 1) that has the column; column 0 stands for the row being placed
    for row in range(1, len(cost) + 1):
        owner[0] = row
        column, came_from = _cheapest_path(cost, owner, row_potential, column_potential)
        while column:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
    placed = {owner[column]: column - 1 for column in range(1, width + 1) if owner[column]}
    return [placed[row] for row in range(1, len(cost) + 1)]


def _cheapest_path(
    cost: list[list[int]], owner: list[int], row_potential: list[int], column_potential: list[int]
) -> tuple[int, list[int]]:
    """The free column reached at least cost from the row at column 0, and where each column was reached from."""
    size = len(owner)
    least: list[int | None] = [None] * size
    came_from, used, column = [0] * size, [False] * size, 0
    while owner[column]:
        used[column] = True
        row, delta, nearest = owner[column], None, 0
        for k in range(1, size):
            if used[k]:
                continue
            reduced = cost[row - 1][k - 1] - row_potential[row] - column_potential[k]
            known = least[k]
            if known is None or reduced < known:
                least[k], came_from[k], known = reduced, column, reduced
            if delta is None or known < delta:
                delta, nearest = known, k
        step = delta or 0
        for k in range(size):
            if used[k]:
                row_potential[owner[k]] += step
                column_potential[k] -= step
            elif (known := least[k]) is not None:
                least[k] = known - step
        column = nearest
    return column, came_from
