"""A pyoxigraph store that takes quads: the generation under construction, or a dataset in memory."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, Store, Triple

from zhengtu.messages import say
from zhengtu.store.answers import OxigraphAnswers
from zhengtu.store.errors import QueryError, StoreError


class OxigraphWriter(OxigraphAnswers):
    """``WritableStore`` over an open pyoxigraph ``Store``."""

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads in bulk."""
        try:
            self.raw.bulk_extend(quads)
        except OSError as error:
            raise StoreError(say("store.unwritable", where=self.where, why=error)) from error

    def remove(self, quads: Iterable[Quad]) -> None:
        """Take single quads out; one that is not there is passed over."""
        try:
            for quad in quads:
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
        try:
            self.raw.remove_graph(NamedNode(iri))
        except OSError as error:
            raise StoreError(say("store.unwritable", where=self.where, why=error)) from error

    def update(self, update: str) -> None:
        """Run a SPARQL 1.1 Update."""
        try:
            self.raw.update(update)
        except SyntaxError as error:
            raise QueryError(say("query.syntax", why=error)) from error
        except OSError as error:
            raise StoreError(say("store.unwritable", where=self.where, why=error)) from error


def memory_store() -> OxigraphWriter:
    """An empty dataset in memory."""
    return OxigraphWriter(Store(), "内存")
