"""The graph that pySHACL is given: rdflib's interface over plain dictionaries.

pySHACL asks a graph for the objects of a subject and a property some hundred thousand times a document; rdflib's own graph goes
through three generators and compares terms letter by letter each time.  Here a question is two look-ups, and a term met again
is the same object, so that a look-up ends at the first comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import NamespaceManager
from rdflib.term import Node

_ESCAPE = re.compile(r"\\(?:([tbnrf\"'\\])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_Index = dict[Node, dict[Node, list[Node]]]
_NONE: dict[Node, list[Node]] = {}


class _Whole(NamespaceManager):
    """Names IRIs in full: pySHACL abbreviates each for a text that nobody reads."""

    def normalizeUri(self, rdfTerm: str) -> str:  # noqa: N802, N803
        return f"<{rdfTerm}>"

    def bind(self, *_: Any, **__: Any) -> None:
        """No prefix is kept."""


class Indexed(Graph):
    """A graph without contexts to be filled and then asked, not changed.

    It is never empty to pySHACL, which asks so with every result, and counting takes long.
    """

    def __init__(self) -> None:
        super().__init__(store="SimpleMemory", bind_namespaces="none")
        self.namespace_manager = _Whole(self, "none")
        self._spo: _Index = {}
        self._pos: _Index = {}
        self._reached: dict[tuple[Any, ...], list[Any]] = {}
        self._listed: dict[Any, list[Any]] = {}

    def __bool__(self) -> bool:
        return True

    def __len__(self) -> int:
        return sum(len(objects) for keys in self._spo.values() for objects in keys.values())

    def add(self, triple: Any) -> Indexed:
        """Add a triple of rdflib terms; one that is there already is passed over."""
        subject, key, value = triple
        objects = self._spo.setdefault(subject, {}).setdefault(key, [])
        if value not in objects:
            objects.append(value)
            self._pos.setdefault(key, {}).setdefault(value, []).append(subject)
        return self

    def read(self, text: str, known: dict[str, Node]) -> None:
        """Add the triples of an N-Triples text; ``known`` are terms by how they are written there, and grows."""
        for line in text.split("\n"):
            if line:
                tokens = line[:-2].split(" ", 2)
                self.add([known[token] if token in known else known.setdefault(token, _term(token)) for token in tokens])

    def triples(self, triple: Any) -> Iterator[Any]:  # type: ignore[override]
        """The triples that match the pattern, ``None`` standing for any term."""
        subject, key, value = triple
        if subject is None and key is not None:
            found = self._pos.get(key, {})
            pairs = found.items() if value is None else [(value, found.get(value, []))]
            return ((one, key, other) for other, subjects in pairs for one in subjects)
        whole = self._spo.items() if subject is None else [(subject, self._spo.get(subject, {}))]
        return (
            (one, name, other)
            for one, keys in whole
            for name, objects in (keys.items() if key is None else [(key, keys.get(key, []))])
            for other in objects
            if value is None or other == value
        )

    def objects(self, subject: Any = None, predicate: Any = None, unique: bool = False) -> Any:
        """The objects of a subject and a property."""
        if subject is None or predicate is None:
            return super().objects(subject, predicate, unique)
        return iter(self._spo.get(subject, _NONE).get(predicate, ()))

    def subjects(self, predicate: Any = None, object: Any = None, unique: bool = False) -> Any:  # noqa: A002
        """The subjects that have an object by a property; all subjects, each once, where neither is given."""
        if predicate is None and object is None:
            return iter(self._spo)
        if predicate is None or object is None:
            return super().subjects(predicate, object, unique)
        return iter(self._pos.get(predicate, _NONE).get(object, ()))

    def values(self) -> Iterator[tuple[Node, Node]]:
        """Each property with each of its values, once."""
        return ((key, value) for key, found in self._pos.items() for value in found)

    def transitive_objects(self, subject: Any, predicate: Any, remember: Any = None) -> Any:
        """What the property leads to from a node, in any number of steps; found once for each node."""
        if remember is not None:
            return super().transitive_objects(subject, predicate, remember)
        key = (subject, predicate)
        if key not in self._reached:
            self._reached[key] = list(super().transitive_objects(subject, predicate))
        return iter(self._reached[key])

    def items(self, list: Any) -> Any:  # noqa: A002
        """The members of an RDF list; found once for each list."""
        if list not in self._listed:
            self._listed[list] = [*super().items(list)]
        return iter(self._listed[list])


def indexed(triples: Iterable[Any]) -> Indexed:
    """A graph of these triples of rdflib terms, one term one object."""
    graph, known = Indexed(), dict[Node, Node]()
    for triple in triples:
        graph.add([known.setdefault(term, term) for term in triple])
    return graph


def _term(token: str) -> Node:
    """The term that N-Triples writes so (RDF 1.1 N-Triples §2)."""
    if token.startswith("<"):
        return URIRef(token[1:-1])
    if token.startswith("_:"):
        return BNode(token[2:])
    end = token.rindex('"')
    value, kind = token[1:end], token[end + 1 :]
    if "\\" in value:
        value = _ESCAPE.sub(_meant, value)
    if kind.startswith("@"):
        return Literal(value, lang=kind[1:])
    return Literal(value, datatype=URIRef(kind[3:-1]) if kind else None)


def _meant(escape: re.Match[str]) -> str:
    simple, short, long = escape.groups()
    return chr(int(short or long, 16)) if not simple else _ESCAPED.get(simple, simple)
