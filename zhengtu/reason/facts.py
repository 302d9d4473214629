"""Statements as plain tuples, and the edges that chains run over: in memory, in an open store, or both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from zhengtu.reason.schema import Link

Node = NamedNode | BlankNode
Term = Node | Literal
Fact = tuple[Node, NamedNode, Term]
"""Subject, property, object."""
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def fact_of(statement: Triple | Quad) -> Fact | None:
    """The statement as a fact; ``None`` for one about a statement (RDF 1.2), which no rule speaks of."""
    subject, value = statement.subject, statement.object
    if isinstance(subject, Triple) or isinstance(value, Triple):
        return None
    return subject, statement.predicate, value


class Edges(Protocol):
    """Edges between nodes."""

    def follow(self, node: Node, link: Link) -> Iterable[Node]:
        """The nodes one edge away; for a link read backwards, those from which an edge comes here."""
        ...


class MemoryEdges:
    """Edges kept in memory."""

    def __init__(self) -> None:
        self._ends: dict[Link, dict[Node, set[Node]]] = defaultdict(lambda: defaultdict(set))

    def add(self, fact: Fact) -> bool:
        """Add an edge; whether it is new.  A literal ends no edge."""
        subject, one, value = fact
        if isinstance(value, Literal) or value in self._ends[one, False][subject]:
            return False
        self._ends[one, False][subject].add(value)
        self._ends[one, True][value].add(subject)
        return True

    def facts(self) -> Iterator[Fact]:
        """All the edges, in no order."""
        for (one, backwards), nodes in self._ends.items():
            if not backwards:
                yield from ((subject, one, value) for subject, values in nodes.items() for value in values)

    def follow(self, node: Node, link: Link) -> Iterable[Node]:
        """The nodes one edge away, as they are now."""
        nodes = self._ends.get(link)
        return tuple(nodes.get(node, ())) if nodes else ()


class StoreEdges:
    """The edges of an open store, stated and derived, and more that are laid over them."""

    def __init__(self, store: Store, more: MemoryEdges | None = None) -> None:
        self._store, self._more = store, more

    def follow(self, node: Node, link: Link) -> Iterator[Node]:
        """The nodes one edge away; one may come more than once."""
        one, backwards = link
        subject, value = (None, node) if backwards else (node, None)
        for quad in self._store.quads_for_pattern(subject, one, value, None):
            end = quad.subject if backwards else quad.object
            if isinstance(end, NamedNode | BlankNode):
                yield end
        if self._more is not None:
            yield from self._more.follow(node, link)
