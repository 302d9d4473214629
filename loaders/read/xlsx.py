"""XLSX: the visible sheets of a workbook, a table row a line, cells parted by tabs, what stands around it as paragraphs."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

from loaders.errors import LoadError

_CELLS = 1_000_000
"""Most cells of a sheet's rectangle; a list of tasks has some thousands."""
_UNPACKED = 256 * 1024 * 1024
"""Most bytes the packed parts may come to, so that a small file cannot fill the memory."""


def xlsx_text(data: bytes, path: Path) -> str:
    """The text of the workbook in ``data`` as a reader sees it; raises `LoadError` when it is none or too large."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
        book = load_workbook(io.BytesIO(data), data_only=True) if unpacked <= _UNPACKED else None
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, IndexError, OSError, InvalidFileException) as error:
        raise LoadError(path, "不是有效的 XLSX 文件") from error
    if book is None:
        raise LoadError(path, f"展开后过大，上限 {_UNPACKED >> 20} MB")
    lines: list[str] = []
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            lines += ["", "", *_sheet(sheet, path)]
    return "\n".join(lines).strip("\n") + "\n"


def _sheet(sheet: Any, path: Path) -> list[str]:
    """The lines of one sheet: its rows with a single text at the top and the bottom are paragraphs, those between a table."""
    if sheet.max_row * sheet.max_column > _CELLS:
        raise LoadError(path, f"工作表“{sheet.title}”过大：{sheet.max_row} 行 {sheet.max_column} 列")
    rows = [row for row in _rows(sheet) if any(row)]
    table = [at for at, row in enumerate(rows) if len(_texts(row)) > 1]
    if not table:
        return [*(_texts(row)[0] for row in rows), ""]
    first, last = table[0], table[-1] + 1
    above, below = ([_texts(row)[0] for row in part] for part in (rows[:first], rows[last:]))
    width = max(at + 1 for row in rows[first:last] for at, cell in enumerate(row) if cell)
    return [*above, "", "", *("\t".join(row[:width]) for row in rows[first:last]), "", "", *below]


def _rows(sheet: Any) -> list[list[str]]:
    """Every row's cells as text, a merged cell's in each cell it covers, as `loaders.read.docx` gives them."""
    rows = [[_shown(cell) for cell in row] for row in sheet.iter_rows()]
    for area in sheet.merged_cells.ranges:
        text = rows[area.min_row - 1][area.min_col - 1]
        for at in range(area.min_row - 1, area.max_row):
            rows[at][area.min_col - 1 : area.max_col] = [text] * (area.max_col - area.min_col + 1)
    return rows


def _texts(row: list[str]) -> list[str]:
    """The different texts of a row, in order."""
    return list(dict.fromkeys(filter(None, row)))


def _shown(cell: Any) -> str:
    """What the cell shows: a date in Chinese, as far as its format goes; a percentage with its sign; 3 for 3.0."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, date):
        form = cell.number_format.lower()
        return f"{value.year}年" + (f"{value.month}月" if "m" in form else "") + (f"{value.day}日" if "d" in form else "")
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        percent = "%" in cell.number_format
        return f"{value * 100 if percent else value:.10g}" + "%" * percent
    return " ".join(str(value).split())
