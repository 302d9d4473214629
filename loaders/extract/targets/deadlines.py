"""The year by which an item must be done: a cell or a line 完成时限."""

from __future__ import annotations

import re
from bisect import bisect_left

from loaders.extract.targets.grid import Cell
from loaders.extract.targets.layout import Layout, Ranges

_DATE = re.compile(r"(?:到|至)?(20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底前|年底前|年底|底|末|前|之前|以前|上半年|下半年)?")
_LINE = re.compile(r"(?:完成|办结|推进)?(?:时限|期限|时间节点|时间要求|完成时间)[:：][^\n。；;]{0,12}?(20\d\d)年")
_HEAD_YEAR = re.compile(r"(20\d\d)年")
_MONTH = re.compile(r"\d{1,2}月(?:\d{1,2}日)?(?:底|末)?前?|全年|年内|年底前?|上半年|第?[一二三四]季度末?前?")
"""A date whose year stands in the head of its column: 时限（2023年）, 4月底."""
_OWNED = re.compile(r"[（(]([^（）()\n]{2,160})[）)]")
_DUTY = re.compile("负责|牵头|落实|配合")
_DUE = re.compile(r"(20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?[底末]?(?:之|以)?前")
"""The date that a clause of responsibility holds: （民政部负责，2023年6月底前完成）."""
_LIMIT = re.compile("[:：](?<=限.|求.|间.|点.)")
NEAR = 600
"""A 完成时限 line is looked for so many characters after a figure, within its item."""


def deadlines(cells: list[Cell]) -> list[tuple[Cell, int]]:
    """Each cell of a table with the year by which its row must be done: its last cell that is a date and nothing else.

    A merged date cell holds for the rows below that have none in its column.
    """
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    headed = {c.column: int(m[1]) for c in rows[min(rows)] if (m := _HEAD_YEAR.search(c.text))} if rows else {}
    held: tuple[int, int] | None = None
    dated: list[tuple[Cell, int]] = []
    for _, row in sorted(rows.items()):
        own = [(c.column, int(m[1])) for c in row if (m := _DATE.fullmatch(c.text.strip())) is not None]
        own += [(c.column, headed[c.column]) for c in row if c.column in headed and _MONTH.fullmatch(c.text.strip())]
        if held is not None and any(c.column >= held[0] for c in row):
            held = None
        merged = held if held is not None and len(row) > 1 else None
        last = max([*own, merged] if merged else own, default=None)
        if last is not None:
            dated.extend((cell, last[1]) for cell in row)
            held = last
    return dated


class Deadlines:
    """Asked for the deadline of the row or item that holds an offset."""

    def __init__(self, tables: list[list[Cell]], layout: Layout) -> None:
        """Index the dated cells of all ``tables`` and the deadline lines of the text that ``layout`` divides."""
        dated = sorted((pair for cells in tables for pair in deadlines(cells)), key=lambda p: p[0].begin)
        self._ranges = Ranges((cell.begin, cell.end) for cell, _ in dated)
        self._years = {(cell.begin, cell.end): year for cell, year in dated}
        text = layout.text
        self._lines = [(m.start(), int(m[1])) for m in _LINE.finditer(text)] if _LIMIT.search(text) else []
        self._duties = _dated_duties(text)
        self._layout = layout

    def at(self, offset: int) -> int | None:
        """The year for ``offset``, if it lies in a dated row or in an item with a deadline line."""
        span = self._ranges.at(offset)
        if span is not None:
            return self._years[span]
        i = bisect_left(self._duties, (offset, 0))
        if i < len(self._duties) and self._duties[i][0] < self._layout.paragraph(offset)[1]:
            return self._duties[i][1] or None
        i = bisect_left(self._lines, (offset, 0))
        if i == len(self._lines) or self._lines[i][0] - offset > NEAR:
            return None
        around = self._layout.around(offset)
        return self._lines[i][1] if not around or self._lines[i][0] < around[0].end else None


def _dated_duties(text: str) -> list[tuple[int, int]]:
    """Where each clause of responsibility in brackets begins and the year it sets (0: none); empty where none sets one."""
    clauses = [(m.start(), _DUE.search(m[1])) for m in _OWNED.finditer(text) if _DUTY.search(m[1])]
    return [(at, int(due[1]) if due else 0) for at, due in clauses] if any(due for _, due in clauses) else []
