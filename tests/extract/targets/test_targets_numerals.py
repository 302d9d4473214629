"""Numerals and units as printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.targets import numerals
from loaders.extract.targets.scan import quantities
from loaders.extract.targets.units import base_of


@pytest.mark.parametrize(
    ("printed", "value", "scale"),
    [
        ("三", "3", ""),
        ("十五万", "15", "万"),
        ("一百二十", "120", ""),
        ("两", "2", ""),
        ("半", "0.5", ""),
        ("二点五", "2.5", ""),
        ("千亿", "1000", "亿"),
        ("万亿", "1", "万亿"),
        ("三点五万亿", "3.5", "万亿"),
    ],
)
def test_chinese_numerals(printed, value, scale):
    assert numerals.chinese(printed) == (Decimal(value), scale)


@pytest.mark.parametrize("printed", ["", "点五", "半半", "一" * 40])
def test_what_is_no_numeral(printed):
    assert numerals.chinese(printed) is None


@pytest.mark.parametrize(
    ("under", "top", "value", "unit"),
    [
        ("百", "五", "5", "%"),
        ("千", "三", "3", "‰"),
        ("三", "二", "0.6667", ""),
        ("四", "一", "0.25", ""),
        ("百", "五点五", "5.5", "%"),
    ],
)
def test_fractions(under, top, value, unit):
    assert numerals.fraction(under, top) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.4万公里", "1.4", "万公里"),
        ("1,200万标箱", "1200", "万标箱"),
        ("3. 5万亿元", "5", "万亿元"),
        ("达3. 5万亿元", "3.5", "万亿元"),
        ("30微克/立方米", "30", "微克/立方米"),
        ("10余家", "10", "家"),
        ("十五万人", "15", "万人"),
        ("10/10万", "10", "/10万"),
        ("翻两番", "4", "倍"),
    ],
)
def test_units_keep_their_scale(text, value, unit):
    last = list(quantities(text))[-1]
    assert (last.value, last.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(("unit", "base"), [("万公里", "公里"), ("亿元", "元"), ("个", "个"), ("万千瓦", "千瓦"), ("亿", "亿")])
def test_base_units(unit, base):
    assert base_of(unit) == base


@given(st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False))
def test_arabic_numerals_read_back(number):
    assert numerals.arabic(f"{number:,}") == number
