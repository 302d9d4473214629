"""The answer to a question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zhengtu.store.protocol import Cell, Row, Rows


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows of RDF terms; an empty cell is ``None``."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, rows: Rows) -> Table:
        """All of a store's answer."""
        return cls(rows.columns, tuple(rows))

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, str]]:
        """Each row as printed values by column; an empty cell is an empty string."""
        for row in self.rows:
            yield dict(zip(self.columns, map(printed, row), strict=True))


def printed(cell: Cell) -> str:
    """What a reader sees of a term: a literal's characters, an IRI in full, nothing for an empty cell."""
    return "" if cell is None else cell.value
