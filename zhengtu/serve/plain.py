"""Plain HTML where the site has no page of its own: what is known of a thing, the vocabulary, a table, an error."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from zhengtu import graphs, sparql
from zhengtu.explain import explain
from zhengtu.messages import language
from zhengtu.query import Table
from zhengtu.query.table import printed
from zhengtu.store import QueryStore
from zhengtu.store.protocol import Cell

_MOST = 500  # facts, sentences, references or rows on a page; the data has them all


def page(store: QueryStore, iri: str, base: str) -> bytes:
    """What is said of a thing, the sentences that say so, and what points to it."""
    told = explain(store, iri)
    names = (fact.value for fact in told.facts if fact.property.endswith(("prefLabel", "#label", "/title")))
    title = next(names, iri.removeprefix(base))
    return _html("thing.html", base, title=title, told=told, address=local(iri, base), most=_MOST)


def vocabulary(store: QueryStore, base: str) -> bytes:
    """The terms of the vocabulary, each at its own anchor."""
    rows = store.select(sparql.text(__file__, "vocabulary.rq"))
    terms = [tuple(map(printed, row)) for row in rows]
    own = [(iri.removeprefix(graphs.ZT), *rest) for iri, *rest in terms if iri.startswith(graphs.ZT)]
    return _html("vocabulary.html", base, title="zt", terms=own)


def table(answer: Table, title: str, base: str) -> bytes:
    """An answer of the library as a table."""
    rows = [[_cell(cell) for cell in row] for row in answer.rows[:_MOST]]
    return _html("table.html", base, title=title, columns=answer.columns, rows=rows, count=len(answer))


def problem(status: int, line: str) -> bytes:
    """An error."""
    return _html("problem.html", graphs.BASE, title=str(status), line=line)


def form() -> bytes:
    """Where a query can be typed in."""
    return _html("sparql.html", graphs.BASE, title="SPARQL")


def local(iri: str, base: str) -> str:
    """Where a link to the thing leads: its address here, the IRI itself where it is another's, nowhere if no http(s)."""
    if iri.startswith(base):
        return "/" + iri.removeprefix(base)
    return iri if iri.startswith(("http://", "https://")) else ""


def _cell(cell: Cell) -> tuple[str, str]:
    text = printed(cell)
    return text, (text if text.startswith(("http://", "https://")) else "")


def _html(name: str, base: str, **values: Any) -> bytes:
    def link(iri: str) -> str:
        return local(iri, base)

    return _template(name).render(lang=language(), link=link, **values).encode("utf-8")


@cache
def _template(name: str) -> Template:
    loader = PackageLoader("zhengtu.serve")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True).get_template(name)
