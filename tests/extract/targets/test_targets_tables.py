"""Tables of indicators, and deadlines of division tables."""

from decimal import Decimal

import pytest

from loaders.extract.targets.deadlines import Deadlines
from loaders.extract.targets.events import kind_of
from loaders.extract.targets.grid import Cell
from loaders.extract.targets.headings import title_year
from loaders.extract.targets.layout import Layout, Section
from loaders.extract.targets.tables import table_figures


def table(*rows):
    """Cells laid out one after the other, as the clean text has them."""
    cells, at = [], 0
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text is not None:
                cells.append(Cell(at, at + len(text), text, r, c))
                at += len(text) + 1
    return cells


def rows(cells, year=2022):
    """What a reader of the table would list."""
    found = table_figures(cells, lambda y: kind_of(y, year))
    return [(f.indicator, f.comparator, str(f.value), f.unit, f.year, f.kind) for f in found]


def test_unit_column_year_columns_and_attribute():
    cells = table(
        ["类别", "指标", "单位", "2020年", "2025年目标", "属性"],
        ["发展", "常住人口城镇化率", "%", "60.2", "≥67", "预期性"],
        [None, "铁路总里程", "万公里", "1.1", "1.4左右", "预期性"],
    )
    assert rows(cells) == [
        ("常住人口城镇化率", "=", "60.2", "%", 2020, "baseline"),
        ("常住人口城镇化率", "≥", "67", "%", 2025, "target"),
        ("铁路总里程", "=", "1.1", "万公里", 2020, "baseline"),
        ("铁路总里程", "≈", "1.4", "万公里", 2025, "target"),
    ]


def test_unit_in_the_name_and_growth_column():
    cells = table(
        ["序号", "指标名称", "2020年", "2025年", "年均/累计"],
        ["1", "1.地区生产总值（亿元）", "4000", "5600", "7%以上"],
        ["2", "单位地区生产总值能耗降低（%）", "—", "—", "[13.5]"],
    )
    assert rows(cells) == [
        ("地区生产总值", "=", "4000", "亿元", 2020, "baseline"),
        ("地区生产总值", "=", "5600", "亿元", 2025, "target"),
        ("地区生产总值年均增长", "≥", "7", "%", None, "target"),
        ("单位地区生产总值能耗降低", "=", "13.5", "%", None, "target"),
    ]


def test_other_tables_are_left_alone():
    assert rows(table(["序号", "工作任务", "责任单位", "完成时限"], ["1", "建设3个园区", "市发改委", "2025年"])) == []
    assert rows([]) == []


def test_spans_run_from_the_name_to_the_value():
    cells = table(["指标", "单位", "2025年目标"], ["绿地率", "%", "40"])
    (figure,) = table_figures(cells, lambda year: kind_of(year, 2022))
    assert (figure.begin, figure.end) == (cells[3].begin, cells[5].end)
    assert figure.value == Decimal(40)


def test_a_deadline_dates_its_row_and_a_merged_one_the_rows_below():
    cells = table(
        ["序号", "任务", "责任单位", "启动时间", "完成时限"],
        ["1", "新增车位100个", "甲局", "2024年3月", "2025年9月底"],
        ["2", "新增泊位20个", "乙局", "2024年4月", None],
        ["3", "持续做好服务", "丙局", "—", "持续推进"],
    )
    due = Deadlines([cells], Layout(""))
    assert [due.at(cells[i].begin) for i in (6, 11, 15)] == [2025, 2025, None]
    assert due.at(10**6) is None


def test_a_deadline_line_dates_the_figures_of_its_item():
    text = "1.新增车位100个。\n完成时限：2025年12月底\n2.新增泊位20个。\n完成时限：全年推进"
    cut = text.index("2.")
    due = Deadlines([], Layout(text, (Section(0, cut, "车位"), Section(cut, len(text), "泊位"))))
    assert due.at(text.index("100")) == 2025
    assert due.at(text.index("20个")) is None


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("某县2023年乡村建设工作要点", 2023),
        ("2024年度重点任务清单", 2024),
        ("某省发展规划（2024—2030年）", None),
        ("某市三年行动方案", None),
        ("关于2023年和2024年工作的意见", None),
    ],
)
def test_the_year_of_a_title(title, year):
    assert title_year(title) == year


def test_tables_of_tasks_are_no_tables_of_indicators():
    head = ["序号", "重点任务", "主要内容", "牵头单位", "完成时间"]
    assert rows(table(head, ["1", "扩容场站", "堆存能力提高到8000标箱", "甲公司", "2023年6月"])) == []
