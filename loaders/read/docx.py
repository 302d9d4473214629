"""DOCX: paragraphs and tables in reading order, a table row a line, its cells parted by tabs."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from loaders.errors import LoadError
from loaders.read.numbering import Numbering


def docx_text(data: bytes, path: Path) -> str:
    """The running text of the DOCX in ``data``; raises `LoadError` when it is no DOCX."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    try:
        document = docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, PackageNotFoundError) as error:
        raise LoadError(path, "不是有效的 DOCX 文件") from error
    lines: list[str] = []
    numbers = Numbering(document)
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            lines.extend(["", "", *(_row(row) for row in item.rows), "", ""])
        else:
            lines.append(numbers.prefix(item) + item.text)
    return "\n".join(lines) + "\n"


def _row(row: Any) -> str:
    """One table row: each cell's paragraphs joined, a merged cell's text in each column it spans."""
    return "\t".join(" ".join(" ".join(p.text for p in cell.paragraphs).split()) for cell in row.cells)
