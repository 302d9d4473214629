"""The sentences behind the rows of an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from zhengtu import sparql
from zhengtu.query.table import Table, printed
from zhengtu.sentences import Sentence
from zhengtu.store.protocol import Bindings, Cell, QueryStore

_NOT_SAID = ("document", "begin", "end", "role", "basis", "kind", "position", "score", "level", "via", "reach")


def evidence(store: QueryStore, table: Table, about: Iterable[NamedNode] = ()) -> Iterator[tuple[Sentence, ...]]:
    """For each row the sentences it rests on; none for a row that counts over documents.

    A row that has ``document``, ``begin`` and ``end`` rests on these characters.  One with a ``task_number`` rests on what
    ties the things asked ``about`` to that task, or the phrase (``via``) that stands for them; any other on what its
    document says by the names in it.  Raises ``StoreError``.
    """
    things = tuple(about)
    for row in table.rows:
        cells = dict(zip(table.columns, row, strict=True))
        document = cells.get("document")
        yield tuple(_of_row(store, cells, printed(document), things)) if document is not None else ()


def _of_row(store: QueryStore, cells: dict[str, Cell], document: str, about: tuple[NamedNode, ...]) -> Iterator[Sentence]:
    where: dict[str, NamedNode | Literal] = {"document": Literal(document)}
    begin, end, number = cells.get("begin"), cells.get("end"), cells.get("task_number")
    if isinstance(begin, Literal) and isinstance(end, Literal):
        yield from _ask(store, "span-at", document, where | {"begin": begin, "end": end})
        return
    via = cells.get("via")
    if number is not None and via is not None and printed(via):
        task = {"number": Literal(printed(number)), "via": Literal(printed(via))}
        yield from _ask(store, "share-by-phrase", document, {**where, **task})
        return
    found = [
        sentence
        for thing in about
        if number is not None
        for sentence in _ask(store, "share-of-task", document, where | {"number": Literal(printed(number)), "thing": thing})
    ]
    for column, cell in cells.items():
        if found:
            break
        if isinstance(cell, Literal) and column not in _NOT_SAID:
            names = {"plain": Literal(cell.value), "zh": Literal(cell.value, language="zh")}
            found = list(_ask(store, "words-for", document, {**where, **names}))[:1]
    yield from found


def _ask(store: QueryStore, name: str, document: str, bindings: Bindings) -> Iterator[Sentence]:
    for begin, end, words in store.select(sparql.text(__file__, f"{name}.rq"), bindings):
        yield Sentence(document, int(printed(begin)), int(printed(end)), printed(words))
