"""专栏: numbers inside a box are no items of the plan."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import staged


def numbers(*lines: str) -> list[str]:
    text = "\n".join(["黔东南州旅游发展规划", "", *lines, ""])
    return [part.printed + part.title for part in staged(text).outline.parts]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            ("第一章 总则", "第一节 目标", "专栏1  重点项目", "1．肇兴侗寨提升工程。", "2．镇远古城保护工程。", "第二节 布局"),
            ["第一章总则", "第一节目标", "第二节布局"],
        ),
        (
            (
                "一、重点任务",
                "1.发展旅游。",
                "2.保护村寨。",
                "专栏2 村寨保护",
                "（1）修缮鼓楼。",
                "（2）整治河道。",
                "3.培育主体。",
            ),
            ["一重点任务", "1发展旅游", "2保护村寨", "3培育主体"],
        ),
        (
            (
                "一、重点任务",
                "1.发展旅游。",
                "2.保护村寨。",
                "3.培育主体。",
                "专栏一：项目",
                "1.建设驿站。",
                "2.建设步道。",
                "二、保障",
            ),
            ["一重点任务", "1发展旅游", "2保护村寨", "3培育主体", "二保障"],
        ),
        (
            ("一、重点任务", "1.发展旅游。", "专栏一：项目", "1.建设驿站。", "2.保护村寨。"),
            ["一重点任务", "1发展旅游", "2保护村寨"],
        ),
    ],
)
def test_a_box_goes_on_while_its_numbers_do(lines: tuple[str, ...], wanted: list[str]) -> None:
    assert numbers(*lines) == wanted
