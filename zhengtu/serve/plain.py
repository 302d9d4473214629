"""Plain HTML where the site has no page of its own: what is known of a thing, the vocabulary, queries and answers, errors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from zhengtu import graphs, sparql
from zhengtu.explain import explain
from zhengtu.messages import either, language
from zhengtu.query import Query, Table
from zhengtu.query.table import printed
from zhengtu.store import QueryStore

_MOST = 500  # facts, sentences, references or rows on a page; the data has them all


_PARTS = ("Partition", "#subset", "#vocabulary")
_KINDS = {  # of the parts of a dataset
    "graphs": ("命名图与语句数", "Named graphs and their statements"),
    "classes": ("类与实例数", "Classes and their instances"),
    "properties": ("属性与语句数", "Properties and their statements"),
    "inputs": ("构建的输入与 SHA-256", "What it was built from, with SHA-256"),
}


def page(store: QueryStore, iri: str, base: str) -> bytes:
    """What is said of a thing, the sentences that say so, and what points to it."""
    told = explain(store, iri)
    names = (fact.value for fact in told.facts if fact.property.endswith(("prefLabel", "#label", "/title")))
    title = next(names, iri.removeprefix(base))
    return _html("thing.html", base, title=title, told=told, address=local(iri, base), most=_MOST)


def dataset(store: QueryStore, iri: str, base: str) -> bytes:
    """The description of the dataset: what it is, in the reader's language, how large its parts are, what it was made of."""
    told = explain(store, iri).facts
    facts = [fact for fact in told if not fact.property.endswith(_PARTS) and _is_read(fact.statement[2])]
    title = next((fact.value for fact in facts if fact.property.endswith("/title")), iri)
    rows = [tuple(map(printed, row)) for row in store.select(sparql.text(__file__, "dataset.rq"))]
    tables = [(either(*names), [row[1:] for row in rows if row[0] == kind]) for kind, names in _KINDS.items()]
    return _html("dataset.html", base, title=title, iri=iri, facts=facts, tables=tables)


def _is_read(value: object) -> bool:
    """Whether a value is in no language or in the reader's."""
    return getattr(value, "language", None) in (None, language())


def vocabulary(store: QueryStore, iri: str, base: str) -> bytes:  # noqa: ARG001 (as the others are asked)
    """The terms of the vocabulary, each at its own anchor."""
    rows = store.select(sparql.text(__file__, "vocabulary.rq"))
    terms = [tuple(map(printed, row)) for row in rows]
    own = [(iri.removeprefix(graphs.ZT), *rest) for iri, *rest in terms if iri.startswith(graphs.ZT)]
    return _html("vocabulary.html", base, title="zt", terms=own)


def queries(known: Iterable[Query]) -> bytes:
    """The query library, each query with its address."""
    return _html("queries.html", graphs.BASE, title=either("问题库", "Query library"), known=list(known))


def query(asked: Query, given: Mapping[str, str], answer: Table | None, suffixes: Iterable[str], base: str) -> bytes:
    """A query with a form for its parameters, and its answer once those it needs are ``given``; links to the other formats."""
    values = {p.name: given.get(p.name, p.default or "") for p in asked.parameters} | dict(given)
    encoded = f"?{urlencode(given)}" if given else ""
    links = {suffix: f"/api/queries/{asked.name}.{suffix}{encoded}" for suffix in suffixes}
    shown = None if answer is None else _rows(answer.columns, answer.rows, len(answer))
    title = asked.summary.get(language())
    return _html("query.html", base, title=title, asked=asked, values=values, links=links, shown=shown)


def solutions(text: str, columns: Sequence[str], rows: Iterable[Iterable[Any]], base: str) -> bytes:
    """The first rows of the answer to a SPARQL query, below the query itself; no more of them are worked out."""
    return _html("sparql.html", base, title="SPARQL", text=text, shown=_rows(columns, rows))


def problem(status: int, line: str) -> bytes:
    """An error."""
    return _html("problem.html", graphs.BASE, title=str(status), line=line)


def form() -> bytes:
    """Where a query can be typed in."""
    return _html("sparql.html", graphs.BASE, title="SPARQL", text="", shown=None)


def local(iri: str, base: str) -> str:
    """Where a link to the thing leads: its address here, the IRI itself where it is another's, nowhere if no http(s)."""
    if iri.startswith(base):
        return "/" + iri.removeprefix(base)
    return iri if iri.startswith(("http://", "https://")) else ""


def _rows(columns: Sequence[str], rows: Iterable[Iterable[Any]], count: int | None = None) -> dict[str, Any]:
    """The first rows, and a line that says how many there are in all, if that is known."""
    first = [[_cell(cell) for cell in row] for row in islice(rows, _MOST + 1)]
    told = either(f"{len(first)} 行", "1 row" if len(first) == 1 else f"{len(first)} rows")
    if len(first) > _MOST:
        zh, en = (f"共 {count} 行", f"of {count}") if count else ("还有更多", "there are more")
        told = either(f"前 {_MOST} 行，{zh}", f"the first {_MOST} rows, {en}")
    return {"columns": columns, "rows": first[:_MOST], "told": told}


def _cell(cell: Any) -> tuple[str, str]:
    """What is read in a cell and where it leads; a triple within a triple (RDF 1.2) is read as it is written."""
    text = "" if cell is None else str(getattr(cell, "value", cell))
    return text, (text if text.startswith(("http://", "https://")) else "")


def _html(name: str, base: str, **values: Any) -> bytes:
    def link(iri: str) -> str:
        return local(iri, base)

    return _template(name).render(lang=language(), link=link, **values).encode("utf-8")


@cache
def _template(name: str) -> Template:
    loader = PackageLoader("zhengtu.serve")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True).get_template(name)
