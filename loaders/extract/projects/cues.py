"""Where a clause may name a project: it holds a head noun, a work told by what is done, or a character that ends a name."""

from __future__ import annotations

import re

from loaders.extract.projects.ground import Ground
from loaders.extract.projects.lexicon import BEHIND_END, NOUNS, lexicon
from loaders.model import Span
from loaders.occurrences import any_in

_ENDED = re.compile(f"[{NOUNS}学中防房期址居圃](?=[{BEHIND_END}前：！？…\\n]|$)")
"""Wherever ``Lexicon.ends`` may match in a clause, one of these stands; the marks are those that part clauses."""


def cues_of(ground: Ground) -> list[int]:
    """Where the cues of the whole text begin, ascending; `is_promising` tells which clauses hold a true one."""
    lex = lexicon()
    ended = [match.start() for match in _ENDED.finditer(ground.plain)]
    return sorted([*ground.where(lex.head_words).distinct, *ground.where(lex.signs).distinct, *ended])


def is_promising(ground: Ground, clause: Span) -> bool:
    """Whether ``clause``, which holds a cue, can name a project."""
    lex = lexicon()
    return (
        any_in(ground.where(lex.head_words).distinct, *clause)
        or any_in(ground.where(lex.signs).distinct, *clause)
        or lex.ends.search(ground.plain, *clause) is not None
    )
