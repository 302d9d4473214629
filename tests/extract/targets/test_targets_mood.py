"""Aspect and modality: the cue nearest to the figure, hints below it, what a review says of its year."""

import pytest

from loaders.extract.targets import mood


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("全县已建成水库", "baseline"),
        ("三年累计完成投资", "baseline"),
        ("占年度投资计划的", "baseline"),
        ("数据显示，规模以上企业", "baseline"),
        ("全省将新增学位", "target"),
        ("计划新建公路", "target"),
        ("本年度计划新开工项目", "target"),
        ("去年已完成甲工程，今年要完成乙工程", "target"),
        ("今年拟建甲桥，已投入", "baseline"),
        ("由现有的", ""),
        ("即将近郊", ""),
        ("目标任务完成率", ""),
        ("年度计划完成率", ""),
    ],
)
def test_the_nearest_sure_cue_tells(words, told):
    assert mood.nearest(words, 0, len(words))[0] == told


@pytest.mark.parametrize(
    ("words", "hint"),
    [("失业率控制在", "target"), ("产值同比增长", "baseline"), ("覆盖率达到", ""), ("安排了", "")],
)
def test_limits_and_changes_are_hints_only(words, hint):
    sure, told, where = mood.nearest(f"{words}9", 0, len(words))
    assert (sure, told, where) == ("", hint, -1)


def test_a_cue_outside_the_stretch_does_not_tell():
    text = "已建成公路。预计长度"
    assert mood.nearest(text, 6, len(text)) == ("", "", -1)


def test_what_follows_the_figure_may_tell_that_it_has_come_about():
    assert mood.behind("5亿元，同比增长6%", 0)
    assert not mood.behind("5亿元，增长6%", 0)


def test_a_review_tells_results():
    text = "2023年经济社会发展取得新进展。"
    assert mood.reviewed(text, 5, len(text))
    assert not mood.reviewed("2023年工作安排如下。", 5, 11)
