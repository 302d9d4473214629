"""How well a question fits a query: what it asks for and names, against each wording, and the look of its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from zhengtu.ask.entities import Entity
from zhengtu.ask.mention import Mention
from zhengtu.ask.reading import Reading
from zhengtu.ask.wordings import DENIALS, Asked, Book, Sense, Wording

Filled = dict[str, list[Entity]]

_NAMED = 2.0  # weight of something named
_STRANGE = 0.8  # weight of a character that is not understood
_ELSEWHERE = 0.6  # credit for a word that the query knows, in another wording
_MINOR = 0.5  # share of its weight that a word of a clause keeps that asks nothing
_OFTEN = 0.1  # share of the wordings from which that credit is full
_GUEST = 0.85  # credit for a place where an agency is asked for, or the document it issued
_ISSUER = 0.95  # credit for a document that is only named by who issued it
_WORDING = 0.2  # share that the likeness of the letters to one wording has in what is understood
_LOOKS = 0.4  # share of the score that the look of the whole text has
_ANYTHING = 4  # kinds of entity; a slot that takes more of them takes anything
_FEWER, _OTHER = 0.9, 0.7  # credit for the look of wordings with some of the slots, with others

_AFFIRMED = 0.7  # credit for such a query where the question has none

Looks = Mapping[str, Mapping[frozenset[str], float]]


class Fit(NamedTuple):
    """The score, 0…1, of a question for a query, and what it is made of.

    ``understood``: by the words understood, for the ``wording`` nearest to them; ``looks``: by the look of the text;
    ``covered``: the weighted part of the question that the query takes up.
    """

    score: float
    understood: float
    looks: float
    covered: float
    wording: Wording


def fits(
    reading: Reading,
    fillings: Mapping[tuple[str, ...], tuple[Filled, Sequence[Mention]]],
    asked: Asked,
    book: Book,
    looks: Looks,
) -> Iterator[tuple[Fit, Filled]]:
    """The best fit for each way in which the slots can be filled.

    ``fillings``: by the slots of a wording, with what is named and matters then.
    """
    words = [
        (word, book.weight(word) * (_MINOR if word in reading.minor else 1.0), _elsewhere(word, asked))
        for word in reading.concepts
    ]
    asked_for = frozenset(c for word in reading.concepts for c in word)
    strange = _STRANGE * reading.strange + sum(weight for _, weight, _ in words)
    affirmed = _AFFIRMED if asked.denies and not asked_for & DENIALS else 1.0
    for slots, (filled, named) in fillings.items():
        in_all, placed, guests = _names(named, filled, slots, asked)
        understood, covered, wording = max(
            (_understood(reading, words, asked_for, sense, placed, strange + in_all) for sense in asked.senses[slots]),
            key=lambda found: found[0],
        )
        look = _look(looks.get(asked.query.name, {}), frozenset(filled)) * _GUEST**guests
        score = ((1 - _LOOKS) * understood + _LOOKS * look) * affirmed
        score *= _ISSUER if any(entity.kind == "issuer" for things in filled.values() for entity in things) else 1.0
        yield Fit(score, understood, look, covered, wording), filled


def _understood(
    reading: Reading,
    words: Sequence[tuple[frozenset[str], float, float]],
    asked_for: frozenset[str],
    sense: Sense,
    placed: float,
    total: float,
) -> tuple[float, float, Wording]:
    """F-measure of what question and wording have in common, by weight, with the likeness of their letters; the recall."""
    shared = placed
    for word, weight, elsewhere in words:
        shared += weight if word & sense.asks else weight * elsewhere
    slots = _NAMED * len(sense.wordings[0].slots)
    theirs = met = slots
    for word, weight in sense.words:
        theirs += weight
        met += weight if word & asked_for else 0.0
    recall = shared / total if total else 0.0
    precision = met / theirs if theirs else 0.0
    both = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
    letters, _, i = max(
        (fuzz.ratio(reading.content, wording.reading.content), -i, i) for i, wording in enumerate(sense.wordings)
    )
    return (1 - _WORDING) * both + _WORDING * letters / 100, recall, sense.wordings[i]


def _names(named: Sequence[Mention], filled: Filled, slots: Sequence[str], asked: Asked) -> tuple[float, float, int]:
    """The weight of all that is named, and of that part of it that has its place; how many have one made for others."""
    slot_of = {entity.issuer or entity: slot for slot, things in filled.items() for entity in things}
    slot_of |= {Entity("document", e.value, e.label): slot for slot, things in filled.items() for e in things if e.issuer}
    issuers = {entity.issuer for things in filled.values() for entity in things}
    total = placed_in_all = 0.0
    guests = 0
    for mention in named:
        total += _NAMED
        if placed := [slot_of[entity] for entity in mention.entities if entity in slot_of]:
            fit = 1.0 if any(slot in slots for slot in placed) else _ELSEWHERE + 0.2
            is_guest = bool(issuers & set(mention.entities)) or not _at_home(mention, placed, asked)
            placed_in_all += _NAMED * mention.sure * fit * (_GUEST if is_guest else 1.0)
            guests += is_guest
    return total, placed_in_all, guests


def _elsewhere(word: frozenset[str], asked: Asked) -> float:
    """The credit for a word that other wordings of the query have: the more of them, the more."""
    share = max((asked.shares.get(concept, 0.0) for concept in word), default=0.0)
    return _ELSEWHERE * min(1.0, share / _OFTEN)


def _look(of_query: Mapping[frozenset[str], float], slots: frozenset[str]) -> float:
    """The likeness to the nearest wording, less where that has other slots."""
    return max((likeness * _same(slots, theirs) for theirs, likeness in of_query.items()), default=0.0)


def _same(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return 1.0 if ours == theirs else _FEWER if ours <= theirs or theirs <= ours else _OTHER


def _at_home(mention: Mention, placed: Sequence[str], asked: Asked) -> bool:
    """Whether the thing is what the slot is made for: a place asked about as an agency means its government.

    A document is seldom asked about where anything may be, nor what is only named in part.
    """
    kinds = {entity.kind for entity in mention.entities}
    if mention.sure < 1 and all(len(asked.slots[slot]) > _ANYTHING for slot in placed):
        return False
    if kinds == {"document"}:
        return any(asked.slots[slot][0] == "document" for slot in placed)
    return "agency" in kinds or all(asked.slots[slot][0] != "agency" for slot in placed)
