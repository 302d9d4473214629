"""The sentences behind the rows of an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from pyoxigraph import Literal, NamedNode

from zhengtu import sparql
from zhengtu.query.table import Table, printed
from zhengtu.sentences import Sentence
from zhengtu.store.protocol import Bindings, Cell, QueryStore

_NOT_SAID = ("document", "document_list", "task_number", "path", "role", "basis", "kind", "type", "via", "reach")
_TEXTS = ("http://www.w3.org/2001/XMLSchema#string", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")
_SIDES = ("upper", "lower")
_THING = ("agency", "partner", "place", "iri")
"""Columns whose IRI is what a row is about."""
_PAIRS = {("agency_a", "agency_b"): "shared", ("place_a", "place_b"): "shared", ("upper_agency", "lower_agency"): "handed-down"}
"""Columns whose IRIs a row puts side by side, and the query for what ties them."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked about: things, and documents by the parameter that gave them."""

    things: tuple[NamedNode, ...] = ()
    documents: Mapping[str, str] = field(default_factory=dict)


def evidence(
    store: QueryStore, table: Table, about: Iterable[NamedNode] = (), documents: Mapping[str, str] | None = None
) -> Iterator[tuple[Sentence, ...]]:
    """For each row the sentences it rests on; none for a row that counts whole documents.

    A row that has ``begin`` and ``end`` rests on these characters of its document: the one in its column, or that of
    ``documents``, the stems given for parameters.  One with a ``task_number`` rests on what ties the things asked ``about``
    to that task, or the phrase (``via``) that stands for them; one that puts an upper and a lower task side by side on both;
    one that counts what an agency has, or what two have in common, on each of these; any other on what its document, or
    each of its ``document_list``, says by the names in it.  Raises ``StoreError``.
    """
    asked = _Asked(tuple(about), documents or {})
    for row in table.rows:
        yield tuple(dict.fromkeys(_of_row(store, dict(zip(table.columns, row, strict=True)), asked)))


def _of_row(store: QueryStore, cells: dict[str, Cell], asked: _Asked) -> Iterator[Sentence]:
    document = printed(cells.get("document")) or asked.documents.get("document", "")
    if document:
        yield from _in_document(store, cells, document, asked.things)
    elif any(f"{side}_task" in cells for side in _SIDES):
        yield from _sides(store, cells, asked.documents)
    elif listed := printed(cells.get("document_list")):
        for stem in listed.split(";"):
            yield from _by_names(store, cells, stem)
    else:
        yield from _counted(store, cells, asked.things)


def _in_document(store: QueryStore, cells: dict[str, Cell], document: str, things: tuple[NamedNode, ...]) -> Iterator[Sentence]:
    where: dict[str, NamedNode | Literal] = {"document": Literal(document)}
    begin, end, number, via = (printed(cells.get(name)) for name in ("begin", "end", "task_number", "via"))
    if begin and end:
        yield from _ask(store, "span-at", where | {"begin": Literal(int(begin)), "end": Literal(int(end))})
        return
    if number and via:
        yield from _ask(store, "share-by-phrase", where | {"number": Literal(number), "via": Literal(via)})
        return
    own = [cell for name in _THING if isinstance(cell := cells.get(name), NamedNode)]
    if number:
        ties = [_ask(store, "share-of-task", where | {"number": Literal(number), "thing": thing}) for thing in (*things, *own)]
    else:
        ties = [_ask(store, "said-of", where | {"thing": thing}) for thing in own]
    found = [sentence for tie in ties for sentence in tie]
    yield from found or _by_names(store, cells, document)


def _by_names(store: QueryStore, cells: dict[str, Cell], document: str) -> Iterator[Sentence]:
    """What the document says by the first name in the row that it knows."""
    for column, cell in cells.items():
        if isinstance(cell, Literal) and cell.value and cell.datatype.value in _TEXTS and column not in _NOT_SAID:
            names = {"plain": Literal(cell.value), "zh": Literal(cell.value, language="zh")}
            found = list(islice(_ask(store, "words-for", {"document": Literal(document), **names}), 1))
            if found:
                yield from found
                return


def _sides(store: QueryStore, cells: dict[str, Cell], documents: Mapping[str, str]) -> Iterator[Sentence]:
    """The text of the upper task and of the lower one."""
    for side in _SIDES:
        document = printed(cells.get(f"{side}_document")) or documents.get(side, "")
        number = printed(cells.get(f"{side}_task"))
        if document and number:
            yield from _ask(store, "task-at", {"document": Literal(document), "number": Literal(number)})


def _counted(store: QueryStore, cells: dict[str, Cell], things: tuple[NamedNode, ...]) -> Iterator[Sentence]:
    """What a row counts: the shares of one agency, or what two things have in common."""
    for (first, second), query in _PAIRS.items():
        one, other = _node(store, cells.get(first)), _node(store, cells.get(second))
        if one and other:
            yield from _ask(store, query, {"one": one, "other": other})
    partner, agency = cells.get("partner"), cells.get("agency")
    if isinstance(partner, NamedNode):
        for thing in things:
            yield from _ask(store, "shared", {"one": thing, "other": partner})
    elif isinstance(agency, NamedNode):
        yield from _ask(store, "shares-of", {"thing": agency})


def _node(store: QueryStore, cell: Cell) -> NamedNode | None:
    """The thing in a cell; where it has a place's name, that place."""
    if not isinstance(cell, Literal):
        return cell if isinstance(cell, NamedNode) else None
    names = {"plain": cell, "zh": Literal(cell.value, language="zh"), "en": Literal(cell.value, language="en")}
    rows = store.select(sparql.text(__file__, "find-place.rq"), names)
    return next((found for found, _ in rows if isinstance(found, NamedNode)), None)


def _ask(store: QueryStore, name: str, bindings: Bindings) -> Iterator[Sentence]:
    for document, begin, end, words in store.select(sparql.text(__file__, f"{name}.rq"), bindings):
        yield Sentence(printed(document), int(printed(begin)), int(printed(end)), printed(words))
