"""An answer in Python: rows with typed values, data frames, a table in a notebook, and the sentences behind each row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, overload

from zhengtu.api.values import IRI, Value, value
from zhengtu.query import Table, render
from zhengtu.sentences import Sentence

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Evidence = Callable[[Table], Iterator[tuple[Sentence, ...]]]
_SHOWN = 50  # rows of a notebook's table


class Row(Mapping[str, Value]):
    """One row: ``row["year"]`` or ``row.year``; an empty cell is ``None``."""

    def __init__(self, names: Sequence[str], values: Sequence[Value], evidence: Callable[[], tuple[Sentence, ...]]) -> None:
        self._values = dict(zip(names, values, strict=True))
        self._evidence = evidence

    def __getitem__(self, name: str) -> Value:
        return self._values[name]

    def __getattr__(self, name: str) -> Value:
        if not name.startswith("_") and name in self._values:
            return self._values[name]
        raise AttributeError(f"no column {name!r}; columns: {', '.join(self.__dict__.get('_values', ()))}")

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Row({', '.join(f'{name}={cell!r}' for name, cell in self._values.items() if cell is not None)})"

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._values]

    @property
    def evidence(self) -> tuple[Sentence, ...]:
        """The sentences this row rests on; none where it counts over documents.  Raises ``StoreError``."""
        return self._evidence()


class Answer(Sequence[Row]):
    """Rows in the query's order.  ``columns`` names them; ``sparql`` is what was asked; ``table`` holds the RDF terms."""

    def __init__(self, table: Table, sparql: tuple[str, ...], evidence: Evidence) -> None:
        self.table = table
        self.sparql = sparql
        self._evidence = evidence

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self.table.columns

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Answer: ...
    def __getitem__(self, index: int | slice) -> Row | Answer:
        if isinstance(index, slice):
            return Answer(Table(self.columns, self.table.rows[index]), self.sparql, self._evidence)
        one = Table(self.columns, (self.table.rows[index],))
        return Row(self.columns, [value(cell) for cell in one.rows[0]], lambda: next(self._evidence(one)))

    def __len__(self) -> int:
        return len(self.table)

    def __repr__(self) -> str:
        return f"<Answer: {len(self)} rows, columns {', '.join(self.columns)}>"

    def __str__(self) -> str:
        return render(self.table)

    def _repr_html_(self) -> str:
        """A table for notebooks, the first rows of it."""
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(f"<tr>{''.join(map(_cell, row.values()))}</tr>" for row in self[:_SHOWN])
        more = f"<caption>{_SHOWN} / {len(self)}</caption>" if len(self) > _SHOWN else ""
        return f"<table>{more}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    @cached_property
    def evidence(self) -> tuple[tuple[Sentence, ...], ...]:
        """For each row the sentences it rests on.  Raises ``StoreError``."""
        return tuple(self._evidence(self.table))

    def column(self, name: str) -> list[Value]:
        """The values of one column.  Raises ``KeyError`` for one that is not there."""
        if name not in self.columns:
            raise KeyError(name)
        return [row[name] for row in self]

    def to_dicts(self) -> list[dict[str, Value]]:
        """Each row as a dictionary."""
        return [dict(row) for row in self]

    def to_pandas(self) -> pd.DataFrame:
        """A pandas DataFrame: figures as floats, dates as datetime64, empty cells missing.

        Raises ``ImportError`` where pandas (extra ``pandas``) is not installed.
        """
        import pandas as pd

        frame = pd.DataFrame({name: self._plain(name) for name in self.columns})
        for name in self.columns:
            if any(isinstance(cell, date) for cell in frame[name]):
                frame[name] = pd.to_datetime(frame[name])
        return frame

    def to_polars(self) -> pl.DataFrame:
        """A polars DataFrame: figures as floats, IRIs as text, empty cells null.

        Raises ``ImportError`` where polars (extra ``polars``) is not installed.
        """
        import polars as pl

        return pl.DataFrame({name: self._plain(name) for name in self.columns}, infer_schema_length=None)

    def _plain(self, name: str) -> list[Value]:
        """A column for a data frame: one type of value in it, text where there are several."""
        cells = [_framed(cell) for cell in self.column(name)]
        return cells if len({type(cell) for cell in cells if cell is not None}) <= 1 else [_text(cell) for cell in cells]


def _framed(cell: Value) -> Value:
    if isinstance(cell, IRI):
        return str(cell)
    return float(cell) if isinstance(cell, Decimal) else cell


def _text(cell: Value) -> str | None:
    return None if cell is None else str(cell)


def _cell(cell: Value) -> str:
    if isinstance(cell, IRI):
        return f'<td><a href="{escape(cell)}">{escape(cell.short)}</a></td>'
    return f"<td>{'' if cell is None else escape(str(cell))}</td>"
