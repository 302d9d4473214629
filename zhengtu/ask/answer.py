"""Answer a question: read it, choose the query, run it, gather the sentences; or say why not and what is near."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path

from zhengtu.ask.candidate import Match
from zhengtu.ask.decide import may_be_empty
from zhengtu.ask.entities import Gazetteer
from zhengtu.ask.match import Understood, understand
from zhengtu.ask.messages import say
from zhengtu.ask.names import gazetteer
from zhengtu.ask.nearest import Near, nearest
from zhengtu.ask.wordings import Book, book
from zhengtu.messages import language
from zhengtu.query import Prepared, Table, library, prepare
from zhengtu.query.evidence import evidence
from zhengtu.sentences import Sentence
from zhengtu.store.protocol import QueryStore

NEAR = 5  # questions offered
_LEAST = 0.2  # score from which a question is near enough to be offered


class AskError(Exception):
    """The question cannot be read; ``str`` is one line for the user."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A question that can be answered: in words, and as a command."""

    wording: str
    query: str
    values: dict[str, str]

    @property
    def command(self) -> str:
        """How to ask it on the command line."""
        sets = [part for name, value in self.values.items() for part in ("--set", f"{name}={value}")]
        return shlex.join(["zhengtu", "query", self.query, *sets])


@dataclass(frozen=True, slots=True)
class Answer:
    """What was understood, and where that was sure: the SPARQL run, the rows and the sentences behind each of them.

    ``near`` are the sentences that come nearest to a question that was not answered.
    """

    understood: Understood
    match: Match | None
    sparql: tuple[str, ...] = ()
    table: Table | None = None
    sentences: tuple[tuple[Sentence, ...], ...] = ()
    offers: tuple[Offer, ...] = ()
    near: tuple[Near, ...] = ()

    @property
    def unused(self) -> tuple[str, ...]:
        """What the question says and the answer did not use: names as they are written there, words not understood."""
        if self.match is None:
            return ()
        text = self.understood.text
        names = (text[m.begin : m.end].strip() for m in (*self.understood.aside, *self.match.left_out))
        used = "".join(entity.label for things in self.match.filled.values() for entity in things)
        if self.table and "indicator" in self.table.columns:  # figures of a project: 投资多少、占地多大
            used += "".join(str(row[self.table.columns.index("indicator")]) for row in self.table.rows)
        unknown = (word for word in self.understood.reading.unknown if word not in used)
        return tuple(dict.fromkeys((*names, *self.match.reading.unknown, *unknown)))

    @property
    def values(self) -> dict[str, str]:
        """The values found in the question, by the names people know them by."""
        return {} if self.match is None else _labels(self.match)


class Asker:
    """Answers questions about one store; the names in it are read once."""

    def __init__(self, store: QueryStore, folder: Path | None = None) -> None:
        """``folder`` holds the query library, by default the shipped one."""
        self._store = store
        self._folder = folder

    @cached_property
    def _names(self) -> Gazetteer:
        return gazetteer(self._store)

    @cached_property
    def _book(self) -> Book:
        return book(library(self._folder))

    def understand(self, question: str) -> Understood:
        """The question read, and the queries it may mean; the best is asked where it is not sure enough to be empty.

        Raises ``AskError`` for a question without words, ``StoreError``.
        """
        return self._understand(question)[0]

    def _understand(self, question: str) -> tuple[Understood, Prepared | None, Table | None]:
        """What is understood; where it can be answered the best query with its values, and its rows if these were seen."""
        if not question.strip():
            raise AskError(say("empty"))
        understood = understand(question, self._names, self._book)
        best = understood.best
        if best is None:
            return understood, None, None
        prepared = prepare(self._store, best.name, best.values, self._folder)
        if may_be_empty(best, understood.matches, understood.text):
            return understood, prepared, None
        table = prepared.answer(self._store)
        if table.rows:
            return understood, prepared, table
        return replace(understood, empty=True), None, None

    def ask(self, question: str, most: int | None = None) -> Answer:
        """The answer; sentences for the first ``most`` rows.  Raises ``AskError``, ``StoreError``."""
        understood, prepared, table = self._understand(question)
        match = understood.best
        if match is None or prepared is None:
            return Answer(understood, None, offers=_offers(understood.matches), near=nearest(self._store, understood))
        table = prepared.answer(self._store) if table is None else table
        shown = Table(table.columns, table.rows[:most])
        sentences = tuple(evidence(self._store, shown, prepared.about, prepared.documents))
        offers = () if table.rows else _offers(understood.matches[1:], match)
        return Answer(understood, match, prepared.texts, table, sentences, offers)


def _offers(matches: Iterable[Match], after: Match | None = None) -> tuple[Offer, ...]:
    """Near questions; after an empty answer those that speak of the same things."""
    ranked = sorted(matches, key=lambda match: -match.score)
    near = (match for match in ranked if match.score >= _LEAST and (match.filled or after is None))
    return tuple(_offer(match) for match in islice(near, NEAR))


def _offer(match: Match) -> Offer:
    """The wording in the user's language that has the same slots, filled in; the query's summary where there is none."""
    labels = _labels(match)
    in_language = (w for w in match.asked.wordings if _language(w.text) == language())
    fitting = [w.text for w in in_language if set(w.slots) <= set(labels)]
    text = max(
        fitting, key=lambda t: (t == match.wording.text, t.count("{")), default=match.asked.query.summary.get(language())
    )
    for slot, label in labels.items():
        text = text.replace(f"{{{slot}}}", label)
    rest = [label for label in labels.values() if label not in text]
    return Offer(text + (f"（{'、'.join(rest)}）" if rest else ""), match.name, labels)


def _language(text: str) -> str:
    return "zh" if any("\u4e00" <= character <= "\u9fff" for character in text) else "en"


def _labels(match: Match) -> dict[str, str]:
    values = match.values
    return {
        slot: values[slot] if values[slot].endswith("*") else ";".join(entity.label for entity in things)
        for slot, things in match.filled.items()
    }
