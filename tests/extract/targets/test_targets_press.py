"""What a report of the press tells: how things are, unless a word looks ahead; years only where the text is dated."""

from datetime import date

import pytest

from loaders.extract.targets import extract_targets
from loaders.model import Identity, Outline, Span
from tests.extract.targets.test_targets_extract import document


def press(title="", published=date(2016, 12, 20)):
    """A report of the press."""
    return Identity("news", title, "", (), -1, "", published, "", "000000", Span(0, 0), Span(0, 0))


def rows(text, **kwargs):
    """Indicator, value as printed, year, scope, kind of each figure of a report."""
    return [
        (f.indicator, f.value_text, f.year, f.scope, f.kind)
        for f in extract_targets(document(text), press(**kwargs), Outline(()))
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("陆域面积约27万平方公里。", "baseline"),
        ("工程总投资71亿元，目前已进入招标阶段。", "baseline"),
        ("工程总投资71亿元，计划明年建成。", "target"),
        ("打通与邻省的13条公路。", "target"),
    ],
)
def test_a_report_tells_how_things_are(text, kind):
    assert {row[-1] for row in rows(text)} == {kind}


def test_this_year_has_no_number_in_an_undated_report():
    assert rows("今年将完成公路投资85亿元。", title="十二五公路规划发布", published=None)[0][2] is None
    assert rows("今年将完成公路投资85亿元。")[0][2] == 2016


def test_a_report_on_a_years_plan_speaks_in_that_year():
    assert rows("力争今年粮食总产突破80亿斤。", title="某市绘制2014年发展蓝图", published=date(2015, 2, 1))[0][2] == 2014


def test_unnumbered_headings_date_what_stands_below():
    text = "2017年工作回顾\n预计实现生产总值2850亿元，增长7.7%。\n2018年工作安排\n生产总值增长8%。"
    got = [(row[1], row[2], row[4]) for row in rows(text, published=date(2018, 1, 17))]
    assert got == [("2850", 2017, "baseline"), ("7.7", 2017, "baseline"), ("8", 2018, "target")]


def test_length_and_cost_are_said_of_the_work_named_before():
    text = "另“一横”是青松公路，西起江口镇，东至白水镇，全长约90公里；同时，改建云台公路，全长30公里。"
    assert [(row[1], row[3]) for row in rows(text)] == [("90", "青松公路"), ("30", "云台公路")]


@pytest.mark.parametrize(
    "text",
    [
        "甲地与陕西、四川、青海、新疆6个省区接壤。",
        "15项交通运输项目包括青松铁路、云台公路。",
        "三市负责人共54人参加会议。",
        "评论：0条",
    ],
)
def test_counts_that_sum_up_or_tell_who_came_are_no_figures(text):
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("开设100个暑期公益托管班。", ("暑期公益托管班", "100")),
        ("将打通连接邻省的13条高速公路。", ("打通高速公路", "13")),
        ("建设10个水、电、路等设施完善的示范村。", ("示范村", "10")),
    ],
)
def test_what_is_counted_stands_behind(text, told):
    assert [row[:2] for row in rows(text)] == [told]
