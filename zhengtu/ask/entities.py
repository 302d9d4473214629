"""What a question can name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from zhengtu.ask.words import plain

if TYPE_CHECKING:
    from loaders.link.agencies import AgencyResolver

DIVISIONS = ("province", "place")
"""Kinds of what GB/T 2260 gives a code: a province, a division below it."""
PLACES = (*DIVISIONS, "region")
"""The same with what has no code: a group of cities, a river basin."""


class Entity(NamedTuple):
    """A thing with its kind; ``value`` is what a query takes for it (IRI, stem, name), ``label`` its name for people.

    A document that stands for the place or agency that issued it has that as ``issuer``.
    """

    kind: str
    value: str
    label: str
    issuer: Entity | None = None


class Title(NamedTuple):
    """A title by which something is called, mostly by its end; the lower the rank, the more the title is its own."""

    text: str
    entity: Entity
    rank: int


@dataclass(slots=True)
class Gazetteer:
    """Names in ``words.plain`` form → what bears them.

    ``sounds`` finds names of what documents speak of (``spoken``: IRIs) by their syllables, ``english`` names by their
    English or pinyin form; ``said`` is what the texts say, by what a word of it may be (topic, industry); ``pairs`` are
    the stems of documents whose tasks another divides; ``issued`` the documents of the organs of a place (by its IRI);
    ``callers`` the names under which such an issuer is called, ``calls`` finds them before a word for a document;
    ``resolvers`` gives, read when first called, what knows the organs of the provinces;
    ``years`` are those the texts speak of, ``dates`` the days of each document (by its stem), ``authored`` the stems of
    the documents that an agency (by its IRI) issued, ``counterparts`` of a central agency (by its IRI) the provinces
    and their organs, ``parties`` the number of those to the agreement in a document, ``signed`` the stems of the
    documents that hold the agreements of a place (by its IRI; of a group of places those that have its name in their
    titles), ``sites`` the stems of the documents found on a site, ``spoken_codes`` the codes of the places spoken of,
    ``scopes`` those for which figures are given, ``claiming`` the stems of the documents that claim something of another,
    ``governed`` the codes of the places whose governments can have tasks, being named themselves or members of a group
    that is, ``texts`` the sentences of the tasks, each after the title of its task, ``promised`` what agreements promise,
    ``tasked`` titles and sentences of all tasks, ``held`` the titles of the tasks that a project stands in (by its name),
    ``common`` the regions that the titles of most documents name, ``headings`` those of each document (by its stem),
    ``claimed`` what documents claim of others.
    """

    exact: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    titles: list[Title] = field(default_factory=list)
    sounds: dict[tuple[str, ...], list[str]] = field(default_factory=lambda: defaultdict(list))
    said: dict[str, str] = field(default_factory=dict)
    english: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    resolvers: Callable[[], list[AgencyResolver]] = list
    pairs: list[tuple[str, str]] = field(default_factory=list)
    spoken: frozenset[str] = frozenset()
    issued: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    callers: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    calls: re.Pattern[str] | None = None
    years: frozenset[str] = frozenset()
    dates: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    authored: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    counterparts: dict[str, list[tuple[str, Entity]]] = field(default_factory=lambda: defaultdict(list))
    parties: Counter[str] = field(default_factory=Counter)
    signed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    spoken_codes: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()
    claiming: frozenset[str] = frozenset()
    governed: frozenset[str] = frozenset()
    sites: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    texts: list[tuple[str, str]] = field(default_factory=list)
    promised: str = ""
    tasked: str = ""
    held: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    common: frozenset[str] = frozenset()
    headings: list[tuple[str, str]] = field(default_factory=list)
    claimed: list[str] = field(default_factory=list)

    def add(self, name: str, entity: Entity) -> None:
        """Let ``name`` mean ``entity`` too."""
        if entity not in self.exact[plain(name)]:
            self.exact[plain(name)].append(entity)
