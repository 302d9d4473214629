"""Ask one question of the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from pyoxigraph import NamedNode

from zhengtu.query.entities import stem, terms
from zhengtu.query.errors import BadParameter
from zhengtu.query.header import Query
from zhengtu.query.library import find
from zhengtu.query.narrow import narrow
from zhengtu.query.table import Table
from zhengtu.store.bind import bind
from zhengtu.store.protocol import QueryStore, Row


@dataclass(frozen=True, slots=True)
class Prepared:
    """A query with its values in place: ``texts`` are complete SPARQL queries, several where a name means several things.

    ``about`` are the things that the values given for its parameters stand for, ``documents`` the stems of the documents, by
    parameter.
    """

    query: Query
    texts: tuple[str, ...]
    about: tuple[NamedNode, ...]
    documents: Mapping[str, str]

    def answer(self, store: QueryStore) -> Table:
        """The rows of all its texts, one after the other, none twice.  Raises ``StoreError``."""
        columns: tuple[str, ...] = self.query.columns
        rows: dict[Row, None] = {}
        for text in self.texts:
            answer = store.select(text)
            columns = answer.columns
            rows |= dict.fromkeys(answer)
        return Table(columns, tuple(rows))


def run(store: QueryStore, name: str, params: Mapping[str, str] | None = None, folder: Path | None = None) -> Table:
    """The answer of the query ``name`` with these parameters.

    A value is a name or an IRI (``zhengtu.query.entities``); where several things share the name, the answers of all of
    them are given one after the other.  A name that is no parameter but a column keeps the rows with that value.
    Raises ``UnknownQuery``, ``BadParameter``, ``UnknownEntity``, ``StoreError``.
    """
    return prepare(store, name, params, folder).answer(store)


def prepare(store: QueryStore, name: str, params: Mapping[str, str] | None = None, folder: Path | None = None) -> Prepared:
    """What ``run`` asks the store.  Raises as ``run`` does."""
    query = find(name, folder)
    given = params or {}
    values = _values(query, given)
    text = query.text
    for column in given:
        if column not in values:
            text = narrow(text, column, _cell(store, column, given[column]))
    choices = [terms(store, parameter, values[parameter.name]) for parameter in query.parameters]
    named = (choice for p, choice in zip(query.parameters, choices, strict=True) if p.name in given)
    about = tuple(term for choice in named for term in choice if isinstance(term, NamedNode))
    paired = zip(query.parameters, choices, strict=True)
    documents = {p.name: choice[0].value for p, choice in paired if p.kind == "document" and len(choice) == 1}
    bound = ({p.variable: t for p, t in zip(query.parameters, choice, strict=True)} for choice in product(*choices))
    return Prepared(query, tuple(bind(text, values) for values in bound), about, documents)


def _cell(store: QueryStore, column: str, value: str) -> str:
    """The value as the column prints it: a document goes by any of its names."""
    if column not in ("document", "upper_document", "lower_document", "task_document"):
        return value.strip()
    return stem(store, column, value)


def _values(query: Query, params: Mapping[str, str]) -> dict[str, str]:
    known = [parameter.name for parameter in query.parameters]
    for name in params:
        if name not in known and not set(name.split("/")) <= set(query.columns):
            raise BadParameter.unknown(query.name, name, [*known, *query.columns])
    values = {p.name: params.get(p.name) or p.default for p in query.parameters}
    if missing := [name for name, value in values.items() if value is None]:
        raise BadParameter.missing(query.name, missing)
    return {name: value for name, value in values.items() if value is not None}
