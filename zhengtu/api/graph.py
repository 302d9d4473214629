"""A knowledge graph in Python: ``zhengtu.open()``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from os import PathLike, fspath
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pyoxigraph import NamedNode, Triple

from zhengtu import ask as asking
from zhengtu import graph as networks
from zhengtu.api.answer import Answer
from zhengtu.api.errors import SeveralNodes
from zhengtu.explain import Explanation, explain, find
from zhengtu.paths import store_place
from zhengtu.query import Query, Table, evidence, library, prepare, unknown
from zhengtu.sentences import Sentence
from zhengtu.store import QueryStore, open_store
from zhengtu.store.bind import query_form

if TYPE_CHECKING:
    import networkx as nx


class Graph:
    """A built store, open for reading; use it in a ``with`` block or ``close`` it."""

    def __init__(self, store: QueryStore) -> None:
        self.store = store

    def query(self, name: str, /, **params: str | int | date | None) -> Answer:
        """The answer of a query of the library.

        ``params`` are its parameters and, for any other column, the value its rows must have: a name (full or short), an
        IRI, a number; ``None`` is as good as not given.  Raises ``UnknownQuery``, ``BadParameter``, ``UnknownEntity`` (each
        with the nearest names), ``StoreError``.
        """
        prepared = prepare(self.store, name, {key: str(given) for key, given in params.items() if given is not None})
        return self._answer(prepared.answer(self.store), prepared.texts, prepared.about, prepared.documents)

    def sparql(self, text: str) -> Answer | bool | list[Triple]:
        """The answer of a SPARQL query of one's own: rows of a SELECT, truth of an ASK, triples of a CONSTRUCT or DESCRIBE.

        Raises ``QueryError`` for a query that is not valid, with line and column; ``StoreError``.
        """
        form = query_form(text)
        if form == "ASK":
            return self.store.ask(text)
        if form in ("CONSTRUCT", "DESCRIBE"):
            return list(self.store.construct(text))
        return self._answer(Table.of(self.store.select(text)), (text,))

    def ask(self, question: str) -> asking.Answer:
        """The answer to a question in Chinese or English, or the nearest questions.  Raises ``AskError``, ``StoreError``."""
        return self._asker.ask(question)

    def explain(self, iri_or_label: str) -> Explanation:
        """What is known of one node, and the sentences that say so.

        Raises ``UnknownEntity`` with the nearest names; ``SeveralNodes`` where a name means more than one; ``StoreError``.
        """
        nodes = find(self.store, iri_or_label)
        if not nodes:
            raise unknown(self.store, iri_or_label)
        if len(nodes) > 1:
            raise SeveralNodes(iri_or_label, nodes)
        return explain(self.store, nodes[0])

    def graph(self, name: str) -> nx.Graph:
        """A network drawn from the graph, as networkx: ``agencies``, ``places``, ``documents``, ``cascade`` or ``tasks``.

        The last two are ``DiGraph``, from upper to lower.  Nodes are IRIs (documents: stems) with ``label``, ``kind`` and
        their measures (centralities, community); edges have ``weight``, the number of things shared, and ``bridge``.
        Raises ``UnknownGraph``, ``StoreError``.
        """
        return networks.graph(self.store, name)

    @property
    def documents(self) -> Answer:
        """The documents: genre, title, number, issuer, dates."""
        return self.query("documents")

    @property
    def queries(self) -> dict[str, Query]:
        """The query library by name: what each answers, its parameters and columns."""
        return library()

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<zhengtu graph at {self.store.where}>"

    @cached_property
    def _asker(self) -> asking.Asker:
        return asking.Asker(self.store)

    def _answer(
        self,
        table: Table,
        texts: tuple[str, ...],
        about: tuple[NamedNode, ...] = (),
        documents: Mapping[str, str] | None = None,
    ) -> Answer:
        def sentences(part: Table) -> Iterator[tuple[Sentence, ...]]:
            return evidence(self.store, part, about, documents)

        return Answer(table, texts, sentences)


def open_graph(store: str | PathLike[str] | None = None) -> Graph:
    """The graph in a store: a folder or the URL of a SPARQL 1.1 endpoint; by default the one the command line uses.

    Raises ``StoreMissing``, ``StoreError``.
    """
    return Graph(open_store(store_place(fspath(store) if store is not None else None)))
