"""The queries that are shipped, or those of a folder of one's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from zhengtu.paths import resource_dir
from zhengtu.query.errors import UnknownQuery
from zhengtu.query.header import Query, parse


def library(folder: Path | None = None) -> dict[str, Query]:
    """The queries of ``folder`` (default: the shipped ones) by name, sorted.  Raises ``ValueError`` for a bad header."""
    return dict(_read(folder or resource_dir("queries")))


def find(name: str, folder: Path | None = None) -> Query:
    """The query called ``name``.  Raises ``UnknownQuery`` with the nearest names."""
    known = library(folder)
    if name not in known:
        raise UnknownQuery(name, known, _telling_of(name, known))
    return known[name]


def _telling_of(word: str, known: dict[str, Query]) -> list[str]:
    """The queries that speak of ``word``: first those whose summary does."""
    folded = word.casefold()
    by_text = ([query.summary for query in known.values()], [query.description for query in known.values()])
    hits = [name for texts in by_text for name, text in zip(known, texts, strict=True) if folded in "\n".join(text).casefold()]
    return list(dict.fromkeys(hits)) if folded else []


@cache
def _read(folder: Path) -> dict[str, Query]:
    return {path.stem: parse(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.rq"))}
