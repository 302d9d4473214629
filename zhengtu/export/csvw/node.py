"""A node as a row sees it: its classes, and its values by property and kind of value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, cast

from pyoxigraph import Literal, NamedNode, Quad

from zhengtu.export.statements import is_inferred
from zhengtu.graphs import ZT

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_OF_VOCABULARIES = (
    "http://www.w3.org/2002/07/owl#",
    "http://www.w3.org/2000/01/rdf-schema#",
    "http://www.w3.org/1999/02/22-rdf-",
)


class Field(NamedTuple):
    """A property and what its values are: ``kind`` is ``iri``, a datatype's IRI, or ``@`` and a language."""

    predicate: str
    kind: str


@dataclass(slots=True)
class Node:
    """One node; the values of a field in canonical order."""

    iri: str
    types: list[str] = field(default_factory=list)
    values: dict[Field, list[str]] = field(default_factory=dict)


def rowable(quads: Iterable[Quad]) -> Iterator[Quad]:
    """What a table can hold: no blank nodes; of what was inferred our own properties, for the rest says the same vaguely."""
    for quad in quads:
        named = isinstance(quad.subject, NamedNode) and isinstance(quad.object, (NamedNode, Literal))
        if named and (quad.predicate.value.startswith(ZT) or not is_inferred(quad)):
            yield quad


def nodes(quads: Iterable[Quad]) -> Iterator[Node]:
    """The nodes that have a class, of ``quads`` sorted by subject; the terms of vocabularies are left out."""
    for subject, about in groupby(quads, key=attrgetter("subject")):
        node = Node(subject.value)
        for quad in about:
            if quad.predicate.value == RDF_TYPE:
                node.types.append(_value(quad).value)
            else:
                node.values.setdefault(Field(quad.predicate.value, _kind(_value(quad))), []).append(_value(quad).value)
        if node.types and not any(kind.startswith(_OF_VOCABULARIES) for kind in node.types):
            node.types.sort(key=lambda kind: (not kind.startswith(ZT), kind))  # our own say most
            node.values[Field(RDF_TYPE, "iri")] = node.types
            yield node


def _value(quad: Quad) -> NamedNode | Literal:
    return cast("NamedNode | Literal", quad.object)  # nothing else is rowable


def _kind(value: NamedNode | Literal) -> str:
    if isinstance(value, NamedNode):
        return "iri"
    return f"@{value.language}" if value.language else value.datatype.value
