"""Marks that open a heading (GB/T 9704-2012 §7.3.3)."""

from __future__ import annotations

import pytest

from loaders.outline.marks import RANKS, mark_of


@pytest.mark.parametrize(
    ("line", "kind", "value", "printed"),
    [
        ("一、总体要求", "cn", 1, "一"),
        ("二十三、附则", "cn", 23, "二十三"),
        ("（一）建设水库", "cnp", 1, "（一）"),
        ("(三十三)健全协同机制", "cnp", 33, "(三十三)"),
        ("（ 二 ）建设水库", "cnp", 2, "（ 二 ）"),
        ("1.铁路", "ar", 1, "1"),
        ("12．公路", "ar", 12, "12"),
        ("3、航道", "ar", 3, "3"),
        ("1 .促进要素自由流动", "ar", 1, "1"),
        ("（1）明确对象", "arp", 1, "（1）"),
        ("(12)完善清单", "arp", 12, "(12)"),
        ("①铁路", "circle", 1, "①"),
        ("第一章　总则", "章", 1, "第一章"),
        ("Ⅲ 保障机制", "roman", 3, "Ⅲ"),
        ("Ⅰ、总体要求", "roman", 1, "Ⅰ"),
        ("第二节 监督管理", "节", 2, "第二节"),
        ("第三编 物权", "编", 3, "第三编"),
        ("第十一条　违反本条例规定的", "article", 11, "第十一条"),
        ("第105条 附则", "article", 105, "第105条"),
    ],
)
def test_marks(line: str, kind: str, value: int, printed: str) -> None:
    mark = mark_of(line)
    assert mark is not None
    assert (mark.rank, mark.value, mark.printed) == (RANKS[kind], value, printed)
    assert line[mark.length :][0] not in "、.．）) 　"


@pytest.mark.parametrize("line", [".公路。实施改造", "．持续优化营商环境"])
def test_a_point_alone_is_a_number_lost(line: str) -> None:
    mark = mark_of(line)
    assert mark is not None
    assert mark.lost


@pytest.mark.parametrize(
    "line",
    [
        "一方面，要加强领导",
        "十四五时期",
        "1.5万亿元以上",
        "3.2 万公里",
        "2025年建成",
        "（以下简称三省）",
        "（责任单位：省水利厅）",
        "第一是加强领导",
        "第一产业增加值",
        "——优势互补，区域协同",
        "5G基站",
        "...",
        ".NET 平台",
        "",
    ],
)
def test_what_is_no_mark(line: str) -> None:
    assert mark_of(line) is None


def test_ranks_fall_as_the_standard_orders_them() -> None:
    order = ["编", "章", "节", "article", "cn", "cnp", "ar", "arp", "circle"]
    assert [RANKS[k] for k in order] == sorted(RANKS[k] for k in order)
