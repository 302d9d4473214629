"""Print a table: for reading, or in the standard formats of SPARQL results."""

from __future__ import annotations

from collections.abc import Callable

from zhengtu.query.errors import UnknownFormat
from zhengtu.query.render.plain import plain
from zhengtu.query.render.resultset import turtle
from zhengtu.query.render.standard import csv, json, tsv, xml
from zhengtu.query.table import Table

_RENDERERS: dict[str, Callable[[Table], str]] = {"csv": csv, "tsv": tsv, "json": json, "xml": xml, "turtle": turtle}
FORMATS = ("table", *_RENDERERS)


def render(table: Table, form: str = "table", width: int | None = None) -> str:
    """The table as text in one of ``FORMATS``; ``width`` folds a ``table`` to so many terminal columns.

    Raises ``UnknownFormat``.
    """
    if form == "table":
        return plain(table, width)
    if form not in _RENDERERS:
        raise UnknownFormat(form, FORMATS)
    return _RENDERERS[form](table)
