"""Search on a server: the same answers as ``static/search.js`` gives in a browser, for whoever has no scripts.

All words must be found; a name also by its characters in order (发改委 in 国家发展和改革委员会); where nothing has all words,
what has half of their pairs of characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from loaders.occurrences import in_order
from zhengtu.site.find import Sentence, Thing

FIRST = 20
"""Results shown of each kind; ``more`` of a kind shows ``MANY``."""
MANY = 500
NEAR = 0.5
"""The share of pairs of characters from which on a text comes near."""
_AROUND = 36  # characters before the first word found in a long passage
_LONGEST = 200  # characters of what is asked
_APART = re.compile(r"[\s,，、;；]+")
_HALF = str.maketrans({chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)})

Marked = list[tuple[str, bool]]
"""Text in pieces, and whether each is what was looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """Things by kind, the kind with the best one first; passages; the words to mark; ``near`` where nothing has all of them."""

    things: dict[str, list[Thing]]
    sentences: list[Sentence]
    marks: Sequence[str]
    near: bool

    @property
    def most(self) -> int:
        """How many of the sort, things or passages, of which there are most."""
        return max(sum(map(len, self.things.values())), len(self.sentences))

    @property
    def count(self) -> int:
        """How many."""
        return sum(map(len, self.things.values())) + len(self.sentences)


class Searched(Protocol):
    """What may answer; ``seek`` looks closer."""

    def things(self, words: Sequence[str]) -> Sequence[Thing]:
        """Things with a page that may have all words."""
        ...

    def sentences(self, words: Sequence[str]) -> Sequence[Sentence]:
        """Passages that may hold all words."""
        ...

    def things_like(self, grams: Sequence[str]) -> Sequence[Thing]:
        """Things that may have half of the pairs of characters."""
        ...

    def sentences_like(self, grams: Sequence[str]) -> Sequence[Sentence]:
        """Passages that may hold half of the pairs of characters."""
        ...


def seek(searched: Searched, asked: str) -> Found:
    """What answers the words."""
    wanted = [word for word in _APART.split(plain(asked[:_LONGEST])) if word]
    if not wanted:
        return Found({}, [], (), near=False)
    scores = ((one, _fits(wanted, plain(_title(one)), [*map(plain, one.others)])) for one in searched.things(wanted))
    things = _best((sum(fits) - len(one.name) / 100, one) for one, fits in scores if all(fits))
    sentences = [one for one in searched.sentences(wanted) if _holds(plain(one.text), wanted)]
    if things or sentences:
        return Found(things, sentences, wanted, near=False)
    grams = list(dict.fromkeys(gram for word in wanted for gram in _pairs(word)))
    if not grams:
        return Found({}, [], wanted, near=False)
    alike = searched.things_like(grams)
    things = _best((score, one) for one in alike if (score := share(grams, plain(_title(one)))) >= NEAR)
    shares = [(share(grams, plain(one.text)), one) for one in searched.sentences_like(grams)]
    near = sorted((pair for pair in shares if pair[0] >= NEAR), key=lambda pair: -pair[0])
    return Found(things, [one for _, one in near], grams, near=True)


def plain(text: str) -> str:
    """The text in lower case and half width, character for character."""
    return "".join(low if len(low := character.lower()) == 1 else character for character in text.translate(_HALF))


def marked(text: str, marks: Sequence[str], *, cut: bool = False) -> Marked:
    """The text with the words marked, where it is long cut to what stands around the first of them."""
    low = plain(text)
    first = min((at for word in marks if (at := low.find(word)) >= 0), default=0)
    begin = max(0, first - _AROUND) if cut else 0
    end = min(len(text), begin + 4 * _AROUND) if cut else len(text)
    pieces: Marked = [("…", False)] if begin else []
    at = begin
    for match in re.finditer("|".join(map(re.escape, sorted(marks, key=len, reverse=True))) or r"(?!)", low[:end]):
        if match.start() >= at:
            pieces += [(text[at : match.start()], False), (text[match.start() : match.end()], True)]
            at = match.end()
    pieces.append((text[at:end] + ("…" if end < len(text) else ""), False))
    return [piece for piece in pieces if piece[0]]


def _title(one: Thing) -> str:
    return f"{one.number} {one.name}" if one.number else one.name


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _fits(words: Sequence[str], title: str, others: Sequence[str]) -> list[int]:
    """How well a name answers each word."""
    return [_fit(word, title, others) for word in words]


def _fit(word: str, title: str, others: Sequence[str]) -> int:
    """How well a name answers a word: the whole, another name, its beginning, a part, the characters in order."""
    if title == word:
        return 100
    if word in others:
        return 90
    if word in title:
        return 70 if title.startswith(word) else 60
    if any(word in other for other in others):
        return 50
    return 20 if len(word) > 2 and any(in_order(word, name) for name in (title, *others)) else 0


def _pairs(text: str) -> Iterator[str]:
    return (one + two for one, two in pairwise(text))


def share(grams: Sequence[str], text: str) -> float:
    """How many of the pairs of characters a text (``plain``) has, of 1."""
    return sum(gram in text for gram in grams) / len(grams)


def _best(scored: Iterator[tuple[float, Thing]]) -> dict[str, list[Thing]]:
    """By kind, the best first, the kind of the very best first."""
    found: dict[str, list[Thing]] = {}
    for _, one in sorted(scored, key=lambda pair: -pair[0]):
        found.setdefault(one.kind, []).append(one)
    return found
