"""The words questions are made of (``lexicon/``): which ask for what, and which say nothing."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from anyascii import anyascii

_CLOSED = ("pronoun", "asking", "adverb", "preposition", "particle", "auxiliary")  # the closed classes of function.toml
_BRACKETS = str.maketrans("〔【［[〕】］]“”‘’—–―·", "(((())))\"\"''---.")


@dataclass(frozen=True, slots=True)
class Word:
    """A known word: the concepts it may ask for; none for a filler.  ``outside`` asks for what the texts do not hold.

    ``is_grammar``: of a closed class (particle, pronoun, preposition …), so no part of a longer word beside it.
    """

    concepts: frozenset[str]
    outside: bool = False
    is_grammar: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """``chinese`` by the word, ``sounds`` by its syllables; ``english`` stems, ``phrases`` of several by their first letter.

    The longest phrases stand first.
    """

    chinese: dict[str, Word]
    sounds: dict[tuple[str, ...], list[str]]
    english: dict[str, Word]
    phrases: dict[str, list[tuple[tuple[str, ...], Word]]]
    readings: dict[str, str]
    longest: int


def plain(text: str) -> str:
    """Text for comparison: half-width, lower case, brackets, quotes and dashes of one kind."""
    return unicodedata.normalize("NFKC", text.translate(_BRACKETS)).translate(_BRACKETS).lower()


def syllables(text: str, readings: dict[str, str] | None = None) -> tuple[str, ...]:
    """How each character of ``text`` sounds, without tones; ``readings`` overrule the transliteration."""
    return tuple((readings or {}).get(c) or _sound(c) for c in text)


@cache
def _sound(character: str) -> str:
    return anyascii(character).lower()


@cache
def words() -> Words:
    """The shipped lists."""
    function, asking, outside = (_list(name) for name in ("function", "concepts", "outside"))
    readings = asking.pop("readings")
    chinese: dict[str, set[str]] = {word: set() for word in (*_counted(function["counted"]), *_split(function["zh"].values()))}
    english: dict[str, set[str]] = {word: set() for word in _split(function["en"].values())}
    sounds: dict[tuple[str, ...], list[str]] = {}
    for known, language in ((chinese, "zh"), (english, "en")):
        for concept, lists in asking.items():
            for word in lists[language].split():
                known.setdefault(word, set()).add(concept)
    for word, concepts in chinese.items():
        if concepts:
            sounds.setdefault(syllables(word), []).append(word)
    beyond = Word(frozenset(), True)
    foreign = _frozen(english) | dict.fromkeys(outside["en"].split(), beyond)
    closed = Word(frozenset(), is_grammar=True)
    grammar = {word for group in _CLOSED for word in function["zh"][group].split()} | (
        set(_counted(function["counted"])) - set(function["counted"]["measure"].split())
    )
    native = _frozen(chinese) | {word: closed for word in grammar if not chinese[word]}
    native |= dict.fromkeys(outside["zh"].split(), beyond)
    phrases: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    for stem, word in sorted(foreign.items(), key=lambda item: -item[0].count("~")):
        if "~" in stem:
            phrases.setdefault(stem[0], []).append((tuple(stem.split("~")), word))
    single = {stem: word for stem, word in foreign.items() if "~" not in stem}
    return Words(native, sounds, single, phrases, readings, max(map(len, native)))


def things() -> frozenset[str]:
    """Words of ``outside.toml`` for things that a text may treat of: what is asked of them may be asked of the texts."""
    return frozenset(_list("outside")["things"]["zh"].split())


def beyond() -> tuple[str, ...]:
    """Questions that no query answers, ``|`` in the place of names."""
    return tuple(line for lines in _list("outside")["asked"].values() for line in lines.splitlines() if line)


def _list(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "lexicon" / f"{name}.toml").read_text("utf-8"))


def _split(lists: Iterable[str]) -> Iterator[str]:
    for words in lists:
        yield from words.split()


def _counted(lists: dict[str, str]) -> Iterator[str]:
    """Pointing word, number and measure word, any of the first two left out: 这三个, 哪几条, 两家, 第五项."""
    pointers, numbers, measures = (lists[part].split() for part in ("pointer", "number", "measure"))
    yield from map("".join, product([*pointers, "第", ""], [*numbers, ""], measures))
    yield from map("".join, product([*pointers, "第", ""], numbers))


def _frozen(found: dict[str, set[str]]) -> dict[str, Word]:
    return {word: Word(frozenset(concepts)) for word, concepts in found.items()}


def stem_of(word: str, known: Words) -> Word | None:
    """The entry of an English word: itself, or the longest stem it begins with (short stems must be the whole word)."""
    if word in known.english:
        return known.english[word]
    for stem in _shortened(word):
        if stem in known.english:
            return known.english[stem]
    return None


def _shortened(word: str) -> Iterator[str]:
    """The word with its ending taken off, a stem of five letters or more; a shorter one before the common endings."""
    for cut in range(1, len(word) - 2):
        if len(word) - cut >= 5 or word[-cut:] in ("s", "es", "ed", "d", "ing", "er", "or", "ies", "y", "ings", "ers", "ors"):
            yield word[:-cut]
