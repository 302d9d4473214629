"""Tables: which row and column a cell stands in, and which tables only lay a page out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from loaders.clean.para import Para

_SPAN = re.compile(r"(rowspan|colspan)\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)
LAYOUT_LENGTH = 1200
"""A cell with more characters than this holds a page, not a datum."""


@dataclass(slots=True)
class _Table:
    index: int
    row: int = -1
    column: int = -1
    taken: set[tuple[int, int]] = field(default_factory=set)
    lengths: dict[tuple[int, int], int] = field(default_factory=dict)
    rows: int = 1

    def open_cell(self, attributes: str) -> None:
        """Put the next cell into the first free column of the row, and reserve what it spans."""
        self.row = max(self.row, 0)
        self.column += 1
        while (self.row, self.column) in self.taken:
            self.column += 1
        spans = {name.lower(): int(size) for name, size in _SPAN.findall(attributes)}
        self.rows = max(1, min(spans.get("rowspan", 1), 200))
        for row in range(self.row, self.row + self.rows):
            for column in range(self.column, self.column + max(1, min(spans.get("colspan", 1), 50))):
                self.taken.add((row, column))


@dataclass(slots=True)
class TableGrid:
    """Follows table tags and gives each paragraph its cell (the HTML table model, §4.9.12)."""

    stack: list[_Table] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    in_cell: list[bool] = field(default_factory=list)

    def tag(self, name: str, attributes: str, closing: bool) -> None:
        """Take note of a table tag; others do nothing."""
        if name == "table":
            if closing:
                if self.stack:
                    self.stack.pop()
                    self.in_cell.pop()
            else:
                self.stack.append(_Table(len(self.tables)))
                self.tables.append(self.stack[-1])
                self.in_cell.append(False)
        elif self.stack and name == "tr" and not closing:
            self.stack[-1].row += 1
            self.stack[-1].column = -1
            self.in_cell[-1] = False
        elif self.stack and name in ("td", "th"):
            self.in_cell[-1] = not closing
            if not closing:
                self.stack[-1].open_cell(attributes)

    def place(self, para: Para) -> None:
        """Mark ``para`` as standing in the cell that is open."""
        if not self.stack or not self.in_cell[-1]:
            return
        table = self.stack[-1]
        para.kind, para.table, para.row, para.column = "cell", table.index, table.row, table.column
        para.rows = table.rows
        key = (table.row, table.column)
        table.lengths[key] = table.lengths.get(key, 0) + len(para.text)

    def settled(self, paras: list[Para]) -> list[Para]:
        """``paras`` with the cells of layout tables (one column, or a page in a cell) made plain paragraphs."""
        layout = {t.index for t in self.tables if _is_layout(t)}
        return [
            replace(p, kind="p", table=-1, row=-1, column=-1) if p.table in layout and p.kind == "cell" else p for p in paras
        ]


def _is_layout(table: _Table) -> bool:
    columns = {column for _, column in table.lengths}
    return len(columns) < 2 or max(table.lengths.values(), default=0) > LAYOUT_LENGTH


SHORT = 50
"""A line longer than this between rows of a table is text, not a section row."""
GAP = 2
"""Characters of a line break; more is a blank line."""


def tabbed(paras: list[Para]) -> list[Para]:
    """Lines of equally many tab-parted cells → cells; a short line between two such rows is a row of one cell.

    A blank line ends a table (the DOCX reader sets one around each).
    """
    paras = _unindented(paras)
    out: list[Para] = []
    table, row, previous = max((p.table for p in paras), default=-1), 0, 0
    for i, para in enumerate(paras):
        count = para.text.count("\t")
        after = paras[i + 1].text.count("\t") if i + 1 < len(paras) else 0
        if not count and previous and after == previous and len(para.text) < SHORT and _adjoin(paras, i):
            out.append(replace(para, kind="cell", table=table, row=row, column=0))
            row += 1
            continue
        if not count or not (after == count or previous == count or _above_section(paras, i, count)):
            previous = 0
            out.append(para)
            continue
        if previous != count or not _follows(paras, i):
            table, row = table + 1, 0
        previous = count
        out.extend(_cells(para, table, row))
        row += 1
    return out


def _unindented(paras: list[Para]) -> list[Para]:
    """Lines that only tabs at their ends indent, unless next to a row of several cells: paragraphs without these tabs."""
    count = [sum(bool(cell.strip()) for cell in p.text.split("\t")) for p in paras]
    rows = [p.kind == "p" and n > 1 for p, n in zip(paras, count, strict=True)]
    near = [any(rows[max(0, i - 1) : i + 2]) for i in range(len(paras))]
    return [
        p if n > 1 or beside or "\t" not in p.text or p.kind != "p" else p.stripped()
        for p, n, beside in zip(paras, count, near, strict=True)
    ]


def _follows(paras: list[Para], i: int) -> bool:
    """Whether line ``i`` stands right below line ``i - 1``."""
    return i > 0 and paras[i].begins[0] - paras[i - 1].ends[-1] <= GAP


def _adjoin(paras: list[Para], i: int) -> bool:
    """Whether line ``i`` stands right between its neighbours."""
    return _follows(paras, i) and i + 1 < len(paras) and _follows(paras, i + 1)


def _above_section(paras: list[Para], i: int, count: int) -> bool:
    """A lone row above a section row of the same table."""
    below = i + 2 < len(paras) and not paras[i + 1].text.count("\t") and paras[i + 2].text.count("\t") == count
    return below and len(paras[i + 1].text) < SHORT and _adjoin(paras, i + 1)


def _cells(para: Para, table: int, row: int) -> list[Para]:
    cells, at = [], 0
    for column, text in enumerate(para.text.split("\t")):
        cell = para.part(at, at + len(text)).stripped()
        if cell.text:
            cells.append(replace(cell, kind="cell", table=table, row=row, column=column))
        at += len(text) + 1
    return cells
