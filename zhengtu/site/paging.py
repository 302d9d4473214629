"""One page of a list, its rows, and the ways from it to the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

MOST = 200
"""Rows on a page, and values offered to choose from."""
T = TypeVar("T")
_NEAR = 2  # pages offered on either side of this one


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """A row: ``values`` by the name of the choice they are offered under, ``keys`` what each column is sorted by."""

    content: T
    words: str
    values: Mapping[str, Sequence[str]]
    keys: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Cut(Generic[T]):
    """Page ``page`` of ``pages``: ``found`` of ``total`` rows are as ``asked``; ``contents`` are those of the ``rows`` here."""

    contents: Sequence[T]
    rows: Sequence[Row[T]]
    page: int
    pages: int
    found: int
    total: int
    asked: Mapping[str, str]
    options: Mapping[str, Sequence[tuple[str, int]]]

    @property
    def first(self) -> int:
        """The place of the first row here among those found, from 1."""
        return self.found - len(self.rows) + 1 if self.page == self.pages else (self.page - 1) * len(self.rows) + 1

    @property
    def near(self) -> list[int]:
        """The pages to offer: the first, the last, those next to this one; 0 where some are left out."""
        wanted = {1, self.pages, *range(max(1, self.page - _NEAR), min(self.pages, self.page + _NEAR) + 1)}
        offered: list[int] = []
        for page in sorted(wanted):
            if offered and page > offered[-1] + 1:
                offered.append(0)
            offered.append(page)
        return offered

    def address(self, **more: str) -> str:
        """The question of an address that asks the same, but for ``more`` (an empty value asks nothing)."""
        asked = {name: value for name, value in {**self.asked, **more}.items() if value}
        return f"?{urlencode(asked)}" if asked else "?"

    def sorts(self, column: int) -> str:
        """The question that sorts by a column: upwards, and downwards where it is so already."""
        return self.address(sort=f"-{column}" if self.asked.get("sort") == str(column) else str(column))

    def sorted(self, column: int) -> str:
        """How the column is sorted, in ARIA's words; empty where it is not."""
        return {str(column): "ascending", f"-{column}": "descending"}.get(self.asked.get("sort", ""), "")


def numbered(index: str, page: int) -> str:
    """The file of a page: ``tasks.html``, ``tasks-2.html``."""
    return index if page == 1 else f"{index.removesuffix('.html')}-{page}.html"
