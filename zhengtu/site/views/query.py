"""Query: an editor that asks the graph, and the library with each query's answer stored."""

from __future__ import annotations

from collections.abc import Iterable

from zhengtu.export import export
from zhengtu.query import Table, Text
from zhengtu.query import render as printed_as
from zhengtu.site import static
from zhengtu.site.page import Page
from zhengtu.site.script import script
from zhengtu.site.site import Site
from zhengtu.site.stored import Library
from zhengtu.site.view import Entry

PATH = "query.html"
ENTRY = Entry(PATH, Text("查询", "Query"), 85)
GRAPH, PAGES, QUERIES = "data/graph.trig", "data/pages.js", "data/queries.js"
ROWS = 300
"""Rows of a stored answer on its page; the CSV holds all."""
STATEMENTS = 1_000_000
"""Statements that a browser is asked to load: some 50 MB as TriG; a larger store is asked through ``zhengtu serve``."""
_DOCUMENTS = ("document", "upper_document", "lower_document", "task_document", "document_a", "document_b")


def paths(site: Site) -> Iterable[str]:
    """The editor, a page and a CSV file for each query, and what the editor reads."""
    names = site.kept(Library).queries
    own = (GRAPH, PAGES) if _in_browser(site) else ()
    return (PATH, QUERIES, *own, *(f"query/{name}{end}" for name in names for end in (".html", ".csv")))


def render(site: Site, page: Page) -> str:
    """One of them."""
    stored = site.kept(Library)
    if page.path == GRAPH:
        return b"".join(export(site.store, "trig")).decode("utf-8")
    if page.path == PAGES:
        found = {iri.removeprefix(site.base): site.path_of(iri) for iri in site.pages}
        return script("pages", found)
    if page.path == QUERIES:
        return script("queries", {name: stored.answer(name).text for name in stored.queries})
    if page.path == PATH:
        engine = static.has("static/vendor/engine.js")
        return page.html("query", queries=stored.queries, in_browser=_in_browser(site), engine=engine)
    name = page.path.removeprefix("query/").removesuffix(".html")
    if page.path.endswith(".csv"):
        table = stored.answer(name.removesuffix(".csv")).table
        return printed_as(table, "csv") if table is not None else "\r\n"
    found_rows = stored.answer(name)
    return page.html("query-stored", stored=found_rows, query=found_rows.query, rows=_rows(page, found_rows.table), shown=ROWS)


def _in_browser(site: Site) -> bool:
    """Whether the data are shipped to the browser: no server answers, and they are not too large."""
    return not site.endpoint and site.kept(_size) <= STATEMENTS


def _size(site: Site) -> int:
    return int(next(iter(site.rows("size")))["statements"])


def _rows(page: Page, table: Table | None) -> list[list[tuple[str, str]]]:
    """The first rows as pairs of words and link (empty where there is none)."""
    rows = list(table)[:ROWS] if table is not None else []
    return [[(_short(page, value), _link(page, row, column, value)) for column, value in row.items()] for row in rows]


def _short(page: Page, value: str) -> str:
    """What has a page by its name, which the CSV file has as an IRI."""
    return page.name(value) if page.to_iri(value) else value.removeprefix(page.site.base)


def _link(page: Page, row: dict[str, str], column: str, value: str) -> str:
    """Where a cell leads: an IRI to its page, a document to the reader, an offset to its characters."""
    if column in ("begin", "end") and row.get("document") and row.get("begin"):
        return page.to_characters(row["document"], row["begin"], row["end"])
    if column in _DOCUMENTS and value:
        path = page.site.path_of_document(value)
        return page.to(path) if path else ""
    return page.to_iri(value) if value.startswith(page.site.base) else ""
