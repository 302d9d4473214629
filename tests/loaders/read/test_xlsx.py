"""XLSX: a list of tasks kept as a workbook reads as the same table would in a text."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from loaders.errors import LoadError
from loaders.model import Source
from loaders.pipeline import stages
from loaders.read import XLSX, read_bytes
from loaders.read import xlsx as reader
from tests.loaders.helpers import shares


def as_source(book: Workbook) -> Source:
    stream = BytesIO()
    book.save(stream)
    return read_bytes(stream.getvalue(), Path("任务清单.xlsx"), XLSX)


def sheet(book: Workbook) -> Worksheet:
    """The workbook's first sheet."""
    page = book.active
    assert isinstance(page, Worksheet)
    return page


@pytest.fixture
def tasks() -> Workbook:
    """A title across the sheet, a header, two tasks of one section, a note at the foot; a hidden second sheet."""
    book = Workbook()
    page = sheet(book)
    page["A1"] = "某省水网建设重点任务清单"
    page.merge_cells("A1:E1")
    page.append(["部分", "序号", "重点任务", "牵头单位", "配合单位"])
    page.append(["水源工程", 1, "开展水库除险加固。", "省水利厅", "省财政厅、\n省应急管理厅"])
    page.append([None, 2, "建设数字孪生流域。", "省水利厅", "省科技厅"])
    page.merge_cells("A3:A4")
    page["A5"] = "注：本清单自印发之日起施行。"
    hidden = book.create_sheet("草稿")
    hidden["A1"] = "删去的任务"
    hidden.sheet_state = "hidden"
    return book


def test_a_reader_sees_title_table_and_note(tasks: Workbook) -> None:
    lines = [line for line in as_source(tasks).text.split("\n") if line]
    assert lines == [
        "某省水网建设重点任务清单",
        "部分\t序号\t重点任务\t牵头单位\t配合单位",
        "水源工程\t1\t开展水库除险加固。\t省水利厅\t省财政厅、 省应急管理厅",
        "水源工程\t2\t建设数字孪生流域。\t省水利厅\t省科技厅",
        "注：本清单自印发之日起施行。",
    ]


def test_the_table_gives_its_clauses(tasks: Workbook) -> None:
    assert [shares(clause) for clause in stages(as_source(tasks)).facts.clauses] == [
        ["省水利厅 牵头", "省财政厅 参加", "省应急管理厅 参加"],
        ["省水利厅 牵头", "省科技厅 参加"],
    ]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (0.65, "0%", "65%"),
        (0.6525, "0.00%", "65.25%"),
        (1200, "#,##0", "1200"),
        (3.5, "General", "3.5"),
        (0.1 + 0.2, "General", "0.3"),
        (date(2025, 12, 31), 'yyyy"年"m"月"d"日"', "2025年12月31日"),
        (date(2025, 12, 1), 'yyyy"年"m"月"', "2025年12月"),
        (date(2025, 1, 1), 'yyyy"年"', "2025年"),
        (True, "General", "是"),
        ("=1+1", "General", ""),
    ],
)
def test_a_cell_reads_as_it_is_shown(value: object, form: str, shown: str) -> None:
    book = Workbook()
    page = sheet(book)
    page.append(["指标", "目标值", "备注"])
    page.append(["普及率", value, "约束性"])
    page["B2"].number_format = form
    assert as_source(book).text.strip().split("\n")[-1].split("\t") == ["普及率", shown, "约束性"]


def test_a_sheet_without_table_is_paragraphs() -> None:
    book = Workbook()
    for text in ("关于建设水网的通知", "各市人民政府：", "请遵照执行。"):
        sheet(book).append([text])
    assert [line for line in as_source(book).text.split("\n") if line] == [
        "关于建设水网的通知",
        "各市人民政府：",
        "请遵照执行。",
    ]


def test_sheets_follow_one_another() -> None:
    book = Workbook()
    sheet(book)["A1"] = "附件一"
    book.create_sheet("二")["A1"] = "附件二"
    assert as_source(book).text.split() == ["附件一", "附件二"]


def test_an_empty_workbook_is_refused() -> None:
    with pytest.raises(LoadError, match="没有文字"):
        as_source(Workbook())


def test_a_cell_far_away_is_refused_not_filled_up_to() -> None:
    book = Workbook()
    sheet(book)["XFD1048576"] = "远"
    with pytest.raises(LoadError, match="过大"):
        as_source(book)


def test_what_unpacks_to_much_more_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_UNPACKED", 1 << 20)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * (2 << 20))
    with pytest.raises(LoadError, match="展开后过大"):
        read_bytes(stream.getvalue(), Path("大.xlsx"), XLSX)


@pytest.mark.parametrize("data", [b"not a zip", b"PK\x05\x06" + bytes(18)], ids=["no zip", "empty zip"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(LoadError, match="XLSX"):
        read_bytes(data, Path("假.xlsx"), XLSX)


def test_a_document_under_the_name_of_a_workbook_is_refused() -> None:
    from docx import Document

    stream = BytesIO()
    Document().save(stream)
    with pytest.raises(LoadError, match="XLSX"):
        read_bytes(stream.getvalue(), Path("其实是文档.xlsx"), XLSX)
