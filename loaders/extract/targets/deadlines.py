"""The year that a deadline column (完成时限) gives to the figures of its row."""

from __future__ import annotations

import re

from loaders.extract.targets.layout import Ranges
from loaders.extract.targets.tables import Cell

_HEAD = re.compile("(?:时限|期限|完成时间|时间节点|时间要求|进度|时间安排)$")
_YEAR = re.compile(r"20\d\d(?=年)")


def deadlines(cells: list[Cell]) -> list[tuple[Cell, int]]:
    """Each cell of a table with the year by which its row must be done; a merged deadline holds for the rows below."""
    rows = {cell.row for cell in cells}
    head = [cell for cell in cells if cell.row == min(rows)] if rows else []
    at = next((cell.column for cell in head if _HEAD.search(cell.text.strip())), None)
    if at is None:
        return []
    by_row: dict[int, int] = {}
    for cell in cells:
        if cell.column == at and (years := _YEAR.findall(cell.text)):
            by_row[cell.row] = int(years[-1])
    told = {cell.row for cell in cells if cell.column == at}
    year: int | None = None
    dated: list[tuple[Cell, int]] = []
    for cell in sorted(cells, key=lambda c: (c.row, c.column)):
        year = by_row.get(cell.row) if cell.row in told else year
        if year is not None:
            dated.append((cell, year))
    return dated


class Deadlines:
    """Asked for the deadline of the row that holds an offset."""

    def __init__(self, tables: list[list[Cell]]) -> None:
        """Index the dated cells of all ``tables``."""
        dated = sorted((pair for cells in tables for pair in deadlines(cells)), key=lambda p: p[0].begin)
        self._ranges = Ranges((cell.begin, cell.end) for cell, _ in dated)
        self._years = {(cell.begin, cell.end): year for cell, year in dated}

    def at(self, offset: int) -> int | None:
        """The year for ``offset``, if it lies in a dated row."""
        span = self._ranges.at(offset)
        return self._years[span] if span is not None else None
