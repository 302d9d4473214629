"""Heads and numbers of pages in a text drawn from PDF."""

from __future__ import annotations

from tests.loaders.helpers import lines

TEXT = """甘青合作备忘录
甘肃省人民政府　青海省人民政府
共建河湟合作备忘录
1 总体目标
到2027年，装机达到700万千瓦。
第 1 页 共 3 页
甘青合作备忘录
2 合作重点
共同保护湟水。
第 2 页 共 3 页
甘青合作备忘录
3 工作机制
每年召开1次会议。
"""


def test_the_head_of_every_page_is_off() -> None:
    found = lines(TEXT)
    assert not any("甘青合作备忘录" in line or "共 3 页" in line for line in found)
    assert "共建河湟合作备忘录" in found


def test_a_line_that_stands_beside_one_page_number_stays() -> None:
    assert "合作重点" in lines("目标\n做大产业。\n第 1 页\n合作重点\n做强产业。\n")
