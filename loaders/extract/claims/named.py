"""The names by which a report goes on speaking of its work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

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

    def search(self, text: str) -> Span | None:
        """The first name in ``text``, the longest that begins there."""
        return next(self.all_in(text), None)

    def all_in(self, text: str) -> Iterator[Span]:
        """Every name in ``text``, none overlapping another; each is looked for onwards from where it was last found."""
        ahead = [Span(at, at + len(name)) for name in self.names if (at := text.find(name)) >= 0]
        said = self._saying(text, 0)
        while ahead or said is not None:
            first = min([*ahead, said] if said else ahead, key=itemgetter(0))
            yield first
            ahead = [found for span in ahead if (found := _onwards(text, span, first.end)) is not None]
            said = self._saying(text, first.end) if said is not None and said.begin < first.end else said

    def _saying(self, text: str, at: int) -> Span | None:
        """The first noun from ``at`` on that says something."""
        while self.noun and (begin := text.find(self.noun, at)) >= 0:
            at = begin + len(self.noun)
            if _SAYS.match(text, at):
                return Span(begin, at)
        return None

    def without(self, text: str) -> str:
        """``text`` without its names."""
        kept, at = [], 0
        for begin, end in self.all_in(text):
            kept.append(text[at:begin])
            at = end
        return "".join([*kept, text[at:]])


def _onwards(text: str, span: Span, at: int) -> Span | None:
    """``span``, or where its characters stand next if it begins before ``at``."""
    if span.begin >= at:
        return span
    begin = text.find(text[span.begin : span.end], at)
    return Span(begin, begin + span.end - span.begin) if begin >= 0 else None
