"""A figure on its way from the number to the statement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from loaders.extract.targets.clause import Left
from loaders.extract.targets.scan import Quantity


@dataclass(frozen=True, slots=True)
class Found:
    """An accepted number: its quantity, the sign printed after it, where the whole expression ends, its left context.

    ``indicator`` and ``scope`` are set where the form itself names them (a circle, a rank, a level); ``kind`` likewise.
    """

    quantity: Quantity
    sign: str
    end: int
    left: Left
    indicator: str = ""
    scope: str | None = None
    kind: str = ""
    default: str = "="
    verb: int = -1

    @property
    def stop(self) -> int:
        """Where the left context ends: before the verb of a rank, else before the number."""
        return self.quantity.begin if self.verb < 0 else self.verb


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as read from a plain string; ``begin``/``end`` delimit the words that state it."""

    indicator: str
    comparator: str
    value: Decimal
    value_text: str
    unit: str
    begin: int
    end: int
    year: int | None = None
    scope: str = ""
    kind: str = "target"

    def but(self, **changes: object) -> Figure:
        """The figure with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]
