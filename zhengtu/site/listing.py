"""Lists of any length: narrowed, sorted, and cut into pages that do not grow with the corpus.

A server narrows and sorts by what the address asks (``?lead=…&sort=2&page=3``).  A site of files has every page as a file
(``tasks-2.html``) and, where there are several, their rows once more as scripts (``data/rows/zh/tasks-2.js``), which a browser
fetches when somebody narrows or sorts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic, TypeVar

from anyascii import anyascii

from zhengtu.site import paging
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.page import Page
from zhengtu.site.paging import Cut, Row, numbered
from zhengtu.site.script import rows_script

FILTERED = 20_000
"""Rows that a browser is asked to fetch in order to narrow them: some 15 MB; longer lists are narrowed by a server."""
_NUMBERED = re.compile(r"(?P<stem>.+?)-(?P<page>[1-9]\d*)\.(?:html|js)")
_ROWS = re.compile(r"data/rows/(?P<lang>zh|en)/(?P<file>.+)")
_DIGITS = re.compile(r"(\d+)")
T = TypeVar("T")


@dataclass(frozen=True)
class Listing(Generic[T]):
    """All rows in their own order, and the names of the choices."""

    rows: Sequence[Row[T]]
    choices: Sequence[str] = ()

    @cached_property
    def options(self) -> dict[str, list[tuple[str, int]]]:
        """The values of each choice with the rows that have them, the most frequent first."""
        found: dict[str, list[tuple[str, int]]] = {}
        for name in self.choices:
            counts = Counter(value for row in self.rows for value in dict.fromkeys(row.values.get(name, ())) if value)
            found[name] = sorted(counts.items(), key=lambda one: (-one[1], natural(one[0])))[: paging.MOST]
        return found

    def cut(self, asked: Mapping[str, str]) -> Cut[T]:
        """The page asked for: ``words``, a value for each choice, ``sort`` (a column from 1, ``-1`` downwards), ``page``."""
        wanted = {name: asked[name] for name in (*self.choices, "words", "sort") if asked.get(name)}
        rows = [row for row in self.rows if self._fits(row, wanted)]
        column = wanted.get("sort", "").removeprefix("-")
        if column.isdecimal() and self.rows and 0 < int(column) <= len(self.rows[0].keys):
            rows.sort(key=lambda row: natural(row.keys[int(column) - 1]), reverse=wanted["sort"].startswith("-"))
        pages = max(1, -(-len(rows) // paging.MOST))
        page = min(max(int(asked["page"]), 1), pages) if asked.get("page", "").isdecimal() else 1
        shown = rows[(page - 1) * paging.MOST : page * paging.MOST]
        return Cut([row.content for row in shown], shown, page, pages, len(rows), len(self.rows), wanted, self.options)

    def _fits(self, row: Row[T], wanted: Mapping[str, str]) -> bool:
        if any(wanted[name] not in row.values.get(name, ()) for name in self.choices if name in wanted):
            return False
        words = wanted.get("words", "").lower().split()
        packed = "".join(row.words.lower().split()) if words else ""
        return all(word in packed for word in words)


def natural(text: str) -> tuple[tuple[bool, int, str], ...]:
    """Order as people have it: numbers by size, Chinese by its letters."""
    pieces = _DIGITS.split(text)
    return tuple(
        (not piece.isdecimal(), int(piece) if piece.isdecimal() else 0, anyascii(piece).lower()) for piece in pieces if piece
    )


def paths(site: Knowledge, index: str, count: Callable[[], int]) -> Iterable[str]:
    """The pages of a list whose first page is ``index``, and the scripts with its rows; of a server only the first."""
    yield index
    if site.endpoint:
        return
    number = count()
    pages = -(-number // paging.MOST)
    yield from (numbered(index, page) for page in range(2, pages + 1))
    if pages > 1 and number <= FILTERED:
        stem = index.removesuffix(".html")
        yield from (f"data/rows/{lang}/{stem}-{page}.js" for lang in ("zh", "en") for page in range(1, pages + 1))


def is_of(index: str, path: str) -> bool:
    """Whether the path is one of those of the list."""
    rows = _ROWS.fullmatch(path)
    found = _NUMBERED.fullmatch(rows["file"] if rows else path)
    return path == index or bool(found and f"{found['stem']}.html" == index)


def render(
    page: Page,
    index: str,
    template: str,
    make: Callable[[Page], Listing[T]],
    complete: Callable[[Page, Sequence[T]], None] | None = None,
    **content: object,
) -> str:
    """One of ``paths``: ``templates/{template}.html``, which sees ``cut``, or the rows alone (``rows/{template}.html``).

    ``complete`` adds to the contents shown what nothing is narrowed or sorted by.
    """
    site, rows = page.site, _ROWS.fullmatch(page.path)
    found = _NUMBERED.fullmatch(rows["file"] if rows else page.path)
    asked = {**page.asked, "page": found["page"]} if found else page.asked
    if rows:
        page = replace(page, path=index, lang="en" if rows["lang"] == "en" else "zh", asked={})
    listing = site.kept_as((index, page.lang), lambda: make(page))
    cut = listing.cut(asked)
    if complete:
        complete(page, cut.contents)
    if rows:
        return rows_script(page.html(f"rows/{template}", cut=cut, **content))
    shards = cut.pages if not site.endpoint and cut.pages > 1 and cut.total <= FILTERED else 0
    return page.html(template, cut=cut, index=index, shards=shards, **content)
