"""Tables drawn with blanks: columns that begin at the same place of the line, under a head row of short titles."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.clean.para import Para
from loaders.clean.spacing import is_dense

_GAP = re.compile(r"[ \u3000\u00a0]{2,}")
_TITLE = re.compile(r"序号|任务|事项|内容|措施|举措|单位|部门|时限|时间|目标|指标|项目|名称|责任|进度|备注|类别|领导|数值")
_NOTE = re.compile(r"(?:备?注|说明)\s*[:：]")
FEWEST = 3
"""A head row has so many titles, and two of them are words for what such tables list."""
LONGEST = 14
ADJOIN = 2
"""Characters of a line break; more is a blank line, which ends the table."""


@dataclass(frozen=True, slots=True)
class _Field:
    """A stretch of a line between wide gaps: its range in the paragraph and the column of the page it begins at."""

    begin: int
    end: int
    at: int


@dataclass(slots=True)
class _Table:
    index: int
    columns: tuple[int, ...]
    row: int = 0


def aligned(paras: list[Para]) -> list[Para]:
    """Lines of a table drawn with blanks → cells; other paragraphs as they are.

    A line of one short field that begins where the first column does is a row of one cell (a section); a line that begins
    further right goes on with the cells of the row above.
    """
    out: list[Para] = []
    table: _Table | None = None
    count = 0
    for i, para in enumerate(paras):
        fields = _fields(para)
        if table and not (
            i and paras[i].begins[0] - paras[i - 1].ends[-1] <= ADJOIN + 2 * para.indent and not _NOTE.match(para.text)
        ):
            table = None
        if table is None and _is_head(para, fields):
            table = _Table(count, tuple(f.at for f in fields))
            count += 1
            out.extend(_cells(para, fields, table, list(range(len(fields)))))
        elif table is not None and (columns := _columns(fields, table.columns)):
            if columns[0] == 0 or len(fields) == len(table.columns):
                table.row += 1
            out.extend(_cells(para, fields, table, columns))
        else:
            table = None
            out.append(para)
    return out


def _fields(para: Para) -> list[_Field]:
    """The fields of a line, each with the page column it begins at (a Chinese character takes two)."""
    out = []
    start, at = 0, 2 * para.indent
    if is_dense(para.text):
        return [_Field(0, len(para.text), at)] if para.text else []
    for gap in [*_GAP.finditer(para.text), None]:
        end = gap.start() if gap else len(para.text)
        if end > start:
            out.append(_Field(start, end, at))
        if gap:
            at += _width(para.text[start : gap.end()])
            start = gap.end()
    return out


def _width(text: str) -> int:
    return sum(1 if char < "\u1100" else 2 for char in text)


def _is_head(para: Para, fields: list[_Field]) -> bool:
    titles = [para.text[f.begin : f.end] for f in fields]
    return (
        len(titles) >= FEWEST
        and all(len(t) <= LONGEST and "、" not in t for t in titles)
        and sum(bool(_TITLE.search(t)) for t in titles) > 1
    )


def _columns(fields: list[_Field], heads: tuple[int, ...]) -> list[int]:
    """The column of each field, ascending: its place in a full row, else the nearest head; empty where none fits."""
    if len(fields) == len(heads):
        return list(range(len(heads)))
    out: list[int] = []
    for each in fields:
        free = range(out[-1] + 1 if out else 0, len(heads))
        if not free:
            return []
        out.append(min(free, key=lambda column: abs(heads[column] - each.at)))
    return out


def _cells(para: Para, fields: list[_Field], table: _Table, columns: list[int]) -> list[Para]:
    return [
        replace(para.part(f.begin, f.end).stripped(), kind="cell", table=table.index, row=table.row, column=column)
        for f, column in zip(fields, columns, strict=True)
    ]
