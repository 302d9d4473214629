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


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2019年9月12日，市长在会上介绍情况。今年将改造道路40公里。", [2019]),
        ("记者从2019年前三季度通气会获悉，前三季度财政收入50亿元。", [2019]),
        ("市长作报告，提出2019年总体要求和主要目标。\n力争生产总值增长7%以上。", [2019]),
        ("到2030年12月，公路将达900公里。今年将改造道路40公里。", [2030, None]),
    ],
)
def test_an_undated_report_speaks_in_the_year_its_opening_tells(text, years):
    assert [row[2] for row in rows(text, published=None)] == years


def test_the_months_of_a_statistical_report_hold_for_all_of_it():
    text = (
        "工业平稳，增加值同比增长5%。\n前三季度生产总值800亿元，同比增长6%。\n"
        "水泥增长2%，钢材同比下降1%。\n从主要行业看，建材业增长3%，同比较快。"
    )
    got = rows(text, published=date(2023, 10, 25))
    assert {(row[2], row[4]) for row in got} == {(2023, "baseline")}
    assert [row[1] for row in got] == ["5", "800", "6", "2", "1", "3"]


def test_the_plan_of_a_year_is_still_to_come():
    got = rows("安排财政资金90亿元，供应用地3万亩。", title="某省下达2024年发展计划", published=date(2024, 3, 1))
    assert [(row[2], row[4]) for row in got] == [(2024, "target")] * 2


def test_a_title_that_tells_a_figure_sets_no_year_for_the_rest():
    title = "某省2030年铁路将达9000公里"
    got = rows("“十五五”期间，拟新建铁路300公里。", title=title, published=date(2026, 5, 1))
    assert [row[2] for row in got] == [None]


def test_a_review_is_dated_by_the_sentence_that_opens_it():
    text = "2021年，是全县极不平凡的一年。\n财政收入完成30亿元，首次突破20亿元大关。\n回顾这一年，新增企业500家。"
    assert [(row[1], row[2]) for row in rows(text, published=date(2022, 1, 9))] == [("30", 2021), ("20", 2021), ("500", 2021)]


@pytest.mark.parametrize(
    ("title", "lead", "row"),
    [
        ("2015年各项目标任务全面完成", "", (2015, "baseline")),
        ("2015年各项目标任务全面完成", "据统计，", (2015, "baseline")),
        ("2017年目标任务确定", "", (None, "target")),
    ],
)
def test_the_title_of_a_report_on_what_was_reached_dates_its_figures(title, lead, row):
    found = rows(f"{lead}全县地区生产总值增长12.6%。", title=title)
    assert [(year, kind) for _, _, year, _, kind in found] == [row]


def test_the_headline_has_the_year_that_the_report_gives_below():
    text = "全省铁路里程将突破6000公里\n今年，全省铁路里程将突破6000公里。"
    assert [row[2] for row in rows(text, title="全省铁路里程将突破6000公里")] == [2016, 2016]


def test_a_text_says_of_its_year_what_this_year_is():
    assert rows("今年（2018年）发展面临机遇。预期生产总值增长5%。", published=None)[0][2] == 2018
    assert rows("去年（2017年）成绩不小，今年预期生产总值增长5%。", published=None)[0][2] == 2018


def test_a_month_gone_by_reports():
    assert rows("其中，9月份新开工项目34个。")[0][2:] == (2016, "", "baseline")


def test_striving_up_to_a_year_looks_ahead_whatever_else_the_sentence_says():
    text = "力争到2020年，全省农业企业由8万户增加到12万户以上。"
    assert [row[-1] for row in rows(text)] == ["baseline", "target"]


def test_the_year_reviewed_is_the_whole_year_of_a_report_in_january():
    text = "通报2015年实事落实情况。截至2015年12月25日，已改造小区60个。\n厕所提升。全年改建公厕198座，超额完成150座的年度目标任务。"
    got = [(row[1], row[2], row[4]) for row in rows(text, published=date(2016, 1, 12))]
    assert got[-2:] == [("198", 2015, "baseline"), ("150", 2015, "target")]


def test_a_report_goes_on_telling_what_it_told_last():
    text = "民生实事项目已完成投资9亿元。\n一是方便出行。调整公交线路12条。\n二是改善环境。建成公厕30座。"
    assert {row[4] for row in rows(text)} == {"baseline"}


def test_a_limit_in_a_review_sets_no_target():
    text = "去年，全县就业形势稳定。城镇新增就业3000人，登记失业率控制在4%以内。"
    assert {row[4] for row in rows(text)} == {"baseline"}


def test_a_line_of_its_own_heads_the_list_below():
    text = "全市重大工程发布\n去年重大工程成绩单\n■ 建成道路20公里\n■ 新增泊位9个\n今年重大工程安排\n■ 将建成道路30公里"
    assert [(row[1], row[2], row[4]) for row in rows(text)] == [
        ("20", 2015, "baseline"),
        ("9", 2015, "baseline"),
        ("30", 2016, "target"),
    ]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2021年是“十四五”开局之年。今年全县新增就业2000人。", 2021),
        ("2014年全省完成投资600亿元。2015年，全省将新增公路900公里。", 2015),
        ("2012年全国投资4000亿元。今年完成水库加固500座。", 2012),
    ],
)
def test_a_text_without_a_date_tells_its_year(text, year):
    got = {row[1]: row[2] for row in rows(text, published=None)}
    assert got[{2021: "2000", 2015: "900", 2012: "500"}[year]] == year


def test_the_place_of_a_paragraph_goes_on_to_what_names_none():
    text = "全县新建公路30公里。加固水库5座，其中黄石市2座。植树8万株。"
    assert [(row[1], row[3]) for row in rows(text)] == [("30", "全县"), ("5", "全县"), ("2", "黄石市"), ("8", "全县")]
