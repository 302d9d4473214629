"""Ask one question of the library."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from zhengtu.query.entities import terms
from zhengtu.query.errors import BadParameter
from zhengtu.query.header import Query
from zhengtu.query.library import find
from zhengtu.query.table import Table
from zhengtu.store.protocol import QueryStore, Row


def run(store: QueryStore, name: str, params: Mapping[str, str] | None = None, folder: Path | None = None) -> Table:
    """The answer of the query ``name`` with these parameters.

    A value is a name or an IRI (``zhengtu.query.entities``); where several things share the name, the answers of all of
    them are given one after the other.  Raises ``UnknownQuery``, ``BadParameter``, ``UnknownEntity``, ``StoreError``.
    """
    query = find(name, folder)
    values = _values(query, params or {})
    choices = [terms(store, parameter, values[parameter.name]) for parameter in query.parameters]
    columns: tuple[str, ...] = query.columns
    rows: dict[Row, None] = {}
    for choice in product(*choices):
        bound: dict[str, NamedNode | Literal] = {p.variable: t for p, t in zip(query.parameters, choice, strict=True)}
        answer = store.select(query.text, bound)
        columns = answer.columns
        rows |= dict.fromkeys(answer)
    return Table(columns, tuple(rows))


def _values(query: Query, params: Mapping[str, str]) -> dict[str, str]:
    known = [parameter.name for parameter in query.parameters]
    for name in params:
        if name not in known:
            raise BadParameter.unknown(query.name, name, known)
    values = {p.name: params.get(p.name) or p.default for p in query.parameters}
    if missing := [name for name, value in values.items() if value is None]:
        raise BadParameter.missing(query.name, missing)
    return {name: value for name, value in values.items() if value is not None}
