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
_WORN = 8_000_000  # bytes of N-Triples after which a new store costs less than what the old one still holds


class Desk:
    """Registry and ontology, loaded once, and one graph after the other laid beside them.

    Oxigraph's store in memory keeps the terms and rows of what was taken out, so it grows with all that ever lay on it: after
    so many bytes it is replaced.
    """

    def __init__(self, shared: Mapping[str, bytes], base: str) -> None:
        """``shared`` are registry and ontology as N-Triples, by the IRI of the graph."""
        self._shared = shared
        self._inferred = graphs.named(base, "inferred")
        self._small, self._used = self._fresh(), 0

    @contextmanager
    def laid(self, name: str, text: bytes, inferred: str) -> Iterator[OxigraphWriter]:
        """The small store while the graph ``name`` lies on it, with what was inferred (both N-Triples)."""
        if self._used > _WORN:
            self._small, self._used = self._fresh(), 0
        beside = inferred.encode()
        self._used += len(text) + len(beside)
        _load(self._small, self._inferred, beside)
        if name not in self._shared:
            _load(self._small, name, text)
        try:
            yield self._small
        finally:
            self._small.remove_graph(self._inferred)
            if name not in self._shared:
                self._small.remove_graph(name)

    def _fresh(self) -> OxigraphWriter:
        small = memory_store()
        for name, text in self._shared.items():
            _load(small, name, text)
        return small


def _load(store: OxigraphWriter, name: str, text: bytes) -> None:
    store.raw.load(text, format=RdfFormat.N_TRIPLES, to_graph=NamedNode(name))
