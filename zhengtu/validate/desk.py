"""A small store in memory for the rules that look at one document: the document beside the registry and the ontology.

So an audit of one document costs the same in a store of five documents and of five thousand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from pyoxigraph import NamedNode, Quad, Triple

from zhengtu import graphs
from zhengtu.store import OxigraphWriter, memory_store
from zhengtu.store.protocol import QueryStore

SHARED = ("registry", "ontology")


class Desk:
    """Registry and ontology, loaded once, and one graph after the other laid beside them."""

    def __init__(self, store: QueryStore, base: str) -> None:
        self._small = memory_store()
        self._inferred = graphs.named(base, "inferred")
        self._shared = frozenset(graphs.named(base, name) for name in SHARED)
        for name in sorted(self._shared):
            self._small.replace_graph(name, store.graph(name))

    @contextmanager
    def laid(self, name: str, triples: Iterable[Triple], inferred: Iterable[Triple]) -> Iterator[OxigraphWriter]:
        """The small store while the graph ``name`` lies on it, with what was inferred of its nodes."""
        inside = NamedNode(self._inferred)
        self._small.add(Quad(t.subject, t.predicate, t.object, inside) for t in inferred)
        if name not in self._shared:
            self._small.replace_graph(name, triples)
        try:
            yield self._small
        finally:
            self._small.remove_graph(self._inferred)
            if name not in self._shared:
                self._small.remove_graph(name)
