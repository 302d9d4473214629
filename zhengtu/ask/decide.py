"""Whether the best query is sure enough to be answered with.

How sure is a logistic function of what tells right readings from wrong ones: how well the question fits, how far the next
query stays behind, what is not understood, how much it looks like a question that no query answers.  Its weights were fitted
to the question sets of ``tests/ask`` (``benchmarks/ask_calibration.py``, which leaves out each author in turn to see what they
are worth for one nobody has seen).  What is named and has no place in the query lowers it by how much that matters; a name that
the store does not know, and a word that asks for what no text says, are never passed over: these are no matter of weights.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import exp
from typing import NamedTuple

from zhengtu.ask.candidate import Match

SURE = 0.6  # from here on a question is answered
SURE_OF_NOTHING = 0.95  # … and from here on with an answer that is empty: most that were less sure were misread
LEAST = 0.42  # the score below which nothing is answered: of questions set there as sure two in five were wrong
_NARROW = 0.15  # how far the query for a single thing may stay behind the one it is a part of
_MOST = 6  # characters not understood; more tell nothing more
_MATTERS = {"year": 0.5, "document": 0.5, "issuer": 0.5, "category": 0.7}  # what it matters to leave out such a thing; else 1
_OF_DOCUMENT = ("document", "issuer", "year")  # kinds of what tells which texts are asked about
_LEFT_OUT = 0.2  # what leaving out a name costs a query before another
_BEYOND = 0.15  # more of that likeness tells nothing more
_WHETHER = re.compile(r"(?:里|中|上|也|还)(?:也|还)?(?:有|提|写|保留|出现)(?:到|着|过|了)?(?:没有|没|吗)?[?。\s]*\Z")
_ANY = re.compile(r"有没有|有无|是否(?:有|安排|列入|提到)|吗[?。\s]*\Z|\b(?:is|are) there any\b")


class Signs(NamedTuple):
    """What the decision rests on.

    ``score`` of the best query; ``strange`` how much is not understood, 0…1; ``ahead`` of the next query, by the words
    understood, −0.2…0.3; ``free`` of those that leave something named out, −0.2…0.2; ``beyond`` how much more it looks like a
    question that no query answers than like the best query's, 0…1; ``left`` how much is named and left out, 0…1.
    """

    score: float
    strange: float
    ahead: float
    free: float
    beyond: float
    left: float


BASE = -4.5
WEIGHTS = Signs(11.1, -1.6, 1.3, 4.3, -5.9, -4.8)


def decide(matches: Sequence[Match]) -> Match | None:
    """The query meant, or ``None``.  Where one query is the other for a single thing, the one made for that thing."""
    best = candidate(matches)
    if best is None or best.score < LEAST:
        return None
    return best if sureness(signs(best, matches)) >= SURE else None


def may_be_empty(best: Match, matches: Sequence[Match], text: str) -> bool:
    """Whether an empty answer of the query would say that there is none: it is so sure, or tells what is missing.

    Of a document it is often asked whether there is anything of the kind, of a thing by name hardly, unless the question
    (``text``, as it was read) is whether the document has it too.
    """
    of_thing = any(entity.kind not in _OF_DOCUMENT for things in best.filled.values() for entity in things)
    whether = (_WHETHER.search(text) and "document" in best.filled) or _ANY.search(text)
    if whether and not best.reading.unknown and not best.left_out:
        return True
    return not of_thing or best.asked.denies or sureness(signs(best, matches)) >= SURE_OF_NOTHING


def candidate(matches: Sequence[Match]) -> Match | None:
    """The best of the queries that pass over nothing unknown, those behind that leave out what is named."""
    open_ = [match for match in matches if is_open(match)]
    if not open_:
        return None
    first = max(open_, key=lambda match: match.score - _LEFT_OUT * left(match))
    narrower = (m for m in open_ if m.asked.narrows(first.asked) and is_alike(m, first) and first.score - m.score < _NARROW)
    return max(narrower, key=lambda match: match.score, default=first)


def is_open(match: Match) -> bool:
    """Whether it leaves out no name that the store does not know, and no word asks for what no text says.

    Nor may it leave out the place, agency or project named and take up no other: the answer would be about everything.
    """
    if match.reading.outside or not all(mention.entities for mention in match.left_out):
        return False
    return bool(match.filled) or left(match) < 1


def is_free(match: Match) -> bool:
    """Whether it leaves out nothing named, and no word asks for what no text says."""
    return not match.left_out and not match.reading.outside


def left(match: Match) -> float:
    """How much of what is named the query leaves out: a place or agency counts for 1, a year or document for less."""
    return sum(min(_MATTERS.get(entity.kind, 1.0) for entity in mention.entities or ()) for mention in match.left_out)


def signs(best: Match, matches: Sequence[Match]) -> Signs:
    """What speaks for the best query and against it."""
    others = [match for match in matches if is_free(match) and not is_alike(match, best)]
    leaving = [match for match in matches if not is_free(match) and match.name != best.name]
    return Signs(
        best.score,
        min(best.reading.strange, _MOST) / _MOST,
        _between(best.fit.understood - max((m.fit.understood for m in others), default=0.0), -0.2, 0.3),
        _between(best.score - max((match.score for match in leaving), default=0.0), -0.2, 0.2),
        _between(best.beyond - best.fit.looks, 0.0, _BEYOND) / _BEYOND,
        min(left(best), 1.0),
    )


def sureness(found: Signs) -> float:
    """How sure the best query is meant, 0…1."""
    return 1 / (1 + exp(-BASE - sum(weight * sign for weight, sign in zip(WEIGHTS, found, strict=True))))


def is_alike(one: Match, other: Match) -> bool:
    """Whether both ask the same: in the same words of the same things, or one query is the other for a single thing."""
    if one is other or one.asks == other.asks:
        return True
    return (
        one.asks[1] == other.asks[1]
        and (one.asked.narrows(other.asked) or other.asked.narrows(one.asked))
        and _documents(one) == _documents(other)
    )


def _documents(match: Match) -> list[tuple[str, str]]:
    """The documents meant with their slots: what one cites is not what cites it."""
    return sorted((slot, e.value) for slot, things in match.filled.items() for e in things if e.kind == "document")


def _between(value: float, least: float, most: float) -> float:
    return max(least, min(most, value))
