"""Tasks whose title an English question says in its own words (protecting Yangtze culture: 共同保护传承弘扬长江文化).

Each English word for a field or an action stands for Chinese words (``english-names.toml``: topics, actions); a task is
meant where words side by side all stand in its title and no other title has as much of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from zhengtu.ask.english import english_names
from zhengtu.ask.entities import Entity, Gazetteer
from zhengtu.ask.told import Found

_WORD = re.compile(r"[a-z0-9](?:[a-z0-9&-]|'(?=[a-z]))*")
_LONGEST = 5  # words of a term
_FIELDS_ONLY, _WITH_ACTION = 0.6, 0.3  # part of the title that must be said: without a word for what is done, with one
_LINKS = frozenset(("the", "a", "an", "of", "and", "for", "in", "to", "its", "their", "with", "between"))


class _Term(NamedTuple):
    begin: int
    end: int
    chinese: tuple[str, ...]


def paraphrased(text: str, known: Gazetteer) -> Iterator[Found]:
    """The task meant by each row of terms in ``words.plain`` text, with where they stand."""
    titles = [title for title in known.titles if title.entity.kind == "task"]
    for row in _rows(text):
        best: tuple[float, int, int, set[Entity]] = (0.0, 0, 0, set())
        for title in titles:
            for first in range(len(row)):
                said, last = _said(row, first, title.text)
                if last is None or not _is_enough(said, title.text):
                    continue
                part = sum(map(len, said))
                if part > best[0]:
                    best = (part, row[first].begin, row[last].end, {title.entity})
                elif part == best[0]:
                    best[3].add(title.entity)
        if len(best[3]) == 1:
            yield best[1], best[2], tuple(best[3])


def _said(row: list[_Term], first: int, title: str) -> tuple[set[str], int | None]:
    """The words of the title that the terms from ``first`` on stand for, and the last of those terms."""
    said: set[str] = set()
    last = None
    for i in range(first, len(row)):
        found = max((word for word in row[i].chinese if word in title), key=len, default="")
        if not found:
            break
        said.add(found)
        last = i
    return said, last


def _is_enough(said: set[str], title: str) -> bool:
    actions = said & english_names()["actions"].keys()
    least = _WITH_ACTION if actions else _FIELDS_ONLY
    return len(said) > 1 and bool(said - actions) and sum(map(len, said)) >= least * len(title)


def _rows(text: str) -> Iterator[list[_Term]]:
    """Terms with nothing but articles, prepositions and 'and' between them."""
    tokens = list(_WORD.finditer(text))
    row: list[_Term] = []
    i = 0
    while i < len(tokens):
        for size in range(min(_LONGEST, len(tokens) - i), 0, -1):
            begin, end = tokens[i].start(), tokens[i + size - 1].end()
            if chinese := _terms().get(text[begin:end]):
                row.append(_Term(begin, end, chinese))
                i += size
                break
        else:
            if tokens[i].group() not in _LINKS:
                yield row
                row = []
            i += 1
    yield row


@cache
def _terms() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for section in ("topics", "actions"):
        for chinese, names in english_names()[section].items():
            for name in names:
                found.setdefault(name.lower(), []).append(chinese)
    return {name: tuple(chinese) for name, chinese in found.items()}
