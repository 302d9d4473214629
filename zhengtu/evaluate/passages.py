"""The sentence a row comes from, out of the passages the store keeps as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import Literal

from zhengtu import sparql
from zhengtu.query import Table
from zhengtu.store import QueryStore

_END = re.compile(r"[。！？；\n]")


class Passage(NamedTuple):
    """Evidence: code-point offsets into the source file, and the text printed there."""

    begin: int
    end: int
    exact: str


class Passages:
    """All passages of one document."""

    def __init__(self, passages: Iterable[Passage] = ()) -> None:
        self._by_size = sorted(passages, key=lambda p: (p.end - p.begin, p.begin))

    @classmethod
    def of(cls, store: QueryStore, document: str) -> Passages:
        """What a store keeps of a document.  Raises ``StoreError``."""
        found = store.select(sparql.text(__file__, "spans.rq"), {"document": Literal(document)})
        return cls(Passage(int(row["begin"]), int(row["end"]), row["exact"]) for row in Table.of(found))

    def at(self, begin: str, end: str) -> str:
        """The sentence around the passage with these offsets; blank where there is none."""
        if not (begin.isdigit() and end.isdigit()):
            return ""
        first, last = int(begin), int(end)
        own = next((p for p in self._by_size if (p.begin, p.end) == (first, last)), None)
        if own is None:
            return ""
        if _END.search(own.exact):
            return own.exact
        for around in self._by_size:
            if around.begin <= first and last <= around.end and around != own and own.exact in around.exact:
                return _sentence(around.exact, own.exact, first - around.begin)
        return own.exact

    def holding(self, texts: Iterable[str]) -> str:
        """The sentence with the first of the texts that is printed somewhere; blank where none is."""
        for text in filter(None, texts):
            for passage in self._by_size:
                if text in passage.exact:
                    return _sentence(passage.exact, text, 0)
        return ""


def _sentence(text: str, part: str, near: int) -> str:
    """The sentence of ``text`` that holds ``part``: of several occurrences the one nearest to the offset ``near``."""
    starts = [match.start() for match in re.finditer(re.escape(part), text)]
    start = min(starts, key=lambda at: abs(at - near))
    before = max((match.end() for match in _END.finditer(text, 0, start)), default=0)
    after = _END.search(text, start + len(part))
    return text[before : after.end() if after else len(text)].strip()
