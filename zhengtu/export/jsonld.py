"""JSON-LD 1.1 of a dataset, compacted with ``ontology/context.jsonld``, written piece by piece.

Values keep their lexical form (no native numbers), so that reading gives the same literals back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, cast

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from zhengtu.export.context import Context, Node, Term

_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_STRING = NamedNode("http://www.w3.org/2001/XMLSchema#string")


def pieces(quads: Iterable[Quad], context: Context) -> Iterator[str]:
    """The document in pieces, one node a line; ``quads`` sorted by graph and subject."""
    yield '{"@context": ' + _json(context.source) + ',\n"@graph": ['
    comma = ""
    for graph, inside in groupby(quads, key=attrgetter("graph_name")):
        yield f'{comma}\n{{"@id": {_json(context.iri(graph.value))}, "@graph": ['
        inner = ""
        for _, about in groupby(inside, key=attrgetter("subject")):
            yield f"{inner}\n" + _json(_node(list(about), context))
            inner = ","
        yield "\n]}"
        comma = ","
    yield "\n]}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _node(quads: list[Quad], context: Context) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _id(cast("Node", quads[0].subject), context)}
    values: dict[NamedNode, list[Node]] = {}
    for quad in quads:
        values.setdefault(quad.predicate, []).append(cast("Node", quad.object))
    for predicate, objects in values.items():
        if predicate == _TYPE and all(isinstance(o, NamedNode) for o in objects):
            types = [context.word(o.value) for o in objects]
            node["@type"] = types[0] if len(types) == 1 else types
        else:
            term = context.term(predicate.value, objects)
            node[term.name] = _by_language(term, objects) if term.by_language else _list(term, objects, context)
    return node


def _by_language(term: Term, objects: list[Node]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for value in objects:
        if isinstance(value, Literal) and value.language:
            found.setdefault(value.language, []).append(value.value)
    return found if term.many else {language: texts[0] for language, texts in found.items()}


def _list(term: Term, objects: list[Node], context: Context) -> Any:
    values = [_short(o, term.kind, context) if term.kind else _full(o, context) for o in objects]
    return values if term.many or len(values) > 1 else values[0]


def _id(value: Node, context: Context) -> str:
    return str(value) if isinstance(value, BlankNode) else context.iri(value.value)


def _short(value: Node, kind: str, context: Context) -> str:
    """A value whose type the term gives."""
    if isinstance(value, Literal):
        return value.value
    return context.word(value.value) if kind == "@vocab" else _id(value, context)


def _full(value: Node, context: Context) -> Any:
    if not isinstance(value, Literal):
        return {"@id": _id(value, context)}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype == _STRING:
        return {"@value": value.value} if context.has_language else value.value
    return {"@value": value.value, "@type": context.iri(value.datatype.value)}
