from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from zhengtu.evaluate.assign import assign


def test_nothing_to_assign():
    assert assign({}) == []


def test_the_greedy_choice_is_not_always_best():
    assert assign({(0, 0): 10, (0, 1): 9, (1, 0): 9}) == [(0, 1), (1, 0)]


def test_no_index_serves_twice():
    assert assign({(0, 0): 5, (1, 0): 7, (2, 0): 6}) == [(1, 0)]


def test_parts_that_do_not_touch():
    assert assign({(0, 3): 1, (5, 5): 1, (7, 1): 2, (7, 2): 1}) == [(0, 3), (5, 5), (7, 1)]


def test_large_weights_stay_exact():
    big = 10**30
    assert assign({(0, 0): big, (0, 1): big + 1, (1, 0): big, (1, 1): big}) == [(0, 1), (1, 0)]


def test_a_knot_of_some_hundred_rows():
    weights = {(i, j): 1000 - abs(i - j) for i in range(150) for j in range(150)}
    assert assign(weights) == [(i, i) for i in range(150)]


def _most(weights, rows, columns):
    """By trying every assignment."""
    slots = [*range(columns), *([None] * rows)]
    return max(
        sum(weights.get((i, j), 0) for i, j in enumerate(chosen) if j is not None) for chosen in permutations(slots, rows)
    )


@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(1, 9), max_size=12))
def test_as_good_as_trying_everything(weights):
    chosen = assign(weights)
    assert len({i for i, _ in chosen}) == len({j for _, j in chosen}) == len(chosen)
    assert sum(weights[pair] for pair in chosen) == _most(weights, 4, 4)
