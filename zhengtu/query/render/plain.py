"""A table for reading: columns aligned by the width characters have on a terminal (a Chinese character has two)."""

from __future__ import annotations

from io import StringIO

from pyoxigraph import Literal, NamedNode
from rich import box
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from zhengtu.graphs import BASE
from zhengtu.query.table import Table, printed
from zhengtu.store.protocol import Cell

_UNBOUNDED = 1_000_000
_NUMERIC = ("integer", "decimal", "double", "float")
_SHORT = {  # longest first: a term's namespace lies inside the base
    "https://w3id.org/zhengtu/ns#": "zt:",
    "http://www.w3.org/2004/02/skos/core#": "skos:",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://www.opengis.net/ont/geosparql#": "geo:",
    BASE: "",
}


def plain(table: Table, width: int | None = None) -> str:
    """Aligned text, one line a row; with ``width`` long cells are folded to fit. Our own IRIs are shortened."""
    grid = RichTable(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for k, name in enumerate(table.columns):
        numeric = any(_is_number(row[k]) for row in table.rows)
        grid.add_column(name, justify="right" if numeric else "left", overflow="fold", no_wrap=width is None)
    for row in table.rows:
        grid.add_row(*(Text(_short(cell)) for cell in row))
    out = StringIO()
    Console(file=out, width=width or _UNBOUNDED, color_system=None, legacy_windows=False).print(grid)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, Literal) and cell.datatype.value.rpartition("#")[2] in _NUMERIC


def _short(cell: Cell) -> str:
    text = printed(cell)
    if isinstance(cell, NamedNode):
        for long, short in _SHORT.items():
            if text.startswith(long):
                return short + text.removeprefix(long)
    return " ".join(text.split())
