"""Chinese numerals and dates (GB/T 15835-2011)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.numerals import find_date, number

DIGITS = "零一二三四五六七八九"


def spelled(value: int) -> str:
    """1…9999 as Chinese writes it: 十, 十一, 一百零五, 一千零一十."""
    if value < 10:
        return DIGITS[value]
    if value < 20:
        return "十" + (DIGITS[value - 10] if value > 10 else "")
    for size, unit in ((1000, "千"), (100, "百"), (10, "十")):
        if value >= size:
            rest = value % size
            if not rest:
                return DIGITS[value // size] + unit
            gap = "零" if rest < size // 10 else ""
            below = ("一" if 10 <= rest < 20 else "") + spelled(rest)
            return DIGITS[value // size] + unit + gap + below
    raise AssertionError


@given(st.integers(1, 9999))
def test_every_number_reads_back(value: int) -> None:
    assert number(spelled(value)) == value
    assert number(str(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二〇二二", 2022),
        ("二○二三", 2023),
        ("一九九八", 1998),
        ("两", 2),
        ("十", 10),
        ("三十三", 33),
        ("一百零五", 105),
        ("0", 0),
        ("007", 7),
    ],
)
def test_written_forms(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "A", "3.5", "十五五规划", "-3", "二、", "²", "٣", "½"])
def test_what_is_no_whole_number(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022年2月15日", date(2022, 2, 15)),
        ("二〇二三年五月六日", date(2023, 5, 6)),
        ("二○二三年十二月三十一日", date(2023, 12, 31)),
        ("2022-03-05 08:21:41", date(2022, 3, 5)),
        ("2021.5.21", date(2021, 5, 21)),
        ("2021/05/21", date(2021, 5, 21)),
        ("2024 年 12 月 30 日", date(2024, 12, 30)),
        ("2024年2月29日", date(2024, 2, 29)),
        ("定于2023年2月30日，后改2023年3月1日", date(2023, 3, 1)),
    ],
)
def test_dates(text: str, day: date) -> None:
    found = find_date(text)
    assert found is not None
    assert found[0] == day


@pytest.mark.parametrize(
    "text", ["", "5月19日", "2025年", "2023年13月1日", "2023年2月29日", "12345678", "1.4万公里", "2017年―2020年"]
)
def test_what_is_no_full_date(text: str) -> None:
    assert find_date(text) is None


def test_the_range_is_that_of_the_date() -> None:
    text = "定于2023年3月1日召开，2023年4月1日闭幕。"
    found = find_date(text)
    assert found is not None
    assert text[found[1] : found[2]] == "2023年3月1日"
    later = find_date(text, found[2])
    assert later is not None
    assert later[0] == date(2023, 4, 1)
