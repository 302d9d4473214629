"""From what a user types for a parameter to the terms it stands for."""

from __future__ import annotations

import re
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from zhengtu import graphs, sparql
from zhengtu.query.errors import BadParameter, UnknownEntity
from zhengtu.query.header import ENTITY_TYPES, Parameter, Text
from zhengtu.query.table import printed
from zhengtu.store.protocol import QueryStore

_IRI = re.compile(r"(?:https?://|urn:)\S+\Z")
_RELATIVE = re.compile(r"(?:agency|place|work|doc)/\S+\Z")

_MARKS = "(),:;[]", "（），：；〔〕"  # half-width and full-width; the brackets of a document number (GB/T 9704-2012 §7.2.5)
_WIDE, _NARROW = str.maketrans(*_MARKS), str.maketrans(*reversed(_MARKS))


class _Hit(NamedTuple):
    rank: int
    value: str


def terms(store: QueryStore, parameter: Parameter, value: str) -> list[NamedNode | Literal]:
    """The terms that ``value`` stands for: one, or several where a name is shared; sorted.

    Raises ``UnknownEntity`` (with the nearest names) and ``BadParameter``.
    """
    value = value.strip()
    if parameter.kind == "integer":
        if not re.fullmatch(r"[+-]?\d+", value):
            raise BadParameter.wrong_type(parameter.name, value, "integer")
        return [Literal(int(value))]
    if parameter.kind == "text":
        return [Literal(value)]
    if iri := _iri(store, parameter, value):
        return [iri] if parameter.kind in ENTITY_TYPES else _stems(store, value, iri)
    found = _named(store, parameter.kind, value)
    if parameter.kind == "document":
        return [Literal(stem) for stem in found]
    return [NamedNode(iri) for iri in found]


def stem(store: QueryStore, name: str, value: str) -> str:
    """The stem of the one document that ``value`` stands for, asked for as the parameter or column ``name``.

    Raises ``UnknownEntity`` (with the nearest names) and ``BadParameter``, also where several go by it.
    """
    (first, *others) = (term.value for term in terms(store, Parameter(name, "document", None, Text("", "")), value))
    if others:
        raise BadParameter.several(name, value, [first, *others])
    return first


def _iri(store: QueryStore, parameter: Parameter, value: str) -> NamedNode | None:
    """The IRI that ``value`` is: in full, in angle brackets, or short as tables show it (``agency/…``)."""
    text = value[1:-1] if value.startswith("<") and value.endswith(">") else value
    if _RELATIVE.match(text):
        text = graphs.base_of(store.graphs()) + text
    elif not _IRI.match(text):
        return None
    try:
        return NamedNode(text)
    except ValueError:
        raise BadParameter.wrong_type(parameter.name, value, "IRI") from None


def _stems(store: QueryStore, value: str, iri: NamedNode) -> list[NamedNode | Literal]:
    rows = store.select(sparql.text(__file__, "document-of-iri.rq"), {"iri": iri})
    found = [Literal(printed(row[0])) for row in rows]
    if not found:
        raise UnknownEntity(value, ())
    return [*found]


def _named(store: QueryStore, kind: str, value: str) -> list[str]:
    """The IRIs (stems of documents) that go by the name, by the best way of naming that fits.

    Where nothing goes by it as typed, its brackets and commas are taken as full-width, then as half-width.
    """
    for spelling in dict.fromkeys((value, value.translate(_WIDE), value.translate(_NARROW))):
        labels = {"plain": Literal(spelling), "zh": Literal(spelling, language="zh"), "en": Literal(spelling, language="en")}
        rows = store.select(sparql.text(__file__, f"find-{kind}.rq"), labels)
        hits = sorted({_Hit(int(printed(rank)), printed(found)) for found, rank in rows})
        if hits:
            return [hit.value for hit in hits if hit.rank == hits[0].rank]
    raise unknown(store, value, kind)


def unknown(store: QueryStore, value: str, kind: str = "entity") -> UnknownEntity:
    """The error for a name that nothing of this ``kind`` (a parameter type) bears, with the nearest that are borne."""
    names = store.select(sparql.text(__file__, f"names-{kind}.rq"))
    return UnknownEntity(value, (printed(row[0]) for row in names))
