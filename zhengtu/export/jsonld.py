"""JSON-LD 1.1 of a dataset, compacted with ``ontology/context.jsonld``, written piece by piece.

Values keep their lexical form (no native numbers), so that reading gives the same literals back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, cast

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from zhengtu.export.context import Context, Node, Term

_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_STRING = NamedNode("http://www.w3.org/2001/XMLSchema#string")


Embed = Callable[[NamedNode, Node], dict[str, Any] | None]
"""Property and value → what stands in place of the value's identifier."""


def _nothing(predicate: NamedNode, value: Node) -> None:
    """Every value is named by its identifier."""


def pieces(quads: Iterable[Quad], context: Context) -> Iterator[str]:
    """The document in pieces, one node a line; ``quads`` sorted by graph and subject."""
    return document(quads, context, lambda graph, inside: flat(inside, context))  # noqa: ARG005


def document(
    quads: Iterable[Quad],
    context: Context,
    nodes: Callable[[str, Iterator[Quad]], Iterator[dict[str, Any]]],
    indent: int | None = None,
) -> Iterator[str]:
    """The document in pieces; ``nodes`` makes the node objects of a graph, given its name and quads.

    A node object is one line, or, for people, as many as ``indent`` makes of it.
    """
    yield '{"@context": ' + _json(context.source) + ',\n"@graph": ['
    comma = ""
    for graph, inside in groupby(quads, key=attrgetter("graph_name")):
        yield f'{comma}\n{{"@id": {_json(context.iri(graph.value))}, "@graph": ['
        inner = ""
        for node in nodes(graph.value, inside):
            yield f"{inner}\n" + _json(node, indent)
            inner = ","
        yield "\n]}"
        comma = ","
    yield "\n]}\n"


def flat(quads: Iterable[Quad], context: Context) -> Iterator[dict[str, Any]]:
    """The node objects of quads sorted by subject, none in another."""
    for _, about in groupby(quads, key=attrgetter("subject")):
        yield node_object(list(about), context)


def _json(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def node_object(quads: list[Quad], context: Context, embed: Embed = _nothing) -> dict[str, Any]:
    """The node that all quads are about; a value that ``embed`` has an object for stands there whole."""
    node: dict[str, Any] = {"@id": node_id(cast("Node", quads[0].subject), context)}
    values: dict[NamedNode, list[Node]] = {}
    for quad in quads:
        values.setdefault(quad.predicate, []).append(cast("Node", quad.object))
    for predicate, objects in values.items():
        if predicate == _TYPE and all(isinstance(o, NamedNode) for o in objects):
            types = [context.word(o.value) for o in objects]
            node["@type"] = types[0] if len(types) == 1 else types
        else:
            term = context.term(predicate.value, objects)
            node[term.name] = (
                _by_language(term, objects) if term.by_language else _list(predicate, term, objects, context, embed)
            )
    return node


def _by_language(term: Term, objects: list[Node]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for value in objects:
        if isinstance(value, Literal) and value.language:
            found.setdefault(value.language, []).append(value.value)
    return found if term.many else {language: texts[0] for language, texts in found.items()}


def _list(predicate: NamedNode, term: Term, objects: list[Node], context: Context, embed: Embed) -> Any:
    values = [embed(predicate, o) or (_short(o, term.kind, context) if term.kind else _full(o, context)) for o in objects]
    return values if term.many or len(values) > 1 else values[0]


def node_id(value: Node, context: Context) -> str:
    """The ``@id`` of a node."""
    return str(value) if isinstance(value, BlankNode) else context.iri(value.value)


def _short(value: Node, kind: str, context: Context) -> str:
    """A value whose type the term gives."""
    if isinstance(value, Literal):
        return value.value
    return context.word(value.value) if kind == "@vocab" else node_id(value, context)


def _full(value: Node, context: Context) -> Any:
    if not isinstance(value, Literal):
        return {"@id": node_id(value, context)}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype == _STRING:
        return {"@value": value.value} if context.has_language else value.value
    return {"@value": value.value, "@type": context.iri(value.datatype.value)}
