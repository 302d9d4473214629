"""PDF: the text layer, page by page."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.errors import LoadError
from loaders.model import Source
from loaders.pipeline import stages
from loaders.read import read_bytes

PAGES = [
    ["关于加强水网建设的实施意见", "某政发〔2024〕5号", "一、总体要求", "坚持节水优先。"],
    ["二、重点任务", "（一）建设水库。", "（二）整治河道。"],
]


FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font"
    b" /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>] >>"
)


def pdf(pages: list[list[str]]) -> bytes:
    """A minimal PDF (ISO 32000-1 §7.5) with a line of text for each string."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(), FONT]
    for i, page in enumerate(pages):
        shown = "".join(f"1 0 0 1 60 {780 - 24 * n} Tm <{t.encode('utf-16-be').hex()}> Tj\n" for n, t in enumerate(page))
        stream = f"BT /F1 14 Tf\n{shown}ET".encode()
        resources = "<< /Font << /F1 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {resources} /Contents {5 + 2 * i} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    size = len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%b%b" % (size, table, end)


def as_source(data: bytes) -> Source:
    return read_bytes(data, Path("意见.pdf"), "application/pdf")


def test_every_line_of_every_page_is_read_in_order() -> None:
    text = as_source(pdf(PAGES)).text
    places = [text.index(line) for page in PAGES for line in page]
    assert places == sorted(places)


def test_the_outline_runs_over_the_page_break() -> None:
    parts = stages(as_source(pdf(PAGES))).outline.parts
    assert [p.title for p in parts] == ["总体要求", "重点任务", "建设水库", "整治河道"]


def test_a_scan_without_text_layer_is_refused() -> None:
    with pytest.raises(LoadError, match="文字层"):
        as_source(pdf([[], []]))


def test_a_broken_pdf_is_refused_in_one_line() -> None:
    with pytest.raises(LoadError, match="PDF") as caught:
        as_source(pdf(PAGES)[:300])
    assert "\n" not in str(caught.value)
