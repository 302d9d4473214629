"""The lexicon of substitutions (``ontology/substitutions.toml``) and how it is applied."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from loaders.clean.repair.activity import Activity
from loaders.occurrences import WordList
from loaders.registry.paths import ontology_dir

Edit = tuple[int, int, str, str, float]
"""(begin, end, restored, reason, confidence) in a paragraph's text."""


@dataclass(frozen=True, slots=True)
class Word:
    """One substitution: ``printed`` stands for ``restored``; patterns as the file's head explains."""

    printed: str
    restored: str
    proof: tuple[re.Pattern[str], ...]
    apply: tuple[re.Pattern[str], ...]
    keep: tuple[re.Pattern[str], ...]
    grammar: str
    inside: int = 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All substitutions, the recognition slips and the nouns of doing."""

    words: tuple[Word, ...]
    slips: tuple[tuple[re.Pattern[str], str, str], ...]
    activity: Activity
    printed: WordList

    def proofs(self, text: str) -> int:
        """How many different substitutions ``text`` proves."""
        here = self.printed.within(text)
        return sum(any(p.search(text) for p in word.proof) for word in self.words if word.printed in here)

    def edits(self, text: str) -> list[Edit]:
        """What to restore in a text that is known to be corrupt."""
        out: list[Edit] = []
        for word in self.words:
            if word.printed in text:
                out.extend(self._edits(word, text))
        return out

    def _edits(self, word: Word, text: str) -> list[Edit]:
        proven = _places(word.proof, word.printed, text)
        wanted = _places(word.apply, word.printed, text) if word.apply else None
        kept = _places(word.keep, word.printed, text)
        out: list[Edit] = []
        for match in re.finditer(re.escape(word.printed), text):
            at = match.start()
            if at in proven:
                begin = at - word.inside
                out.append(
                    (begin, match.end(), text[begin:at] + word.restored, "substitution: impossible in this context", 0.99)
                )
            elif (
                at in kept
                or (wanted is not None and at not in wanted)
                or (word.grammar and self.activity.is_right(text, at, match.end()))
            ):
                continue
            else:
                out.append((at, match.end(), word.restored, "substitution: collocation", 0.9))
        return out


def _places(patterns: tuple[re.Pattern[str], ...], printed: str, text: str) -> set[int]:
    """Where ``printed`` stands in matches of ``patterns``."""
    return {m.start() + offset for p in patterns for m in p.finditer(text) if (offset := m.group().rfind(printed)) >= 0}


def _patterns(entry: dict[str, Any], key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in entry.get(key, ()))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of the shipped ontology, read once."""
    with (ontology_dir() / "substitutions.toml").open("rb") as file:
        data = tomllib.load(file)
    words = tuple(
        Word(
            e["printed"],
            e["restored"],
            _patterns(e, "proof"),
            _patterns(e, "apply"),
            _patterns(e, "keep"),
            e.get("grammar", ""),
            e.get("inside", 0),
        )
        for e in data["word"]
    )
    slips = tuple((re.compile(e["pattern"]), e["restored"], e["reason"]) for e in data["slip"])
    return Lexicon(words, slips, Activity.of(data["activity"]), WordList(word.printed for word in words))
