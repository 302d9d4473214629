"""The readings of a question that are tried: which of them may stand, and each by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zhengtu.ask.aside import asking, introduced
from zhengtu.ask.entities import Gazetteer
from zhengtu.ask.mentions import Mention
from zhengtu.ask.reading import Reading, read
from zhengtu.ask.topics import framed, marked, terms

_QUOTED = re.compile(r"\"([^\"]{3,20})\"")


def of_quoted(
    text: str, named: Sequence[Mention], readings: list[tuple[Reading, tuple[Mention, ...]]]
) -> list[tuple[Reading, tuple[Mention, ...]]]:
    """The readings that take what stands in quotation marks as their topic, where there are any and no name stands there.

    Where there are none, and it is no word for what is asked, no text says it: “三个重要” is what the question is about.
    """
    for quoted in _QUOTED.finditer(text):
        begin, end = quoted.span(1)
        if not any(m.begin < end and begin < m.end for m in named):
            taking = [
                (reading, things) for reading, things in readings if any(m.begin == begin and m.end == end for m in things)
            ]
            readings = [r for r in readings if not any(m.is_topic and _is_within(m, begin, end) for m in r[1])] or readings[:1]
            unsaid = not taking and not read(quoted[1]).concepts and len(quoted[1]) > 2
            readings = taking or [(_without(reading, quoted[1]) if unsaid else reading, things) for reading, things in readings]
    return readings


def of_framed(
    text: str, named: Sequence[Mention], readings: list[tuple[Reading, tuple[Mention, ...]]]
) -> list[tuple[Reading, tuple[Mention, ...]]]:
    """The readings, none of which may pass over what the question is put about (有没有提到|洪湖), where no text says it."""
    for begin, end in framed(text):
        piece = text[begin:end]
        if len(piece) > 1 and read(piece).unknown == (piece,) and not any(m.begin < end and begin < m.end for m in named):
            readings = [
                (reading, things)
                if any(m.begin < end and begin < m.end for m in things)
                else (_without(reading, piece), things)
                for reading, things in readings
            ]
    return readings


def _is_within(mention: Mention, begin: int, end: int) -> bool:
    """Whether it is a part of what stands there, and not the whole: what is quoted is not cut."""
    return begin <= mention.begin and mention.end <= end and (mention.begin, mention.end) != (begin, end)


def _without(reading: Reading, piece: str) -> Reading:
    """The reading with ``piece`` as something that no text says."""
    return replace(reading, unknown=(*reading.unknown, piece), outside=(*reading.outside, piece))


def of_terms(
    text: str, named: Sequence[Mention], readings: list[tuple[Reading, tuple[Mention, ...]]], known: Gazetteer
) -> list[tuple[Reading, tuple[Mention, ...]]]:
    """The readings that take a term of the texts in which no word asks for anything (特高压) as their topic."""
    for begin, end in terms(text, known):
        alone = read(text[begin:end])
        if alone.concepts or alone.unknown or any(m.begin < end and begin < m.end and m.sure == 1 for m in named):
            continue
        taking = [(reading, things) for reading, things in readings if any(m.begin <= begin and end <= m.end for m in things)]
        readings = taking or readings
    return readings


def by_clause(
    text: str, readings: Sequence[tuple[Reading, tuple[Mention, ...]]]
) -> Iterator[tuple[Reading, tuple[Mention, ...], str]]:
    """Each reading with its text, and again with less weight on the clauses that ask nothing."""
    for reading, things in readings:
        whole = marked(text, things)
        yield reading, things, whole
        if (clause := asking(whole)) != whole and (alone := read(clause)).concepts:
            minor = frozenset(reading.concepts) - frozenset(alone.concepts)
            kept = introduced(whole)
            outside = tuple(word for word in reading.outside if word in kept)
            yield replace(alone, concepts=(*alone.concepts, *minor), minor=minor, outside=outside), things, clause
