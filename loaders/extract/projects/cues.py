"""Where a clause may name a project: it holds a head noun, a work told by what is done, or a character that ends a name."""

from __future__ import annotations

import re

from loaders.extract.projects.ground import Ground
from loaders.extract.projects.lexicon import BEHIND_END, NOUNS, lexicon
from loaders.model import Span
from loaders.occurrences import any_in, last_before

_ENDED = re.compile(f"[{NOUNS}学中防房期址居圃](?=[{BEHIND_END}前：！？…\\n]|$)")
"""Wherever ``Lexicon.ends`` may match in a clause, one of these stands; the marks are those that part clauses."""


_NAMED = re.compile(f"[{NOUNS}学中防房期址居圃等]")
"""Without a cue's word an object names nothing unless it holds one of these."""


class Cues:
    """The cues of a whole text."""

    def __init__(self, ground: Ground) -> None:
        lex = lexicon()
        self._ground = ground
        self._words = sorted([*ground.begins(lex.head_words), *ground.begins(lex.signs)])
        self._ended = [match.start() for match in _ENDED.finditer(ground.plain)]

    def last(self, end: int) -> int:
        """The last before ``end``, true or not; -1 where there is none."""
        return max(last_before(self._words, end), last_before(self._ended, end))

    def may_name(self, begin: int, end: int) -> bool:
        """Whether an object ``[begin, end)`` can name anything: quickly told, never wrongly denied."""
        return any_in(self._words, begin, end) or _NAMED.search(self._ground.plain, begin, end) is not None

    def hold(self, clause: Span) -> bool:
        """Whether ``clause`` can name a project."""
        if any_in(self._words, *clause):
            return True
        return any_in(self._ended, *clause) and lexicon().ends.search(self._ground.plain, *clause) is not None


def cues_of(ground: Ground) -> Cues:
    """The cues of the text, gathered once."""
    found: Cues | None = ground.known.get(Cues)
    if found is None:
        found = ground.known[Cues] = Cues(ground)
    return found
