"""The cells of a table by rows, its head apart."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its range and text, its row and column."""

    begin: int
    end: int
    text: str
    row: int
    column: int


Row = dict[int, Cell]


def rows_of(cells: list[Cell]) -> tuple[Row, list[Row]]:
    """The head row and the rows below it, each a cell by column; both empty for no cells."""
    rows: dict[int, Row] = {}
    for cell in cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    below = [rows[r] for r in sorted(rows)]
    return (below[0], below[1:]) if below else ({}, [])
