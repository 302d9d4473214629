"""Where the words of a long list stand in a text: one pass over the text, however many words there are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate
from operator import itemgetter

from ahocorasick_rs import AhoCorasick, Implementation

from loaders.model import Span

_BEGIN, _END = itemgetter(0), itemgetter(1)


class WordList:
    """A list of words as an Aho-Corasick automaton.

    An alternation of a regular expression tries word after word at every character; this looks at each character once.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._automaton = AhoCorasick(sorted(self.words), implementation=Implementation.DFA)

    def occurrences(self, text: str) -> Occurrences:
        """Every occurrence of every word in ``text``, those that overlap others too."""
        return Occurrences([(b, e) for _, b, e in self._automaton.find_matches_as_indexes(text, overlapping=True)])


class Occurrences:
    """Ranges of a text, by where they begin, of those that begin together the longest first."""

    def __init__(self, found: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(found, key=_END, reverse=True)
        ordered.sort(key=_BEGIN)
        self._begins = [begin for begin, _ in ordered]
        self._ends = [end for _, end in ordered]

    def first(self, begin: int, end: int) -> Span | None:
        """The leftmost word inside ``[begin, end)``, the longest that begins there."""
        begins, ends = self._begins, self._ends
        for i in range(bisect_left(begins, begin), len(begins)):
            if ends[i] <= end:
                return Span(begins[i], ends[i])
            if begins[i] >= end:
                break
        return None

    @cached_property
    def distinct(self) -> list[int]:
        """The offsets at which a word begins, each once, ascending."""
        return list(dict.fromkeys(self._begins))


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
