"""The wordings in which the library's queries are asked, read from their headers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log

from zhengtu.ask.entities import DIVISIONS, PLACES
from zhengtu.ask.likeness import Example, Index, index
from zhengtu.ask.reading import Reading, read
from zhengtu.ask.words import beyond, plain
from zhengtu.query.header import Query

_SLOT = re.compile(r"\{([\w/]+)\}|<(\w+)=[^<>]*>")  # a value, or a value with an example of it
# What may stand in a slot that is named after a column; a parameter's slot takes what its type says.
_COLUMNS = {
    "document": ("document",),
    "document_a/document_b": ("document",),
    "upper_document": ("document", "issuer"),
    "lower_document": ("document", "issuer"),
    "year": ("year",),
    "task_number": ("task_number",),
    "upper_task": ("task_number",),
    "lower_task": ("task_number",),
    "indicator": ("indicator",),
    "category": ("category",),
    "agreement": ("agreement",),
    "description": ("description",),
    "group": ("region",),
    "place": PLACES,
    "scope": (*PLACES, "project"),
    "provinces": ("province",),
    "party": (*DIVISIONS, "agency"),
    "partner": DIVISIONS,
    "issuer": ("agency",),
    "place_a/place_b": DIVISIONS,
    "label_a/label_b": ("agency",),
    "upper_label": ("agency",),
    "lower_label": ("agency",),
    "topic": ("topic", "category"),
    "industry": ("industry", "category"),
}
_PARAMETERS = {
    "agency": ("agency", *DIVISIONS),
    "place": PLACES,
    "document": ("document",),
    "entity": ("agency", *PLACES, "project", "agreement", "indicator", "document"),
}
_ENTITIES = {  # parameters that take one kind of entity
    "task": ("task",),
    "work": ("document", "agreement", "work"),
    "upper": ("document", "issuer"),
    "lower": ("document", "issuer"),
    "region": ("region", "province"),
}
DENIALS = frozenset({"no", "omit", "missing", "unsupported"})  # words for what is not there
_ALWAYS = 0.8  # share of the wordings that have one where a query answers with what is not there
LISTS = ("provinces",)  # columns whose cells list several things
DATES = ("year", "date", "signed", "issued", "published")  # columns that hold a year or a date; the first is narrowed by


@dataclass(frozen=True, slots=True)
class Wording:
    """One way of asking a query: the text, the same with marks for the slots, its reading, the slots it has."""

    text: str
    marked: str
    reading: Reading
    slots: tuple[str, ...]

    @property
    def is_bare(self) -> bool:
        """Whether it is nothing but a name."""
        return self.text == "".join(f"{{{slot}}}" for slot in self.slots)


@dataclass(frozen=True, slots=True)
class Sense:
    """Wordings of a query that ask for the same with the same slots: ``words`` with their weights, ``asks`` for them all."""

    words: tuple[tuple[frozenset[str], float], ...]
    asks: frozenset[str]
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with its wordings; ``slots`` gives for every value a question may carry the kinds of entity it takes.

    ``shares``: in which part of the wordings a concept is asked for, 0…1; ``senses``: the wordings by their slots and what
    they ask for; ``denies``: whether it answers with what is not there, as nearly all its wordings say.
    """

    query: Query
    wordings: tuple[Wording, ...]
    slots: dict[str, tuple[str, ...]]
    shares: dict[str, float]
    senses: dict[tuple[str, ...], tuple[Sense, ...]] = field(default_factory=dict)
    denies: bool = False

    @property
    def required(self) -> tuple[str, ...]:
        """The parameters without a default."""
        return tuple(p.name for p in self.query.parameters if p.default is None)

    def narrows(self, other: Asked) -> bool:
        """Whether this gives the rows of ``other`` for one thing: its columns are among the other's, which needs nothing."""
        return bool(self.required) and not other.required and set(self.query.columns) <= set(other.query.columns)


@dataclass(frozen=True, slots=True)
class Book:
    """All of them, and how much each concept tells: little when many wordings of many queries have it."""

    asked: tuple[Asked, ...]
    weights: dict[str, float] = field(default_factory=dict)
    index: Index = field(default_factory=lambda: index(()))

    def weight(self, concepts: frozenset[str]) -> float:
        """The weight of a word, that of the rarest thing it may ask for."""
        return _weight(concepts, self.weights)


def book(library: Mapping[str, Query]) -> Book:
    """The wordings of a library; a query without any is asked by its summary."""
    asked = tuple(_asked(query) for query in library.values())
    held: Counter[str] = Counter()
    for one in asked:
        held.update(one.shares)
    weights = {concept: log(1 + len(asked) / max(1.0, count)) for concept, count in held.items()}
    weights[""] = log(1 + len(asked))
    asked = tuple(replace(one, senses=_senses(one, weights), denies=_share(one.wordings, DENIALS) >= _ALWAYS) for one in asked)
    return Book(asked, weights, index([*_examples(asked), *_beyond()]))


def _senses(asked: Asked, weights: Mapping[str, float]) -> dict[tuple[str, ...], tuple[Sense, ...]]:
    alike: dict[tuple[str, ...], dict[frozenset[frozenset[str]], list[Wording]]] = {}
    for wording in asked.wordings:
        alike.setdefault(wording.slots, {}).setdefault(frozenset(wording.reading.concepts), []).append(wording)
    return {
        slots: tuple(
            Sense(tuple((word, _weight(word, weights)) for word in words), _all(words), tuple(wordings))
            for words, wordings in of_slots.items()
        )
        for slots, of_slots in alike.items()
    }


def _all(words: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(concept for word in words for concept in word)


def _share(wordings: Sequence[Wording], concepts: frozenset[str]) -> float:
    """In which part of the wordings, 0…1, one of the ``concepts`` is asked for."""
    return sum(bool(_all(wording.reading.concepts) & concepts) for wording in wordings) / max(1, len(wordings))


def _weight(word: frozenset[str], weights: Mapping[str, float]) -> float:
    return max((weights.get(concept, weights[""]) for concept in word), default=0.0)


def _examples(asked: tuple[Asked, ...]) -> Iterator[Example]:
    for one in asked:
        for wording in one.wordings:
            yield Example(one.query.name, wording.marked, wording.reading.concepts, frozenset(wording.slots))


def _beyond() -> Iterator[Example]:
    """What no query answers; which names such a question has tells nothing."""
    for text in beyond():
        yield Example("", plain(text), read(plain(text)).concepts, frozenset())


def _asked(query: Query) -> Asked:
    texts = query.wordings or tuple(
        summary + "".join(f" {{{p.name}}}" for p in query.parameters) for summary in query.summary if summary
    )
    year = next((column for column in DATES if column in query.columns), "")
    dated = (text.replace("{year}", f"{{{year}}}") if year else text for text in texts)
    wordings = tuple(w for w in map(_wording, dated) if w.reading.concepts or w.is_bare or len(w.slots) > 1)
    slots = {p.name: _ENTITIES.get(p.name) or _PARAMETERS.get(p.kind, _COLUMNS.get(p.name, ())) for p in query.parameters}
    for name in dict.fromkeys(slot for wording in wordings for slot in wording.slots):
        slots.setdefault(name, _COLUMNS.get("year" if name in DATES else name, ()))
    if "document" in query.columns:
        slots.setdefault("document", _COLUMNS["document"])
    if "document" in slots and not any(set(kinds) & set(PLACES) for kinds in slots.values()):
        slots["document"] = (*slots["document"], "issuer")
    if year:
        slots.setdefault(year, _COLUMNS["year"])
    held = Counter(c for w in wordings for c in {c for word in w.reading.concepts for c in word})
    return Asked(query, wordings, slots, {concept: count / len(wordings) for concept, count in held.items()})


def _wording(text: str) -> Wording:
    slots = tuple(match[1] or match[2] for match in _SLOT.finditer(text))
    marked = plain(_SLOT.sub("|", text))
    return Wording(_SLOT.sub(lambda m: f"{{{m[1] or m[2]}}}", text), marked, read(marked), slots)
