"""A SPARQL 1.1 endpoint as a store.

Only our graphs (``zhengtu.graphs.is_ours``) are seen.  They are named in a query as its default graph and named graphs (SPARQL
1.1 Protocol §2.1.4) where the answer would else depend on what more the endpoint holds or on what it takes for default; not
where the endpoint holds nothing else and every pattern stands in a ``GRAPH`` block: a server that is given n graphs may look
up each pattern n times.  A query that names its own dataset (``FROM``) is asked of that, which the protocol's would override.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import Template
from types import TracebackType
from typing import Any, Self, cast

from pyoxigraph import (
    BlankNode,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from zhengtu import graphs, sparql
from zhengtu.messages import say
from zhengtu.store.bind import bind, has_dataset, query_form
from zhengtu.store.errors import QueryError, StoreError, StoreMissing
from zhengtu.store.http import Endpoint, Reply, send
from zhengtu.store.protocol import Bindings, Row, Rows, Term
from zhengtu.store.scope import reads_default_graph

_TABLE = "application/sparql-results+json, application/sparql-results+xml;q=0.5"
_TRIPLES = "application/n-triples, text/turtle;q=0.5"
_HTML = "text/html"
_CHUNK = 20_000  # triples a request


class RemoteStore:
    """``WritableStore`` over HTTP; the endpoint is asked anew each time, only the list of graphs is kept, till an update."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._graphs: list[str] | None = None
        self._all_ours = False

    @property
    def where(self) -> str:
        """The endpoint's URL, without user and password."""
        return self._endpoint.query_url

    def select(self, query: str, bindings: Bindings | None = None) -> Rows:
        """Run a SELECT."""
        _check(query, "SELECT")
        text = bind(query, bindings)
        return self._table(text, self._dataset(text))

    def construct(self, query: str, bindings: Bindings | None = None) -> Iterator[Triple]:
        """Run a CONSTRUCT or DESCRIBE."""
        _check(query, "CONSTRUCT", "DESCRIBE")
        text = bind(query, bindings)
        reply = send(self._endpoint, text, accept=_TRIPLES, graphs=self._dataset(text))
        if reply.kind == _HTML:
            raise StoreError(say("remote.kind", url=self.where, kind=reply.kind))
        try:
            return iter([quad.triple for quad in parse(reply.body, format=RdfFormat.TURTLE)])
        except SyntaxError as error:
            raise StoreError(say("remote.failed", url=self.where, why=error)) from error

    def ask(self, query: str, bindings: Bindings | None = None) -> bool:
        """Run an ASK."""
        _check(query, "ASK")
        text = bind(query, bindings)
        return bool(self._result(text, self._dataset(text)))

    def graph(self, iri: str) -> Iterator[Triple]:
        """The triples of one named graph."""
        return self.construct(sparql.text(__file__, "graph.rq"), {"graph": NamedNode(iri)})

    def graphs(self) -> list[str]:
        """IRIs of our named graphs, sorted."""
        if self._graphs is None:
            names = self._named()
            ours = sorted(name.value for name in names if isinstance(name, NamedNode) and graphs.is_ours(name.value))
            self._graphs, self._all_ours = ours, len(ours) == len(names)
        return list(self._graphs)

    def quads(self) -> Iterator[Quad]:
        """Every quad of our graphs, graph by graph."""
        for iri in self.graphs():
            for triple in self.graph(iri):
                yield Quad(triple.subject, triple.predicate, triple.object, NamedNode(iri))

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads, those of one graph in as few requests as their number allows."""
        by_graph: dict[str, list[Triple]] = {}
        for quad in quads:
            if not isinstance(quad.graph_name, NamedNode):
                raise StoreError(say("remote.no_graph", where=self.where))
            by_graph.setdefault(quad.graph_name.value, []).append(quad.triple)
        for iri, triples in sorted(by_graph.items()):
            self._insert(iri, triples, [])

    def replace_graph(self, iri: str, triples: Iterable[Triple]) -> None:
        """Make the named graph hold exactly these triples; in one request unless they are very many."""
        self._insert(iri, list(triples), [self._text("drop.ru", iri)])

    def remove_graph(self, iri: str) -> None:
        """Drop the named graph."""
        self.update(self._text("drop.ru", iri))

    def update(self, update: str) -> None:
        """Run a SPARQL 1.1 Update."""
        send(self._endpoint, update, accept="*/*", update=True)
        self._graphs = None

    def close(self) -> None:
        """Nothing is held open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _insert(self, iri: str, triples: list[Triple], first: list[str]) -> None:
        # A blank node's label holds within one request: what has one goes into the first.
        triples.sort(key=lambda t: not (isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode)))
        blank = sum(isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode) for t in triples)
        begin, end = 0, max(_CHUNK, blank)
        while begin < len(triples) or first:
            part = triples[begin:end]
            lines = "\n".join(f"{triple} ." for triple in part)
            self.update(" ;\n".join([*first, *([self._text("insert.ru", iri, triples=lines)] if part else [])]))
            first, begin, end = [], end, end + _CHUNK

    @staticmethod
    def _text(name: str, iri: str, **values: str) -> str:
        return Template(sparql.text(__file__, name)).substitute(graph=str(NamedNode(iri)), **values)

    def _named(self) -> set[Term]:
        """The names of all graphs that hold something, whoever's they are."""
        try:
            names = {cell for (cell,) in self._table(sparql.text(__file__, "graphs.rq"), ()) if cell is not None}
        except QueryError:
            names = set()
        return names or {cell for (cell,) in self._table(sparql.text(__file__, "graphs-by-triples.rq"), ()) if cell is not None}

    def _dataset(self, query: str) -> tuple[str, ...]:
        names = tuple(self.graphs())
        if not names:
            raise StoreMissing(say("store.missing", where=self.where))
        return () if has_dataset(query) or (self._all_ours and not reads_default_graph(query)) else names

    def _table(self, query: str, dataset: tuple[str, ...]) -> Rows:
        found: QuerySolutions = self._result(query, dataset)
        columns = tuple(variable.value for variable in found.variables)
        return Rows(columns, self._rows(found, len(columns)))

    def _rows(self, found: QuerySolutions, width: int) -> Iterator[Row]:
        try:
            for solution in found:
                yield cast("Row", tuple(solution[i] for i in range(width)))
        except (SyntaxError, ValueError) as error:
            raise StoreError(say("remote.failed", url=self.where, why=error)) from error

    def _result(self, query: str, dataset: tuple[str, ...]) -> Any:
        reply = send(self._endpoint, query, accept=_TABLE, graphs=dataset)
        try:
            return parse_query_results(reply.body, format=self._format(reply))
        except (SyntaxError, ValueError) as error:
            raise StoreError(say("remote.failed", url=self.where, why=error)) from error

    def _format(self, reply: Reply) -> QueryResultsFormat:
        """What the answer is written in; JSON may come under any name."""
        if reply.body.lstrip().startswith(b"{"):
            return QueryResultsFormat.JSON
        known = QueryResultsFormat.from_media_type(reply.kind)
        if known is None:
            raise StoreError(say("remote.kind", url=self.where, kind=reply.kind or "?"))
        if known == QueryResultsFormat.XML and not reply.body.rstrip().endswith(b"sparql>"):  # the parser would not mind
            raise StoreError(say("remote.cut", url=self.where))
        return known


def _check(query: str, *forms: str) -> None:
    if query_form(query) not in forms:
        raise QueryError(say("query.want", form="/".join(forms)))
