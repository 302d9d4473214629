"""Which query of the library a question means, with which values, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from rapidfuzz import fuzz

from zhengtu.ask.entities import Entity, Gazetteer
from zhengtu.ask.mentions import Mention, mentions
from zhengtu.ask.reading import Reading, read
from zhengtu.ask.topics import marked, with_topic
from zhengtu.ask.wordings import LISTS, Asked, Book, Wording
from zhengtu.ask.words import plain

Filled = dict[str, list[Entity]]

SURE, SAFE = 0.5, 0.65  # scores from which a question is answered: far ahead of all others, or just ahead
TOLERATED = 1  # characters that need not be understood
FAR, MARGIN = 0.06, 0.02  # how far the next query must stay behind then
COVERED = 0.5  # the part of the question that must be taken up
AHEAD = 0.12  # how far a query may be ahead that leaves out something named
_PAIRS = (("upper", "lower"), ("upper_document", "lower_document"))  # slots for a document and the one that divides its tasks
_NAMED = 2.0  # weight of something named
_STRANGE = 0.8  # weight of a character that is not understood
_ELSEWHERE = 0.6  # credit for a word that the query knows, in another wording
_OFTEN = 0.1  # share of the wordings from which that credit is full
_GUEST = 0.85  # credit for a place where an agency is asked for, or the document it issued
_WORDING = 0.2  # share of the score that the likeness of the letters has


@dataclass(frozen=True, slots=True)
class Match:
    """A query, the things put in its slots (several only where a column lists several), and the score 0…1.

    ``covered``: the weighted part of the question, 0…1, that the query takes up.
    """

    asked: Asked
    filled: Filled
    score: float
    covered: float
    wording: Wording
    reading: Reading
    named: tuple[Mention, ...]

    @property
    def name(self) -> str:
        """The query's name."""
        return self.asked.query.name

    @property
    def asks(self) -> tuple[frozenset[frozenset[str]], frozenset[Entity]]:
        """What the wording asks for, and of which things."""
        return frozenset(self.wording.reading.concepts), frozenset(e for things in self.filled.values() for e in things)

    @property
    def values(self) -> dict[str, str]:
        """Parameters and columns to narrow by, as ``zhengtu.query.run`` takes them."""
        kinds = {p.name: p.kind for p in self.asked.query.parameters}
        return {slot: ";".join(_value(e, slot, kinds.get(slot, "")) for e in things) for slot, things in self.filled.items()}


@dataclass(frozen=True, slots=True)
class Understood:
    """A question read: what it names, and the queries it may mean, best first; ``best`` is ``None`` when unsure.

    Queries in which all that is named has its place go first.
    """

    question: str
    reading: Reading
    named: tuple[Mention, ...]
    matches: tuple[Match, ...] = field(default=())

    @property
    def best(self) -> Match | None:
        """The one query that is sure enough, ahead of all others, and leaves out nothing that is named.

        Where one query is the other for a single thing, the one made for that thing.
        """
        if not self.matches:
            return None
        first, *others = self.matches
        if first.score < SURE or first.covered < COVERED or first.reading.strange > TOLERATED or _left_out(first):
            return None
        if any(match.score - first.score > AHEAD for match in others):  # fits the words better, but leaves out what is named
            return None
        margin = MARGIN if first.score >= SAFE else FAR
        near = [match for match in others if first.score - match.score < margin and not _left_out(match)]
        if any(not _alike(match, first) for match in near):
            return None
        return max([first, *near], key=lambda match: (match.asked.narrows(first.asked), match.score))


def _left_out(match: Match) -> list[Mention]:
    """What is named and has no place in the query."""
    used = _used(match.filled)
    return [mention for mention in match.named if not used & set(mention.entities)]


def _used(filled: Filled) -> set[Entity]:
    """What is named and has its place, by itself or through a document it issued."""
    return {entity.issuer or entity for things in filled.values() for entity in things}


def _alike(one: Match, other: Match) -> bool:
    """Whether both ask the same: in the same words of the same things, or one query is the other for a single thing."""
    if one.asks == other.asks:
        return True
    return one.asks[1] == other.asks[1] and (one.asked.narrows(other.asked) or other.asked.narrows(one.asked))


def understand(question: str, known: Gazetteer, book: Book) -> Understood:
    """Read a question and rank the queries it may mean."""
    named = mentions(question, known)
    reading = read(marked(plain(question), named))
    readings = [(reading, tuple(named)), *with_topic(question, reading, named, known)]
    found = [match for asked in book.asked if (match := _best_of(readings, asked, known, book))]
    found.sort(key=lambda match: (bool(_left_out(match)), -match.score, match.name))
    return Understood(question, reading, tuple(named), tuple(found))


def _best_of(
    readings: Sequence[tuple[Reading, tuple[Mention, ...]]], asked: Asked, known: Gazetteer, book: Book
) -> Match | None:
    found = (_match(reading, named, asked, known, book) for reading, named in readings)
    return max((match for match in found if match and _has_topic(match)), key=lambda match: match.score, default=None)


def _has_topic(match: Match) -> bool:
    """Whether a topic, if the question was read as having one, has its place."""
    used = _used(match.filled)
    return all(used & set(mention.entities) for mention in match.named if mention.is_topic)


def _match(reading: Reading, named: Sequence[Mention], asked: Asked, known: Gazetteer, book: Book) -> Match | None:
    """The best wording of one query, or ``None`` where a value it needs is not given."""
    by_slots = {wording.slots: wording for wording in asked.wordings}
    fillings = {slots: _fill(reading, named, wording, asked, known) for slots, wording in by_slots.items()}
    options = [
        Match(asked, filled, *_score(reading, named, filled, wording, asked, book), wording, reading, tuple(named))
        for wording in asked.wordings
        if (filled := fillings[wording.slots]) is not None
    ]
    return max(options, key=lambda match: match.score, default=None)


def _fill(reading: Reading, named: Sequence[Mention], wording: Wording, asked: Asked, known: Gazetteer) -> Filled | None:
    """What each slot takes, those of the wording first; ``None`` where a slot of the wording or a parameter stays empty."""
    wanted = [*dict.fromkeys([*wording.slots, *asked.required, *(slot for slot in asked.slots if slot not in LISTS)])]
    filled: Filled = {}
    for mention in named:
        for slot in wanted:
            entity = next((e for kind in asked.slots[slot] for e in _meant(mention, known) if e.kind == kind), None)
            if entity and (slot not in filled or slot in LISTS) and _certain(mention, entity):
                filled.setdefault(slot, []).append(entity)
                break
    _order(filled, known)
    _side(filled, named)
    missing = [slot for slot in (*wording.slots, *asked.required) if slot not in filled]
    across = {"upper", "lower", "divide"} if {"upper_task", "lower_task"} & filled.keys() else {"upper", "lower"}
    asks_across = any(word & across for word in reading.concepts)
    for upper, lower in _PAIRS:
        if missing or (upper in filled) != (lower in filled):
            _only_pair(upper, lower, missing, filled, known, reading_asks=asks_across)
    return None if set(missing) - filled.keys() else filled


def _meant(mention: Mention, known: Gazetteer) -> Iterator[Entity]:
    """What a mention may stand for; a place also for the one document that its government issued (湖北没有分解)."""
    yield from mention.entities
    for entity in mention.entities:
        own = known.issued.get(entity.value, [])
        if len(own) == 1:
            yield Entity("issuer", own[0].value, own[0].label, entity)


def _certain(mention: Mention, entity: Entity) -> bool:
    """Whether only one document can be meant; things of other kinds that share a name are all asked for."""
    return entity.kind != "document" or sum(e.kind == "document" for e in mention.entities) == 1


def _order(filled: Filled, known: Gazetteer) -> None:
    """Put the document that divides another in the lower place, however the question names them."""
    for upper, lower in _PAIRS:
        pair = [filled[slot][0] for slot in (upper, lower) if slot in filled]
        for first, second in permutations(pair, 2):
            if (first.value, second.value) in known.pairs:
                filled[upper], filled[lower] = [first], [second]
        dividing, divided = ({stems[side] for stems in known.pairs} for side in (1, 0))
        if len(pair) == 1 and upper in filled and pair[0].value in dividing - divided:
            filled[lower] = filled.pop(upper)
        elif len(pair) == 1 and lower in filled and pair[0].value in divided - dividing:
            filled[upper] = filled.pop(lower)


def _side(filled: Filled, named: Sequence[Mention]) -> None:
    """Put the number of a task on the side of the document it stands behind (国家方案第三条 … 湖北方案哪一条)."""
    slot = next((s for s in ("upper_task", "lower_task") if s in filled), "")
    if not slot or {"upper_task", "lower_task"} <= filled.keys():
        return
    side_of = {
        e.issuer or e: s.removesuffix("_document") for s in ("upper_document", "lower_document") for e in filled.get(s, ())
    }
    side = slot.removesuffix("_task")
    for mention in named:
        if filled[slot][0] in mention.entities:
            break
        side = next((side_of[e] for e in mention.entities if e in side_of), side)
    filled[f"{side}_task"] = filled.pop(slot)


def _only_pair(upper: str, lower: str, missing: list[str], filled: Filled, known: Gazetteer, *, reading_asks: bool) -> None:
    """Fill in the upper and lower document where the store has one such pair that fits what is named.

    Only where the question speaks of upper and lower (``reading_asks``), or names one of them and no task in it.
    """
    names_one = (upper in filled or lower in filled) and not {"upper_task", "lower_task"} & filled.keys()
    if not set(missing) <= {upper, lower} or not (reading_asks or names_one):
        return
    given = {filled[slot][0].value for slot in (upper, lower) if slot in filled}
    fitting = [pair for pair in known.pairs if given <= set(pair)]
    if len(fitting) == 1:
        for slot, stem in zip((upper, lower), fitting[0], strict=True):
            if slot not in filled:
                filled[slot] = [Entity("document", stem, stem)]


def _score(
    reading: Reading, named: Sequence[Mention], filled: Filled, wording: Wording, asked: Asked, book: Book
) -> tuple[float, float]:
    """F-measure of what question and wording have in common, by weight, with the likeness of their letters; and the recall."""
    in_wording = frozenset(c for word in wording.reading.concepts for c in word)
    slot_of = {entity.issuer or entity: slot for slot, things in filled.items() for entity in things}
    issuers = {entity.issuer for things in filled.values() for entity in things}
    total = _STRANGE * reading.strange
    shared = 0.0
    for mention in named:
        total += _NAMED
        if placed := [slot_of[entity] for entity in mention.entities if entity in slot_of]:
            own = any(slot in wording.slots for slot in placed)
            fits = 1.0 if own else _ELSEWHERE + 0.2
            is_guest = bool(issuers & set(mention.entities)) or not _at_home(mention, placed, asked)
            shared += _NAMED * mention.sure * fits * (_GUEST if is_guest else 1.0)
    for word in reading.concepts:
        weight = book.weight(word)
        total += weight
        shared += weight * (1.0 if word & in_wording else _elsewhere(word, asked))
    asked_for = frozenset(c for word in reading.concepts for c in word)
    theirs = sum(book.weight(word) for word in wording.reading.concepts) + _NAMED * len(wording.slots)
    met = sum(book.weight(word) for word in wording.reading.concepts if word & asked_for) + _NAMED * len(wording.slots)
    recall = shared / total if total else 0.0
    precision = met / theirs if theirs else 0.0
    both = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
    return (1 - _WORDING) * both + _WORDING * fuzz.ratio(reading.content, wording.reading.content) / 100, recall


def _elsewhere(word: frozenset[str], asked: Asked) -> float:
    """The credit for a word that other wordings of the query have: the more of them, the more."""
    share = max((asked.shares.get(concept, 0.0) for concept in word), default=0.0)
    return _ELSEWHERE * min(1.0, share / _OFTEN)


def _at_home(mention: Mention, placed: Sequence[str], asked: Asked) -> bool:
    """Whether the thing is what the slot is made for: a place asked about as an agency means its government."""
    is_agency = any(entity.kind == "agency" for entity in mention.entities)
    return is_agency or all(asked.slots[slot][0] != "agency" for slot in placed)


def _value(entity: Entity, slot: str, kind: str) -> str:
    """The IRI for a parameter that takes one; else the name, as columns print it; a year as the beginning of a date."""
    if entity.kind == "year":
        return entity.value if slot == "year" or kind else f"{entity.value}*"
    if kind in ("agency", "place", "entity") and not (kind == "agency" and entity.kind != "agency"):
        return entity.value
    return entity.value if entity.kind in ("document", "issuer") and kind != "entity" else entity.label
