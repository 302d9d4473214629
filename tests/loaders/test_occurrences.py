"""Where the words of a list, or single marks, stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.occurrences import WordList, any_in, in_order, last_before, positions

WORDS = ("高速", "高速公路", "速公", "公路", "路")
FOUND = WordList(WORDS).occurrences("高速公路、公路")


def test_where_words_begin() -> None:
    assert FOUND.distinct == [0, 1, 2, 3, 5, 6]


def test_the_longest_word_that_ends_within_the_range() -> None:
    assert FOUND.first(0, 7) == (0, 4)
    assert FOUND.first(0, 3) == (0, 2)
    assert FOUND.first(1, 3) == (1, 3)
    assert FOUND.first(4, 6) is None


def test_characters_in_order() -> None:
    assert in_order("高铁", "高速铁路")
    assert in_order("", "高速铁路")
    assert not in_order("铁高", "高速铁路")
    assert not in_order("高高", "高速铁路")


@given(st.text(alphabet="高速公路、", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_every_word_wherever_it_stands(text: str, begin: int, end: int) -> None:
    words = {(at, at + len(word)) for word in WORDS for at in range(len(text)) if text.startswith(word, at)}
    found = WordList(WORDS).occurrences(text)
    assert found.distinct == sorted({at for at, _ in words})
    inside = [(at, stop) for at, stop in words if begin <= at and stop <= end]
    assert found.first(begin, end) == min(inside, key=lambda span: (span[0], -span[1]), default=None)


@given(st.sets(st.integers(0, 9)).map(sorted), st.integers(0, 9), st.integers(0, 9))
def test_offsets_in_a_range(offsets: list[int], begin: int, end: int) -> None:
    assert any_in(offsets, begin, end) == any(begin <= at < end for at in offsets)
    assert last_before(offsets, end) == max((at for at in offsets if at < end), default=-1)


@given(st.text(alphabet="。；\n甲乙", max_size=40))
def test_marks(text: str) -> None:
    assert positions(text, "。；\n") == [at for at, char in enumerate(text) if char in "。；\n"]
