"""The words questions are made of (``words.toml``): which ask for what, and which say nothing."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from anyascii import anyascii

_BRACKETS = str.maketrans("〔【［[〕】］]“”‘’—–―·", "(((())))\"\"''---.")


@dataclass(frozen=True, slots=True)
class Word:
    """A known word: the concepts it may ask for; none for a filler.  ``outside`` asks for what the texts do not hold."""

    concepts: frozenset[str]
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """``chinese`` by the word, ``sounds`` by its syllables; ``english`` stems, ``phrases`` of several stems first."""

    chinese: dict[str, Word]
    sounds: dict[tuple[str, ...], list[str]]
    english: dict[str, Word]
    phrases: dict[tuple[str, ...], Word]
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
    """The shipped list."""
    data = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
    chinese: dict[str, set[str]] = {word: set() for word in data["filler"]["zh"].split()}
    english: dict[str, set[str]] = {word: set() for word in data["filler"]["en"].split()}
    for concept, lists in data["concept"].items():
        for word in lists["zh"].split():
            chinese.setdefault(word, set()).add(concept)
        for word in lists["en"].split():
            english.setdefault(word, set()).add(concept)
    sounds: dict[tuple[str, ...], list[str]] = {}
    for word in chinese:
        sounds.setdefault(syllables(word), []).append(word)
    outside = Word(frozenset(), True)
    return Words(
        _frozen(chinese) | dict.fromkeys(data["outside"]["zh"].split(), outside),
        sounds,
        _frozen({stem: found for stem, found in english.items() if "~" not in stem})
        | dict.fromkeys(data["outside"]["en"].split(), outside),
        {tuple(stem.split("~")): Word(frozenset(found)) for stem, found in english.items() if "~" in stem},
        data["readings"],
        max(map(len, chinese)),
    )


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
