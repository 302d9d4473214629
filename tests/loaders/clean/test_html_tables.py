"""Tables: which cell stands where (HTML Living Standard §4.9.12), and which tables are only layout."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import cleaned

Grid = dict[tuple[int, int], str]


def grid(text: str, suffix: str = ".html") -> Grid:
    """The cells by (row, column), paragraphs of one cell joined by a stroke."""
    found: Grid = {}
    clean = cleaned(text, suffix)
    for block in clean.blocks:
        if block.kind == "cell":
            at = (block.row, block.column)
            piece = clean.text[block.begin : block.end]
            found[at] = f"{found[at]}/{piece}" if at in found else piece
    return found


def table(*rows: str) -> str:
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


@pytest.mark.parametrize(
    ("html", "cells"),
    [
        (
            table("<th>任务</th><th>责任单位</th>", "<td>建库</td><td>水利厅</td>"),
            {(0, 0): "任务", (0, 1): "责任单位", (1, 0): "建库", (1, 1): "水利厅"},
        ),
        (
            table("<td rowspan=2>甲</td><td>一</td>", "<td>二</td>"),
            {(0, 0): "甲", (0, 1): "一", (1, 1): "二"},
        ),
        (
            table("<td colspan='2'>章</td><td>末</td>", "<td>一</td><td>二</td><td>三</td>"),
            {(0, 0): "章", (0, 2): "末", (1, 0): "一", (1, 1): "二", (1, 2): "三"},
        ),
        (
            table('<td>一</td><td rowspan="3">中</td><td>二</td>', "<td>三</td><td>四</td>", "<td>五</td><td>六</td>"),
            {(0, 0): "一", (0, 1): "中", (0, 2): "二", (1, 0): "三", (1, 2): "四", (2, 0): "五", (2, 2): "六"},
        ),
        (
            table("<td rowspan=2 colspan=2>大</td><td>一</td>", "<td>二</td>", "<td>三</td><td>四</td><td>五</td>"),
            {(0, 0): "大", (0, 2): "一", (1, 2): "二", (2, 0): "三", (2, 1): "四", (2, 2): "五"},
        ),
        (
            table("<td><p>甲</p><p>乙</p></td><td>丙<br>丁</td>", "<td>戊</td><td>己</td>"),
            {(0, 0): "甲/乙", (0, 1): "丙/丁", (1, 0): "戊", (1, 1): "己"},
        ),
        (
            table("<td>一</td><td></td><td>三</td>", "<td>四</td><td>五</td><td>六</td>"),
            {(0, 0): "一", (0, 2): "三", (1, 0): "四", (1, 1): "五", (1, 2): "六"},
        ),
        (
            "<TABLE><TBODY><TR><TD>一<TD>二<TR><TD>三<TD>四</TABLE>",
            {(0, 0): "一", (0, 1): "二", (1, 0): "三", (1, 1): "四"},
        ),
    ],
    ids=["plain", "rowspan", "colspan", "rowspan in the middle", "both", "paragraphs", "empty cell", "end tags left out"],
)
def test_cells_stand_where_a_browser_puts_them(html: str, cells: Grid) -> None:
    assert grid(html) == cells


def test_a_cell_that_spans_rows_says_so() -> None:
    text = cleaned(table("<td rowspan=2>甲</td><td>一</td>", "<td>二</td>"), ".html")
    assert [b.rows for b in text.blocks] == [2, 1, 1]


@pytest.mark.parametrize(
    "html",
    [
        table("<td><p>一、总体要求</p><p>坚持系统观念。</p></td>"),
        table("<td>一、总体要求</td>", "<td>坚持系统观念。</td>"),
        table(f"<td>导航</td><td><p>一、总体要求</p><p>{'坚持系统观念。' * 200}</p></td>"),
    ],
    ids=["one cell", "one column", "a page in a cell"],
)
def test_a_layout_table_is_no_table(html: str) -> None:
    assert grid(html) == {}
    assert "总体要求" in cleaned(html, ".html").text


def test_a_table_of_data_inside_a_layout_table() -> None:
    inner = table("<td>任务</td><td>单位</td>", "<td>建库</td><td>水利厅</td>")
    html = table(f"<td><p>{'前言很长。' * 300}</p>{inner}<p>后记。</p></td>")
    assert grid(html) == {(0, 0): "任务", (0, 1): "单位", (1, 0): "建库", (1, 1): "水利厅"}
    assert cleaned(html, ".html").text.endswith("后记。")


def test_tables_are_told_apart() -> None:
    one = table("<td>一</td><td>二</td>")
    text = cleaned(f"{one}<p>隔</p>{one}", ".html")
    assert len({b.table for b in text.blocks if b.kind == "cell"}) == 2


def test_markdown_tables() -> None:
    text = "| 任务 | 责任单位 |\n| --- | :-: |\n| 建库 | 水利厅 |\n\n| 另 | 表 |\n|---|---|\n| 甲 | 乙 |\n"
    tables = {b.table for b in cleaned(text, ".md").blocks if b.kind == "cell"}
    assert len(tables) == 2
    assert list(grid(text.partition("\n\n")[0] + "\n", ".md").values()) == ["任务", "责任单位", "建库", "水利厅"]


def test_huge_spans_do_not_blow_up() -> None:
    assert grid(table("<td rowspan=999 colspan=999>甲</td><td>乙</td>", "<td>丙</td>"))[0, 0] == "甲"
