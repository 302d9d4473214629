"""White space that Chinese does not write."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import cleaned, lines

NBSP, WIDE, ZERO = "\u00a0", "\u3000", "\u200b"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("年均增长 10%以上。", "年均增长10%以上。"),
        ("十四个五年规划和 2035 年远景目标纲要", "十四个五年规划和2035年远景目标纲要"),
        ("建设 5G 基站", "建设5G基站"),
        (f"达到{NBSP}1.4{NBSP}万公里", "达到1.4万公里"),
        ("落实《规划》 ，完善机制", "落实《规划》，完善机制"),
        (f"建设{ZERO}水网", "建设水网"),
        ("Belt and Road Initiative", "Belt and Road Initiative"),
        ("GB/T 9704 标准", "GB/T 9704标准"),
        ("便捷 创新 开放 共享", "便捷 创新 开放 共享"),
        (f"财政部{WIDE}水利部", f"财政部{WIDE}水利部"),
    ],
)
def test_a_clean_text(printed: str, read: str) -> None:
    assert lines(f"{printed}\n") == [read]


def test_white_space_around_a_line_goes() -> None:
    assert lines(f"{WIDE}{WIDE}一、总体要求{NBSP}\n \t\n\ufeff二、任务\r\n") == ["一、总体要求", "二、任务"]


@pytest.mark.parametrize(
    ("piece", "read"),
    [("中小微 企业", "中小微企业"), ("段4. 5 米水深", "段4.5米水深"), ("16 号", "16号"), ("1 .促进", "1.促进")],
)
def test_in_a_shared_copy_a_blank_between_characters_is_a_lost_line_end(piece: str, read: str) -> None:
    pages = f"1、本方案已经印发。加强河道整\n2、治。提升{piece}能力，建设一批水\n3、库。完善灌区设施，推进节水改\n4、造。健全管护机制。\n"
    assert read in cleaned(pages).text
