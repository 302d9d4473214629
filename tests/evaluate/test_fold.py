from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengtu.evaluate.fold import fold, number, ordinal, quantity, short_place, unmarked


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("鄂政办发〔2022〕16号", "鄂政办发(2022) 16号"),
        ("长江中游城市群省会城市合作行动计划(2017年―2020年)", "长江中游城市群省会城市合作行动计划（2017年——2020年）"),
        ("“四兄弟”", "「四兄弟」"),
        ("财政部　住房城乡建设部", "财政部\n住房城乡建设部"),
        ("实施〈道路交通安全法〉办法", "实施《道路交通安全法》办法"),
        ("公路,铁路;航道", "公路，铁路；航道"),
        ("１０％", "10%"),
        ("國務院辦公廳關於發展產業的通知", "国务院办公厅关于发展产业的通知"),
    ],
)
def test_printed_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("发展", "开展"), ("A、B", "A，B"), ("第3条", "第三条"), ("P2", "p2")])
def test_not_the_same(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_numbers():
    assert number("1.40") == number("1.4") == Decimal("1.4")
    assert number("３,０００") == 3000
    assert number("首位") is None
    assert number("NaN") is None


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("1.4", "万公里", ("14000", "千米")),
        ("14000", "千米", ("14000", "千米")),
        ("3.5", "万亿元", ("3500000000000", "元")),
        ("35000", "亿元", ("3500000000000", "元")),
        ("1000", "亿", ("100000000000", "")),
        ("500", "万标箱", ("5000000", "标箱")),
        ("67", "％", ("67", "%")),
        ("8", "百分点", ("8", "个百分点")),
        ("1", "天", ("1", "日")),
        ("千分之三", "", ("千分之三", "")),
        ("0.10", "", ("0.1", "")),
    ],
)
def test_quantities(value, unit, expected):
    assert quantity(value, unit) == expected


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("（五）", "五"),
        ("(五)", "五"),
        ("一、", "一"),
        ("1．", "1"),
        ("1.", "1"),
        ("第三条", "三"),
        ("第一章", "一"),
        ("5.1", "5.1"),
    ],
)
def test_marks_around_a_number(printed, bare):
    assert unmarked(printed) == bare


@pytest.mark.parametrize(
    ("printed", "digits"),
    [
        ("二", "2"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("（三十三）", "33"),
        ("一百零一", "101"),
        ("5.2", "2"),
        ("", ""),
    ],
)
def test_ordinals(printed, digits):
    assert ordinal(printed) == digits


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("武汉市", "武汉"),
        ("恩施土家族苗族自治州", "恩施"),
        ("广西壮族自治区", "广西"),
        ("新疆维吾尔自治区", "新疆"),
        ("内蒙古自治区", "内蒙古"),
        ("神农架林区", "神农架"),
        ("武汉城市圈", "武汉城市圈"),
        ("长江", "长江"),
        ("沙市", "沙市"),
    ],
)
def test_short_places(full, short):
    assert short_place(full) == short
