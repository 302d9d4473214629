"""Tables of indicators as they are pasted into text: drawn, one cell a line, parted by single blanks."""

from __future__ import annotations

from loaders.clean import clean
from loaders.model import Source
from tests.growth import grows_with_length


def cells(text: str) -> list[list[str]]:
    cleaned = clean(Source("t", "t.txt", text, "text/plain", "utf-8", "0" * 64))
    rows: dict[tuple[int, int], list[str]] = {}
    for block in cleaned.blocks:
        if block.kind == "cell":
            rows.setdefault((block.table, block.row), []).append(cleaned.text[block.begin : block.end])
    return list(rows.values())


def paragraphs(text: str) -> list[str]:
    cleaned = clean(Source("t", "t.txt", text, "text/plain", "utf-8", "0" * 64))
    return [cleaned.text[b.begin : b.end] for b in cleaned.blocks if b.kind == "p"]


DRAWN = """规划指标

┌──┬─────┬──┬───┬───┐
│序号│指标名称 │单位│2015年│2020年│
├──┼─────┼──┼───┼───┤
│1 │河湖水面 │ % │ 7.2 │ ≥7.5│
│  │率    │  │   │   │
├──┼─────┼──┼───┼───┤
│2 │灌溉水系数│ - │ 0.51│ 0.55│
└──┴─────┴──┴───┴───┘
以上指标由市水利局监测。
"""


def test_a_drawn_table_has_a_row_between_two_rules():
    assert cells(DRAWN) == [
        ["序号", "指标名称", "单位", "2015年", "2020年"],
        ["1", "河湖水面率", "%", "7.2", "≥7.5"],
        ["2", "灌溉水系数", "-", "0.51", "0.55"],
    ]
    assert paragraphs(DRAWN)[-1] == "以上指标由市水利局监测。"


def test_without_rules_each_line_is_a_row():
    text = "┌───┬──┬───┐\n│指标│单位│2020年│\n├───┼──┼───┤\n│粮食产量│万吨│ 35│\n│蔬菜产量│万吨│120│\n└───┴──┴───┘\n"
    assert cells(text)[1:] == [["粮食产量", "万吨", "35"], ["蔬菜产量", "万吨", "120"]]


def test_single_blanks_part_the_cells_of_a_line():
    text = "二、主要指标\n指标 单位 2020年 2025年 属性\n人均预期寿命 岁 78.1 79.5 预期性\n单位GDP能耗降低 % - 〔14〕 约束性\n各部门要抓好落实。\n"
    assert cells(text) == [
        ["指标", "单位", "2020年", "2025年", "属性"],
        ["人均预期寿命", "岁", "78.1", "79.5", "预期性"],
        ["单位GDP能耗降低", "%", "-", "〔14〕", "约束性"],
    ]
    assert paragraphs(text)[-1] == "各部门要抓好落实。"


def test_a_cell_a_line_with_groups_between_the_rows():
    text = "\n".join(
        "指标名称 单位 目标值 属性 水环境 1 水质优良比例 % ≥92 约束性 2 管网普查 - 完成 预期性 大气 3 优良天数 天 310 预期性".split()
    )
    assert ["水质优良比例", "%", "≥92", "约束性"] in cells(text)
    assert ["优良天数", "天", "310", "预期性"] in cells(text)
    assert ["管网普查"] in cells(text), "nothing of the table is lost"


def test_lines_that_only_speak_of_indicators_are_no_table():
    text = "指标\n要求\n本市建立指标体系，按年评估。\n"
    assert cells(text) == []


def test_no_text_takes_more_than_its_length():
    def cost(text: str) -> object:
        return clean(Source("t", "t.txt", text, "text/plain", "utf-8", "0" * 64))

    for piece in ("│", "┌─┐\n", "指标 2020年\n", "指标\n2020年\n"):
        assert grows_with_length(cost, piece, 60_000), piece


def test_beside_names_the_column_of_indicators_holds_the_values():
    text = "建设指标\n序号 名称 单位 指标 说明\n经济发展\n1 农民年人均纯收入 元/人 ≥4500 约束性\n2 单位GDP能耗 吨标煤/万元 ≤0.9 约束性\n"
    assert ["农民年人均纯收入", "元/人", "≥4500", "约束性"] in cells(text)


def test_columns_of_those_among_whom_the_figures_are_divided():
    lines = ["序号", "指标名称", "单位", "全市", "甲县", "乙区"]
    rows = [["1", "粮食产量", "万吨", "9.5", "5以上", "4.5左右"], ["2", "财政收入", "增幅（%）", "7左右", "7", "8"]]
    text = "\n\n".join([*lines, *rows[0], *rows[1]])
    assert cells(text)[0] == lines
    assert [row for row in cells(text)[1:] if len(row) > 1] == [rows[0][1:], rows[1][1:]]
    assert cells("\n".join(["名称", "单位", "甲县", "乙区"])) == []
