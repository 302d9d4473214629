"""Stage 1, *read*: bytes → decoded text."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from loaders.errors import LoadError
from loaders.model import Source
from loaders.read.decode import decode

MAX_BYTES = 32 * 1024 * 1024
"""Upper bound of a source file: a plan is some 100 KB; beyond this it is no text to read but a dump."""

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".docx": DOCX,
    ".xlsx": XLSX,
    ".pdf": "application/pdf",
}

_PASTED = re.compile(r"</p>|<br\s*/?>|</div>|</td>", re.IGNORECASE)
_FEWEST, _LOOK = 3, 65536


def read(path: Path) -> Source:
    """Read and decode the file at ``path``.

    Raises `LoadError` for a missing or unreadable file, an unknown extension, an empty or binary file, one over
    `MAX_BYTES`, or one in no encoding we know (UTF-8, UTF-16, GB18030, Big5).
    """
    media_type = MEDIA_TYPES.get(path.suffix.lower())
    if media_type is None:
        known = " ".join(sorted(MEDIA_TYPES))
        raise LoadError(path, f"不认识的扩展名 “{path.suffix}”，可读的是 {known}")
    try:
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            raise LoadError(path, f"文件过大：{path.stat().st_size >> 20} MB，上限 {MAX_BYTES >> 20} MB")
        data = path.read_bytes()
    except OSError as error:
        raise LoadError(path, f"无法读取：{error.strerror or error}") from error
    return read_bytes(data, path, media_type)


def read_bytes(data: bytes, path: Path, media_type: str) -> Source:
    """Decode ``data`` as the file ``path`` of ``media_type``; raises `LoadError` as `read` does."""
    if not data.strip():
        raise LoadError(path, "文件是空的")
    if media_type == DOCX:
        from loaders.read.docx import docx_text

        text, encoding = docx_text(data, path), "docx"
    elif media_type == XLSX:
        from loaders.read.xlsx import xlsx_text

        text, encoding = xlsx_text(data, path), "xlsx"
    elif media_type == "application/pdf":
        from loaders.read.pdf import pdf_text

        text, encoding = pdf_text(data, path), "pdf"
    else:
        text, encoding = decode(data, path)
    if not text.strip():
        raise LoadError(path, "文件里没有文字")
    if media_type == "text/plain" and len(_PASTED.findall(text[:_LOOK])) >= _FEWEST:
        media_type = "text/html"  # the source of a page, saved as text
    return Source(path.stem, path.name, text, media_type, encoding, hashlib.sha256(data).hexdigest())
