"""The readings of a question that are tried: which of them may stand, and each by clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from zhengtu.ask.aside import asking, introduced
from zhengtu.ask.entities import PLACES, Gazetteer
from zhengtu.ask.mention import Mention
from zhengtu.ask.passages import quoted
from zhengtu.ask.reading import Reading, read
from zhengtu.ask.topics import fields, framed, marked, terms, without_head

Read = tuple[Reading, tuple[Mention, ...]]  # a way to read a question, and what it names in it

_FIELDS = ("topic", "industry", "category", "task")
_LETTERS = 4  # of a name that is nothing but initials
_QUOTED = (3, 20)  # characters in quotation marks that are a topic


def of_quoted(text: str, named: Sequence[Mention], readings: list[Read]) -> list[Read]:
    """The readings that take what stands in quotation marks as their topic, where there are any and no name stands there.

    Where there are none, and it is no word for what is asked, no text says it: “三个重要” is what the question is about.
    """
    for begin, end in quoted(text, *_QUOTED):
        piece = text[begin:end]
        if not any(m.overlaps(begin, end) for m in named):
            taking = [
                (reading, things) for reading, things in readings if any(m.begin == begin and m.end == end for m in things)
            ]
            readings = [r for r in readings if not any(m.is_topic and _is_within(m, begin, end) for m in r[1])] or readings[:1]
            corrected = any("repair" in word for reading, _ in readings for word in reading.concepts)  # “规那么” is an example
            unsaid = not taking and not read(piece).concepts and not corrected
            readings = taking or [(_without(reading, piece) if unsaid else reading, things) for reading, things in readings]
    return readings


def of_framed(text: str, named: Sequence[Mention], readings: list[Read]) -> list[Read]:
    """The readings, none of which may pass over what the question is put about (有没有提到|洪湖), where no text says it."""
    for begin, end in framed(text):
        piece = text[begin:end]
        if len(piece) > 1 and read(piece).unknown == (piece,) and not any(m.overlaps(begin, end) for m in named):
            readings = [
                (reading, things) if any(m.overlaps(begin, end) for m in things) else (_without(reading, piece), things)
                for reading, things in readings
            ]
    return readings


def of_attached(text: str, readings: Iterable[Read]) -> Iterator[Read]:
    """The readings, none of which may pass over what makes another name of a place (荆州|港) or a narrower one of a topic.

    (花湖|机场.)  Nor over terms in English.
    """
    for reading, things in readings:
        places = (m for m in things if m.entities and all(entity.kind in PLACES for entity in m.entities))
        beside = [
            word
            for m in places
            for word in reading.unknown
            if (text.startswith((word, f"一{word}"), m.end) and _is_of_name(word)) or _is_letters_behind(text, m.end, word)
        ]
        fields = (m for m in things if m.entities and all(entity.kind in _FIELDS for entity in m.entities))
        beside += [word for m in fields for word in reading.unknown if text.endswith(word, 0, m.begin) and _is_narrower(word)]
        rest = marked(text, things) if any(word.isascii() for word in reading.unknown) else ""
        beside += [f"{one} {two}" for one, two in pairwise(reading.unknown) if one.isascii() and f" {one} {two}" in rest]
        yield (replace(reading, outside=(*reading.outside, *beside)) if beside else reading), things


def _is_letters_behind(text: str, at: int, word: str) -> bool:
    """Whether the letters of some organ's name stand behind the name of its place (Hubei DRC)."""
    return word.isascii() and len(word) <= _LETTERS and text.startswith(f" {word} ", at)


def _is_narrower(word: str) -> bool:
    return len(word) > 1 and "\u3400" <= word[0] <= "\u9fff"


def _is_of_name(word: str) -> bool:
    return not word.isascii() and not word.startswith("直")  # 湖北省|直部门


def _is_within(mention: Mention, begin: int, end: int) -> bool:
    """Whether it is a part of what stands there, and not the whole: what is quoted is not cut."""
    return begin <= mention.begin and mention.end <= end and (mention.begin, mention.end) != (begin, end)


def _without(reading: Reading, piece: str) -> Reading:
    """The reading with ``piece`` as something that no text says."""
    return replace(reading, unknown=(*reading.unknown, piece), outside=(*reading.outside, piece))


def of_terms(text: str, named: Sequence[Mention], readings: list[Read], known: Gazetteer) -> list[Read]:
    """The readings that take a term of the texts in which no word asks for anything (特高压) as their topic."""
    for begin, end in terms(text, known):
        alone = read(without_head(text[begin:end]))
        is_field = text[begin:end] in fields() and asking(text)[begin:end].strip()
        if ((alone.concepts or alone.unknown) and not is_field) or any(m.overlaps(begin, end) and m.sure == 1 for m in named):
            continue
        taking = [(reading, things) for reading, things in readings if any(m.begin <= begin and end <= m.end for m in things)]
        readings = taking or readings
    return readings


def by_clause(text: str, readings: Sequence[Read]) -> Iterator[tuple[Reading, tuple[Mention, ...], str]]:
    """Each reading with its text, and again with less weight on the clauses that ask nothing."""
    for reading, things in readings:
        whole = marked(text, things)
        yield reading, things, whole
        if (clause := asking(whole)) != whole and (alone := read(clause)).concepts:
            minor = frozenset(reading.concepts) - frozenset(alone.concepts)
            kept = introduced(whole)
            outside = tuple(word for word in reading.outside if word in kept)
            yield replace(alone, concepts=(*alone.concepts, *minor), minor=minor, outside=outside), things, clause
