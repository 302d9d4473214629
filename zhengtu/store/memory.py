"""A pyoxigraph store that takes quads: the generation under construction, or a dataset in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from pyoxigraph import NamedNode, Quad, Store, Triple

from zhengtu.messages import say
from zhengtu.store.answers import OxigraphAnswers
from zhengtu.store.errors import QueryError, StoreError
from zhengtu.store.stamps import Stamps

_BATCH = 250_000  # quads handed over at once: the bulk loader holds a million of its own accord, 1.5 GB


class OxigraphWriter(OxigraphAnswers):
    """``WritableStore`` over an open pyoxigraph ``Store``."""

    def __init__(self, store: Store, where: str, stamps: Stamps | None = None) -> None:
        """``stamps`` are those of the graphs the store begins with."""
        super().__init__(store, where)
        self.before = stamps or Stamps()
        self._stamps = dict(self.before.graphs)
        self._written: dict[str, set[str]] = {name: set() for name in self._stamps}

    @property
    def stamps(self) -> dict[str, str]:
        """The stamps of the graphs that nothing was written to or taken from."""
        return self._stamps

    @property
    def written(self) -> dict[str, set[str]]:
        """The nodes that statements were written or taken out about, by graph; without graphs that were replaced as a whole."""
        return {name: nodes for name, nodes in self._written.items() if nodes}

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads in bulk."""
        todo = iter(self._noted(quads) if self._written else quads)
        try:
            for first in todo:
                self.raw.bulk_extend(chain((first,), islice(todo, _BATCH - 1)))
        except OSError as error:
            raise StoreError(say("store.unwritable", where=self.where, why=error)) from error

    def remove(self, quads: Iterable[Quad]) -> None:
        """Take single quads out; one that is not there is passed over."""
        try:
            for quad in self._noted(quads):
                self.raw.remove(quad)
        except OSError as error:
            raise StoreError(say("store.unwritable", where=self.where, why=error)) from error

    def replace_graph(self, iri: str, triples: Iterable[Triple]) -> None:
        """Make the named graph hold exactly these triples."""
        name = NamedNode(iri)
        kept = [Quad(t.subject, t.predicate, t.object, name) for t in triples]
        self.remove_graph(iri)
        self.add(kept)

    def remove_graph(self, iri: str) -> None:
        """Drop the named graph."""
        self._stamps.pop(iri, None)
        self._written.pop(iri, None)
        try:
            self.raw.remove_graph(NamedNode(iri))
        except OSError as error:
            raise StoreError(say("store.unwritable", where=self.where, why=error)) from error

    def update(self, update: str) -> None:
        """Run a SPARQL 1.1 Update, which may write to any graph."""
        self._stamps.clear()
        self._written.clear()
        try:
            self.raw.update(update)
        except SyntaxError as error:
            raise QueryError(say("query.syntax", why=error)) from error
        except OSError as error:
            raise StoreError(say("store.unwritable", where=self.where, why=error)) from error

    def _noted(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """The quads; the graphs they stand in lose their stamps, and the nodes they are about are noted."""
        for quad in quads:
            if isinstance(quad.graph_name, NamedNode) and (name := quad.graph_name.value) in self._written:
                self._stamps.pop(name, None)
                self._written[name].add(str(quad.subject)[1:-1])
            yield quad


def memory_store() -> OxigraphWriter:
    """An empty dataset in memory."""
    return OxigraphWriter(Store(), "内存")
