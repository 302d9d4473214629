"""Query: an editor that asks the graph, and the library with each query's answer stored."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from zhengtu import graphs
from zhengtu.export import export
from zhengtu.query import Table, Text
from zhengtu.query import render as printed_as
from zhengtu.site import static, wording
from zhengtu.site.entry import Entry
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.page import Page
from zhengtu.site.script import script
from zhengtu.site.stored import Library

PATH = "query.html"
ENTRY = Entry(PATH, Text("查询", "Query"), 85)
GRAPH, PAGES, QUERIES = "data/graph.trig", "data/pages.js", "data/queries.js"
ROWS = 300
"""Rows of a stored answer on its page; the CSV holds all."""
STATEMENTS = 1_000_000
"""Statements that a browser is asked to load: some 50 MB as TriG; a larger store is asked through ``zhengtu serve``."""
_CODES = frozenset((
    "basis", "change", "genre", "kind", "lead_basis", "partner_role", "reach", "relation", "role", "type", "verdict", "where",
))  # fmt: skip
_NAMES = frozenset(("label", "label_a", "label_b", "upper_label", "lower_label", "title_a", "title_b", "iri"))
"""Columns with the name of another column's IRI (or its IRI): whoever reads sees the same twice."""
_ASIDE = ("category_code",)
"""Columns for programs, beside the words that they stand for."""
_SEVERAL = ("document_list", "places", "provinces")
_DOCUMENTS = ("document", "upper_document", "lower_document", "task_document", "document_a", "document_b")


class Cell(NamedTuple):
    """What a cell says and where it leads, empty for nowhere."""

    words: str
    link: str


def paths(site: Knowledge) -> Iterable[str]:
    """The editor, a page and a CSV file for each query, and what the editor reads."""
    names = site.kept(Library).queries
    own = (GRAPH, PAGES) if _in_browser(site) else ()
    return (PATH, QUERIES, *own, *(f"query/{name}{end}" for name in names for end in (".html", ".csv")))


def render(site: Knowledge, page: Page) -> str:
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
    answer = stored.answer(name)
    columns, rows = _shown(page, answer.table)
    heads = [(column, wording.column(column).get(page.lang)) for column in columns]
    return page.html("query-stored", stored=answer, query=answer.query, heads=heads, rows=rows, shown=ROWS)


def _in_browser(site: Knowledge) -> bool:
    """Whether the data are shipped to the browser: no server answers, and they are not too large."""
    return not site.endpoint and site.kept(_size) <= STATEMENTS


def _size(site: Knowledge) -> int:
    return int(next(iter(site.rows("size")))["statements"])


def _shown(page: Page, table: Table | None) -> tuple[list[str], list[list[Cell]]]:
    """The names of the columns and the first rows; without columns that repeat, row for row, what an earlier one shows."""
    if not table:
        return [], []
    rows = [[Cell(_words(page, row, *cell), _link(page, row, *cell)) for cell in row.items()] for row in islice(table, ROWS)]
    said = [tuple(cell.words for cell in column) for column in zip(*rows, strict=True)]
    places = {"begin", "end"} <= set(table.columns)
    kept = [
        i
        for i, name in enumerate(table.columns)
        if name not in _ASIDE and not (name in _NAMES and said[i] in said[:i]) and not (places and name == "end")
    ]
    return [table.columns[i] for i in kept], [[row[i] for i in kept] for row in rows]


def _words(page: Page, row: dict[str, str], column: str, value: str) -> str:
    """A value as a reader says it: what has a page by its name, a document by its title, a code by what it means.

    The CSV file has IRIs, stems and codes.
    """
    site = page.site
    if not value:
        return ""
    if column in _DOCUMENTS:
        return page.title(value)
    if column == "begin" and row.get("end"):
        return f"{value}–{row['end']}"
    if column in _SEVERAL:
        return page.t("、", "; ").join(page.title(one) if column == "document_list" else one for one in value.split(";"))
    if column in _CODES:
        term = site.terms.get(graphs.ZT + value) or wording.code(value)
        return page.genre(value) if column == "genre" else term.get(page.lang) if term else value
    if value in site.terms or page.to_iri(value):
        return page.name(value)
    return value.removeprefix(site.base)


def _link(page: Page, row: dict[str, str], column: str, value: str) -> str:
    """Where a cell leads: an IRI to its page, a document to the reader, an offset to its characters."""
    if column in ("begin", "end") and row.get("document") and row.get("begin"):
        return page.to_characters(row["document"], row["begin"], row["end"])
    if column in _DOCUMENTS and value:
        path = page.site.path_of_document(value)
        return page.to(path) if path else ""
    return page.to_iri(value) if value.startswith(page.site.base) else ""
