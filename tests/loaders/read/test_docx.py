"""DOCX: paragraphs and tables in reading order."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Docx

from loaders.clean import clean
from loaders.errors import LoadError
from loaders.model import CleanText, Source
from loaders.pipeline import stages
from loaders.read import DOCX, read_bytes
from tests.loaders.helpers import shares


def as_source(document: Docx) -> Source:
    stream = BytesIO()
    document.save(stream)
    return read_bytes(stream.getvalue(), Path("分工.docx"), DOCX)


@pytest.fixture
def division() -> Docx:
    """Heading, paragraph, a table whose first column spans two rows, closing line."""
    document = Document()
    document.add_heading("某省推进水网建设重点任务分工", level=1)
    document.add_paragraph("某政办发〔2024〕5号")
    document.add_paragraph("一、建设任务")
    table = document.add_table(rows=3, cols=3)
    for cell, text in zip(table.rows[0].cells, ("序号", "工作任务", "责任单位"), strict=True):
        cell.text = text
    table.cell(1, 1).text = "开展水库除险加固。"
    table.cell(1, 2).text = "省水利厅、\n省财政厅"
    table.cell(2, 1).text = "建设数字孪生流域。"
    table.cell(2, 2).text = "省水利厅"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "1"
    document.add_paragraph("各有关单位要抓好落实。")
    return document


def test_paragraphs_and_tables_come_in_reading_order(division: Docx) -> None:
    text = as_source(division).text
    places = [text.index(word) for word in ("水网建设", "5号", "一、建设任务", "序号", "除险加固", "数字孪生", "抓好落实")]
    assert places == sorted(places)


def test_a_paragraph_is_a_line(division: Docx) -> None:
    assert "某省推进水网建设重点任务分工\n某政办发〔2024〕5号\n一、建设任务\n" in as_source(division).text


def cells(text: CleanText) -> dict[tuple[int, int], str]:
    return {(b.row, b.column): text.text[b.begin : b.end] for b in text.blocks if b.kind == "cell"}


def test_cells_keep_row_and_column(division: Docx) -> None:
    found = cells(clean(as_source(division)))
    assert (found[0, 1], found[0, 2]) == ("工作任务", "责任单位")
    assert (found[1, 1], found[2, 1]) == ("开展水库除险加固。", "建设数字孪生流域。")
    assert found[2, 2] == "省水利厅"


def test_a_line_break_inside_a_cell_does_not_end_the_row(division: Docx) -> None:
    assert "".join(cells(clean(as_source(division)))[1, 2].split()) == "省水利厅、省财政厅"


def test_a_merged_cell_belongs_to_each_row_it_spans(division: Docx) -> None:
    found = cells(clean(as_source(division)))
    assert (found[1, 0], found[2, 0]) == ("1", "1")


def test_the_table_gives_its_clauses(division: Docx) -> None:
    done = stages(as_source(division))
    assert [shares(c) for c in done.facts.clauses] == [["省水利厅 负责", "省财政厅 负责"], ["省水利厅 负责"]]


def test_a_soft_line_break_is_a_line_break() -> None:
    document = Document()
    document.add_paragraph("第一行\n第二行")
    assert as_source(document).text.split("\n")[:2] == ["第一行", "第二行"]


def test_a_docx_without_words_is_refused() -> None:
    with pytest.raises(LoadError, match="没有文字"):
        as_source(Document())
