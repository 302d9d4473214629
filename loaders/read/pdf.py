"""PDF: the text layer, page by page."""

from __future__ import annotations

import io
from pathlib import Path

from loaders.errors import LoadError


def pdf_text(data: bytes, path: Path) -> str:
    """The text layer of the PDF in ``data``, pages parted by a form feed; raises `LoadError` if there is none."""
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    except (PyPdfError, ValueError, KeyError, TypeError, OSError) as error:
        raise LoadError(path, f"不是可读的 PDF 文件（{error}）") from error
    text = "\f\n".join(pages)
    if not text.strip():
        raise LoadError(path, "PDF 里没有文字层（是扫描件？）")
    return text
