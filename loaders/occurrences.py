"""Where the words of a long list stand in a text: one pass over the text, however many words there are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from ahocorasick_rs import AhoCorasick, Implementation

from loaders.model import Span


def in_order(short: str, text: str) -> bool:
    """Whether ``text`` has the characters of ``short`` in their order, whatever stands between them (高铁 in 高速铁路)."""
    rest = iter(text)
    return all(character in rest for character in short)


class WordList:
    """A list of words as an Aho-Corasick automaton.

    An alternation of a regular expression tries word after word at every character; this looks at each character once.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._sorted = sorted(self.words)
        self._automaton = AhoCorasick(self._sorted, implementation=Implementation.DFA)

    def within(self, text: str) -> frozenset[str]:
        """The words that ``text`` holds."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return frozenset(self._sorted[which] for which in {which for which, _, _ in found})

    def occurrences(self, text: str) -> Occurrences:
        """Every occurrence of every word in ``text``, those that overlap others too."""
        return Occurrences(self._automaton.find_matches_as_indexes(text, overlapping=True))


class Occurrences:
    """Ranges of a text."""

    def __init__(self, found: list[tuple[int, int, int]]) -> None:
        """``found`` as the automaton gives it: which word, where it begins and ends."""
        self._found = found

    @cached_property
    def distinct(self) -> list[int]:
        """The offsets at which a word begins, each once, ascending."""
        return sorted({begin for _, begin, _ in self._found})

    @cached_property
    def _ends(self) -> dict[int, list[int]]:
        """Where the words end that begin at an offset, the longest first."""
        out: dict[int, list[int]] = {}
        for _, begin, end in self._found:
            out.setdefault(begin, []).insert(0, end)
        return out

    def first(self, begin: int, end: int) -> Span | None:
        """The leftmost word inside ``[begin, end)``, the longest that begins there."""
        begins, ends = self.distinct, self._ends
        for i in range(bisect_left(begins, begin), len(begins)):
            if begins[i] >= end:
                break
            for stop in ends[begins[i]]:
                if stop <= end:
                    return Span(begins[i], stop)
        return None


def any_in(offsets: list[int], begin: int, end: int) -> bool:
    """Whether one of ``offsets``, which ascend, lies in ``[begin, end)``."""
    i = bisect_left(offsets, begin)
    return i < len(offsets) and offsets[i] < end


def last_before(offsets: list[int], end: int) -> int:
    """The last of ``offsets``, which ascend, before ``end``; -1 where there is none."""
    i = bisect_left(offsets, end)
    return offsets[i - 1] if i else -1


def positions(text: str, marks: str) -> list[int]:
    """The offsets of the characters ``marks`` in ``text``, ascending; many times faster than matches of a class."""
    for mark in marks[1:]:
        text = text.replace(mark, marks[0])
    ends = accumulate(map(len, text.split(marks[0])))
    return [end + i for i, end in enumerate(ends)][:-1]
