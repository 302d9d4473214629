"""RDF terms as Python values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from zhengtu.graphs import BASE, ZT
from zhengtu.store.protocol import Cell

_XSD = "http://www.w3.org/2001/XMLSchema#"


class IRI(str):
    """An IRI; a string in all else."""

    __slots__ = ()

    @property
    def short(self) -> str:
        """As tables show it: ``zt:Task``, ``agency/…``; in full where it is not one of ours."""
        return f"zt:{self.removeprefix(ZT)}" if self.startswith(ZT) else self.removeprefix(BASE)


Value = str | int | float | bool | Decimal | date | datetime | IRI | None

_READERS: dict[str, Callable[[str], Value]] = {
    "integer": int,
    "int": int,
    "long": int,
    "nonNegativeInteger": int,
    "positiveInteger": int,
    "decimal": Decimal,
    "double": float,
    "float": float,
    "boolean": lambda text: text in ("true", "1"),
    "date": date.fromisoformat,
    "dateTime": datetime.fromisoformat,
    "gYear": int,
}


def value(cell: Cell) -> Value:
    """The Python value of a term: numbers, dates and truth values by their XSD datatype, ``IRI``, else text.

    An empty cell is ``None``; a literal that its datatype does not allow (a date without a day) stays text.
    """
    if cell is None:
        return None
    if isinstance(cell, NamedNode):
        return IRI(cell.value)
    if not isinstance(cell, Literal):
        return f"_:{cell.value}"
    kind = cell.datatype.value
    reader = _READERS.get(kind.removeprefix(_XSD)) if kind.startswith(_XSD) else None
    try:
        return reader(cell.value) if reader else cell.value
    except (ValueError, ArithmeticError):
        return cell.value
