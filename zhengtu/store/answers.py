"""Ask a pyoxigraph store; shared by the reader, the writer and a store in memory."""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self, cast

from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Store, Triple

from zhengtu.messages import say
from zhengtu.store.bind import bind, has_dataset
from zhengtu.store.errors import QueryError, StoreError
from zhengtu.store.protocol import Bindings, Cell, Row, Rows
from zhengtu.store.syntax import syntax_problem


class OxigraphAnswers:
    """``QueryStore`` over an open pyoxigraph ``Store``."""

    def __init__(self, store: Store, where: str) -> None:
        self._store: Store | None = store
        self._where = where

    @property
    def where(self) -> str:
        """The folder, for messages."""
        return self._where

    @property
    def raw(self) -> Store:
        """The open pyoxigraph store.  Raises ``StoreError`` after ``close``."""
        if self._store is None:
            raise StoreError(say("store.closed", where=self._where))
        return self._store

    def select(self, query: str, bindings: Bindings | None = None) -> Rows:
        """Run a SELECT."""
        found = self._query(query, bindings)
        if not isinstance(found, QuerySolutions):
            raise QueryError(say("query.want", form="SELECT"))
        columns = tuple(variable.value for variable in found.variables)
        return Rows(columns, _rows(found, len(columns)))

    def construct(self, query: str, bindings: Bindings | None = None) -> Iterator[Triple]:
        """Run a CONSTRUCT or DESCRIBE."""
        found = self._query(query, bindings)
        if not isinstance(found, QueryTriples):
            raise QueryError(say("query.want", form="CONSTRUCT/DESCRIBE"))
        return iter(found)

    def ask(self, query: str, bindings: Bindings | None = None) -> bool:
        """Run an ASK."""
        found = self._query(query, bindings)
        if not isinstance(found, QueryBoolean):
            raise QueryError(say("query.want", form="ASK"))
        return bool(found)

    def graph(self, iri: str) -> Iterator[Triple]:
        """The triples of one named graph."""
        for quad in self.raw.quads_for_pattern(None, None, None, NamedNode(iri)):
            yield quad.triple

    def n_triples(self, iri: str) -> bytes:
        """The triples of one named graph as N-Triples, in the store's own order."""
        return self.raw.dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(iri)) or b""

    def graphs(self) -> list[str]:
        """IRIs of the named graphs that hold something, sorted."""
        raw = self.raw
        names = [name for name in raw.named_graphs() if isinstance(name, NamedNode)]
        return sorted(n.value for n in names if next(raw.quads_for_pattern(None, None, None, n), None) is not None)

    def quads(self) -> Iterator[Quad]:
        """Every quad of the dataset."""
        return iter(self.raw.quads_for_pattern(None, None, None, None))

    def close(self) -> None:
        """Let go of the store."""
        self._store = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _query(self, query: str, bindings: Bindings | None) -> QuerySolutions | QueryBoolean | QueryTriples:
        text = bind(query, bindings)
        try:
            return self.raw.query(text, use_default_graph_as_union=not has_dataset(text))
        except SyntaxError as error:
            raise QueryError(say("query.syntax", why=syntax_problem(text, error))) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(say("query.failed", why=error)) from error


def _rows(found: QuerySolutions, width: int) -> Iterator[Row]:
    try:
        for solution in found:
            cells: Any = tuple(solution[i] for i in range(width))
            yield cast("tuple[Cell, ...]", cells)
    except (OSError, RuntimeError) as error:
        raise QueryError(say("query.failed", why=error)) from error
