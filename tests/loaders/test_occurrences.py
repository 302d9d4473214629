"""Where the words of a list stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.occurrences import Occurrences, WordList

WORDS = ("高速", "高速公路", "速公", "公路", "路")
FOUND = WordList(WORDS).occurrences("高速公路、公路")


def test_all_occurrences_in_reading_order_the_longest_first() -> None:
    assert list(FOUND) == [(0, 4), (0, 2), (1, 3), (2, 4), (3, 4), (5, 7), (6, 7)]


def test_the_longest_word_that_ends_within_the_range() -> None:
    assert FOUND.first(0, 7) == (0, 4)
    assert FOUND.first(0, 3) == (0, 2)
    assert FOUND.first(1, 3) == (1, 3)
    assert FOUND.first(4, 6) is None


@given(st.text(alphabet="高速公路、", max_size=40))
def test_every_word_wherever_it_stands(text: str) -> None:
    wanted = {(at, at + len(word)) for word in WORDS for at in range(len(text)) if text.startswith(word, at)}
    assert list(WordList(WORDS).occurrences(text)) == sorted(wanted, key=lambda span: (span[0], -span[1]))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20))
def test_ranges_given_in_any_order(ranges: list[tuple[int, int]]) -> None:
    assert list(Occurrences(ranges)) == sorted(ranges, key=lambda span: (span[0], -span[1]))
