"""Two texts side by side: which characters only one of them has, cut as ``zhengtu.align`` cuts them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from zhengtu.align.difference import Change, compare
from zhengtu.align.pieces import clauses
from zhengtu.align.wording import numbers

_AROUND = 4  # characters shown around a figure, so that a reader knows what it counts

Piece = tuple[str, str]
"""A stretch of text, and the name of what is to be said of it."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """The places of the characters that only the lower text (``added``) or only the upper one (``dropped``) has."""

    upper: str
    lower: str
    dropped: frozenset[int]
    added: frozenset[int]

    def pieces_of_upper(self) -> list[Piece]:
        """The upper text in pieces: ``gone`` where the lower text has it not, else without a name."""
        return pieces(self.upper, {"gone": self.dropped})

    def pieces_of_lower(self) -> list[Piece]:
        """The lower text in pieces: ``new`` where the upper text has it not, else without a name."""
        return pieces(self.lower, {"new": self.added})


def contrast(upper: str, lower: str) -> Contrast:
    """Compare two normal texts."""
    found = compare(upper, lower)
    return Contrast(upper, lower, _places(upper, found.dropped), _places(lower, found.added))


def _places(text: str, changes: Iterable[Change]) -> frozenset[int]:
    """Where in the text the changed characters stand; a change names its clause and what stands around it there."""
    starts: list[tuple[int, int]] = []
    at = 0
    for clause in clauses(text):
        begin = text.index(clause, at)
        at = begin + len(clause)
        starts.append((begin, at))
    found: set[int] = set()
    for change in changes:
        begin, end = starts[change.at]
        inner = (begin, end) if change.clause else (begin + len(change.before), end - len(change.after))
        found.update(range(*inner))
    return frozenset(found)


def pieces(text: str, named: Mapping[str, Collection[int]]) -> list[Piece]:
    """The text cut where a name begins or ends; a character goes by the first name whose places hold it."""
    names = [next((name for name, places in named.items() if i in places), "") for i in range(len(text))]
    return [("".join(text[i] for i in run), name) for name, run in groupby(range(len(text)), key=names.__getitem__)]


def only_names(names: Iterable[str], here: str, there: str) -> list[str]:
    """The names (longest first) that the text ``here`` has and ``there`` has not, none inside another one of them."""
    found: list[str] = []
    for name in sorted({*names}, key=lambda name: (-len(name), name)):
        if name in here and name not in there and not any(name in longer for longer in found):
            found.append(name)
    return sorted(found, key=here.index)


def only_figures(here: str, there: str) -> Iterator[str]:
    """The figures that ``here`` has and ``there`` has not, with the characters around them."""
    others = set(numbers(there))
    for figure in dict.fromkeys(numbers(here)):
        if figure not in others:
            place = re.search(re.escape(figure).replace("%", "[%％]"), here)
            if place:
                yield here[max(0, place.start() - _AROUND) : place.end() + _AROUND].strip("，；。、：")
