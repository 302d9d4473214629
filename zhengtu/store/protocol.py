"""What every store offers; the rest of the system sees only this.

Read by ``zhengtu.query`` and ``zhengtu.validate``; written by the build.  Two rules hold for every store, so that a query gives
the same answer on each:

* the default graph of a query is the union of all named graphs; ``GRAPH ?g {…}`` tells where a triple stands.  A triple that
  stands in several graphs may be matched once for each (Oxigraph does), so say ``DISTINCT`` or ``GRAPH`` where that matters;
* ``bindings`` are values, never text pasted into the query: each ``VALUES ?name { UNDEF }`` of the query takes the value;
  where the query has none for a name, the value is joined at the start of the outermost group; of several values each answer
  has one.  A query keeps its ``VALUES ?name { UNDEF }`` when no value is given, so it stays valid SPARQL by itself (see
  ``zhengtu.store.bind``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self, runtime_checkable

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

Term = NamedNode | BlankNode | Literal
Cell = Term | None
Row = tuple[Cell, ...]
Bindings = Mapping[str, NamedNode | Literal | Sequence[NamedNode | Literal]]


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer of a SELECT: ``columns`` are the projected names without ``?``; ``rows`` may be iterated once."""

    columns: tuple[str, ...]
    rows: Iterator[Row]

    def __iter__(self) -> Iterator[Row]:
        return self.rows


@runtime_checkable
class QueryStore(Protocol):
    """A dataset that can be asked.  All methods raise ``StoreError`` (``QueryError`` for a bad query)."""

    @property
    def where(self) -> str:
        """The folder or endpoint, for messages."""
        ...

    def select(self, query: str, bindings: Bindings | None = None) -> Rows:
        """Run a SELECT."""
        ...

    def construct(self, query: str, bindings: Bindings | None = None) -> Iterator[Triple]:
        """Run a CONSTRUCT or DESCRIBE."""
        ...

    def ask(self, query: str, bindings: Bindings | None = None) -> bool:
        """Run an ASK."""
        ...

    def graph(self, iri: str) -> Iterator[Triple]:
        """The triples of one named graph; none when there is no such graph."""
        ...

    def graphs(self) -> list[str]:
        """IRIs of the named graphs that hold something, sorted."""
        ...

    def quads(self) -> Iterator[Quad]:
        """Every quad of the dataset, in no order."""
        ...

    def close(self) -> None:
        """Let go of the store; harmless when done twice."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...


@runtime_checkable
class WritableStore(QueryStore, Protocol):
    """A dataset under construction, or one that takes updates."""

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads in bulk."""
        ...

    def replace_graph(self, iri: str, triples: Iterable[Triple]) -> None:
        """Make the named graph hold exactly these triples."""
        ...

    def remove_graph(self, iri: str) -> None:
        """Drop the named graph; harmless when there is none."""
        ...

    def update(self, update: str) -> None:
        """Run a SPARQL 1.1 Update."""
        ...
