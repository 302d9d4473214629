"""The names by which a report goes on speaking of its work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extract.claims.words import SAID_BY_WORK, alternatives
from loaders.model import Span

_SAYS = re.compile(rf"(?:中|还|也|同时)*(?:{alternatives(SAID_BY_WORK)})")


@dataclass(frozen=True, slots=True)
class WorkNames:
    """``names``, the longest first, and the ``noun`` of the work's kind, which names it where it says something (方案提出).

    Looked for one by one: a regular expression of them would be compiled for every document, which takes longer.
    """

    names: tuple[str, ...]
    noun: str = ""

    def search(self, text: str, at: int = 0) -> Span | None:
        """The first name in ``text`` from ``at`` on, the longest that begins there."""
        found = [Span(begin, begin + len(name)) for name in self.names if (begin := text.find(name, at)) >= 0]
        first = min(found, key=lambda span: span.begin, default=None)
        return self._saying(text, at, first.begin if first else len(text)) or first

    def _saying(self, text: str, at: int, end: int) -> Span | None:
        """The first noun that begins in ``[at, end)`` and says something."""
        while self.noun and 0 <= (begin := text.find(self.noun, at)) < end:
            at = begin + len(self.noun)
            if _SAYS.match(text, at):
                return Span(begin, at)
        return None

    def all_in(self, text: str) -> Iterator[Span]:
        """Every name in ``text``, none overlapping another."""
        at = 0
        while (found := self.search(text, at)) is not None:
            yield found
            at = found.end

    def without(self, text: str) -> str:
        """``text`` without its names."""
        for span in reversed(list(self.all_in(text))):
            text = text[: span.begin] + text[span.end :]
        return text
