"""Whose organs an unqualified name means."""

from __future__ import annotations

import pytest

from loaders.registry import jurisdiction_of


@pytest.mark.parametrize(
    ("issuers", "title", "number", "code"),
    [
        (["湖北省人民政府办公厅"], "", "鄂政办发〔2022〕16号", "420000"),
        (["国家发展改革委"], "长江中游城市群发展“十四五”实施方案", "发改规划〔2022〕266号", "000000"),
        (["国务院"], "", "国发〔2019〕3号", "000000"),
        (["武汉市发展和改革委员会"], "", "武发改〔2021〕3号", "420100"),
        (["中共浙江省委", "浙江省人民政府"], "", "", "330000"),
        ([], "关于印发广东省海洋经济发展规划的通知", "粤府办〔2021〕33号", "440000"),
        ([], "深圳市国民经济和社会发展计划", "", "440300"),
        ([], "湖北省“十四五”规划", "", "420000"),
        ([], "嵩县2024年林业工作要点", "", "410325"),
        (["嵩县人民政府办公室"], "", "", "410325"),
        ([], "长江经济带发展规划纲要", "", "000000"),
        ([], "", "", "000000"),
    ],
)
def test_jurisdiction(issuers: list[str], title: str, number: str, code: str) -> None:
    assert jurisdiction_of(issuers, title, number) == code


def test_a_city_group_is_no_city() -> None:
    assert jurisdiction_of([], "武汉城市圈首次达成同城化发展协议", "") == "000000"


def test_the_publisher_comes_last() -> None:
    assert jurisdiction_of([], "城市圈迈上新台阶", "", "湖北日报") == "420000"
    assert jurisdiction_of(["国务院"], "", "", "湖北日报") == "000000"
