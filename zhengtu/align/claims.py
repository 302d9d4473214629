"""Claims of a report checked against the tasks and sections of the work it reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zhengtu.align.contrast import Match, contrast
from zhengtu.align.index import GramIndex
from zhengtu.align.model import ClaimText, TaskText, Verdict
from zhengtu.align.pieces import grams, sentences
from zhengtu.align.wording import acts, assertions, bare, content

_CANDIDATES = 6
_SUPPORT = 0.5  # share of the claim's words that a source must hold
_SENTENCE = 0.9  # share from which one assertion alone ties the claim to a source
_LONG = 8  # characters of content from which an assertion counts by itself
_NAMED = 4  # characters of content from which an assertion can be found in another source
_MISSING = 0.5  # share of an assertion's words below which the source does not say it
_LIST = 3  # 、 in an assertion that make it a list
_EQUAL = 0.98  # a further source that says it just as well


_MARK = re.compile(r"\W")
_LABEL = re.compile(r"“[^”]{1,8}”")  # a reporter's own short name for a thing


@dataclass(frozen=True, slots=True)
class _Source:
    """A task or section with its sentences, and the n-grams of each."""

    order: int
    iri: str
    text: str
    title: str
    parts: tuple[str, ...]
    held: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    """How a source answers a claim: for each assertion the sentence that holds most of it and the share it holds."""

    source: _Source
    matches: tuple[Match, ...]
    score: float


class Checker:
    """The tasks and sections of one work, ready to answer for claims."""

    def __init__(self, sources: Sequence[TaskText]) -> None:
        """``sources``: normal texts (``pieces.body``)."""
        self._sources = [_source(i, task) for i, task in enumerate(sources)]
        self._index = GramIndex([f"{s.title}。{s.text}" for s in self._sources])
        self._places = frozenset().union(*(task.places for task in sources))

    def check(self, claim: ClaimText) -> Verdict:
        """The verdict on one claim."""
        said = assertions(claim.text)
        near = self._index.nearest("。".join(said), _CANDIDATES)
        answers = [self._answer(self._sources[i], said) for i, _ in near]
        answers = [a for a in answers if a.matches]
        if not answers:
            return Verdict(claim.iri, "unsupported", 0.0)
        answers.sort(key=lambda a: (-a.score, a.source.iri))
        best = answers[0]
        if not _tied(best):
            return Verdict(claim.iri, "unsupported", round(best.score, 4), (), ("原文未见",))
        equal = [a for a in answers if a is best or (a.score >= _EQUAL * best.score and _same_words(a, best))]
        notes: list[str] = []
        unseen: list[str] = []
        for i, match in enumerate(best.matches):
            holder = best if match.share >= _MISSING else _elsewhere(answers, i, match)
            if holder is None:
                unseen += [f"未见：{match.said}"] if _of_substance(match) else []
                continue
            notes += contrast(holder.matches[i], holder.source.text, self._places)
            equal += [holder] if holder not in equal else []
        notes = list(dict.fromkeys(notes + unseen))
        sources = tuple(a.source.iri for a in sorted(equal, key=lambda a: a.source.order))
        return Verdict(claim.iri, "differs" if notes else "supported", round(best.score, 4), sources, tuple(notes))

    def _answer(self, source: _Source, said: list[str]) -> _Answer:
        matches = tuple(self._match(source, piece) for piece in said if content(piece))
        whole = sum(m.weight for m in matches)
        score = sum(m.weight * m.share for m in matches) / whole if whole else 0.0
        return _Answer(source, matches, score)

    def _match(self, source: _Source, piece: str) -> Match:
        """The sentence of the source that holds most of the piece's n-grams, rare ones counting more.

        The members of a list may stand in two sentences that follow each other.
        """
        own = {g: self._index.weight(g) + 0.1 for g in sorted(set(grams(bare(piece), (2,))))}
        weight = sum(own.values())
        best, sentence = 0.0, ""
        for i, held in enumerate(source.held):
            following = source.held[i + 1] if piece.count("、") >= _LIST and i + 1 < len(source.held) else frozenset()
            got = sum(w for g, w in own.items() if g in held or g in following)
            if got > best:
                best, sentence = got, "。".join(source.parts[i : i + 2 if following else i + 1])
        return Match(piece, sentence, best / weight if weight else 0.0, weight)


def check_claims(claims: Sequence[ClaimText], sources: Sequence[TaskText]) -> list[Verdict]:
    """A verdict on each claim, in order, against the tasks and sections of the work they are about."""
    checker = Checker(sources)
    return [checker.check(claim) for claim in claims]


def _source(order: int, task: TaskText) -> _Source:
    parts = tuple(([task.title] if task.title else []) + sentences(task.text))
    return _Source(order, task.iri, task.text, task.title, parts, tuple(frozenset(grams(p, (2,))) for p in parts))


def _tied(answer: _Answer) -> bool:
    """Whether the claim rests on the source: most of it, or one full assertion."""
    if answer.score >= _SUPPORT:
        return True
    return any(m.share >= _SENTENCE and len(content(m.said)) >= _LONG for m in answer.matches)


def _same_words(a: _Answer, b: _Answer) -> bool:
    """Whether both sources print the claim's longest assertion in full."""
    longest = max(range(len(b.matches)), key=lambda i: len(b.matches[i].said))
    return min(a.matches[longest].share, b.matches[longest].share) >= _SENTENCE


def _elsewhere(answers: list[_Answer], i: int, match: Match) -> _Answer | None:
    """Another source that makes the ``i``-th assertion, which the best one does not."""
    if len(_MARK.sub("", content(match.said))) < _NAMED:
        return None
    return next((a for a in answers if a.matches[i].share >= _SENTENCE), None)


def _of_substance(match: Match) -> bool:
    """Whether the assertion is one that the source would have to make."""
    return acts(match.said) and len(content(_LABEL.sub("", match.said))) >= _LONG
