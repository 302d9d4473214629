"""A small store in memory for the rules that look at one document: the document beside the registry and the ontology.

So an audit of one document costs the same in a store of five documents and of five thousand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from pyoxigraph import NamedNode, RdfFormat

from zhengtu import graphs
from zhengtu.store import OxigraphWriter, memory_store

SHARED = ("registry", "ontology")


class Desk:
    """Registry and ontology, loaded once, and one graph after the other laid beside them."""

    def __init__(self, shared: Mapping[str, bytes], base: str) -> None:
        """``shared`` are registry and ontology as N-Triples, by the IRI of the graph."""
        self._small = memory_store()
        self._inferred = graphs.named(base, "inferred")
        self._shared = frozenset(shared)
        for name, text in shared.items():
            self._load(name, text)

    @contextmanager
    def laid(self, name: str, text: bytes, inferred: str) -> Iterator[OxigraphWriter]:
        """The small store while the graph ``name`` lies on it, with what was inferred (both N-Triples)."""
        self._load(self._inferred, inferred.encode())
        if name not in self._shared:
            self._load(name, text)
        try:
            yield self._small
        finally:
            self._small.remove_graph(self._inferred)
            if name not in self._shared:
                self._small.remove_graph(name)

    def _load(self, name: str, text: bytes) -> None:
        self._small.raw.bulk_load(text, format=RdfFormat.N_TRIPLES, to_graph=NamedNode(name))
