"""Blocks out of order: found by the grammar of the outline, put back so that sentences close and numbers rise."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import corpus, lines

CLAUSE = "(责任单位:省水利厅、省发改委)"
FIRST = "一、总体要求坚持节水优先，统筹水资源、水环境、水生态治理，共同打造"
SECOND = "长江经济带绿色屏障。二、发展目标到2025年，水网格局基本形成。三、重点任务"
THIRD = "".join(
    f"({n}){title}。推进{what}建设，提高综合保障能力和管理水平。{CLAUSE}"
    for n, title, what in [
        ("一", "建设水库", "引调水工程"),
        ("二", "整治河道", "堤防"),
        ("三", "改造灌区", "高效节水灌溉"),
        ("四", "保护水源", "隔离防护"),
        ("五", "智慧管理", "数字孪生流域"),
    ]
)
IN_ORDER = FIRST + SECOND + THIRD


def paged(stream: str, width: int = 31) -> str:
    """``stream`` as a sharing site shows it: cut into pages, each behind its number."""
    pieces = [stream[i : i + width] for i in range(0, len(stream), width)]
    return "".join(f"{n}、{piece}\n" for n, piece in enumerate(pieces, 1))


def test_a_block_at_the_end_goes_back_to_the_sentence_it_was_cut_from() -> None:
    assert "".join(lines(paged(FIRST + THIRD + SECOND))) == IN_ORDER


def test_a_stream_in_order_stays_in_order() -> None:
    assert "".join(lines(paged(IN_ORDER))) == IN_ORDER


def test_headings_and_items_are_cut_into_lines() -> None:
    found = lines(paged(IN_ORDER))
    for mark in ("二、发展目标", "三、重点任务", "(一)建设水库", "(二)整治河道", "(五)智慧管理"):
        assert any(line.startswith(mark) for line in found), mark


def test_nothing_is_lost_or_doubled() -> None:
    assert sorted("".join(lines(paged(FIRST + THIRD + SECOND)))) == sorted(IN_ORDER)


def test_a_block_that_begins_with_a_first_level_heading() -> None:
    second, third = SECOND.removesuffix("三、重点任务"), "三、重点任务" + THIRD
    assert "".join(lines(paged(FIRST + third + second))) == IN_ORDER


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("以习近平新时代中国特色社会主义思想为指导", "共同打造长江经济带"),
        ("共同打造长江经济带", "发展和中部地区崛起的重要支撑"),
        ("具有国际影响力的重要城市群。", "二、发展目标"),
        ("二、发展目标", "大中小城市和小城镇"),
        ("大中小城市和小城镇", "(四)深化改革全面开放"),
        ("(四)深化改革全面开放", "(六)提升公共服务质量"),
        ("(六)提升公共服务质量", "五、重点工程"),
        ("五、重点工程", "大中型灌区建设改造"),
    ],
)
def test_the_provincial_document_reads_in_order(before: str, after: str) -> None:
    text = corpus("hubei-division-2022-16").text.text
    assert text.index(before) < text.index(after)


def test_the_sentence_cut_in_two_is_one_line_again() -> None:
    """As in the national plan: 打造长江经济带发展和中部地区崛起的重要支撑、全国高质量发展的重要增长极、…"""
    whole = "共同打造长江经济带发展和中部地区崛起的重要支撑、全国高质量发展的重要增长极、具有国际影响力的重要城市群。"
    assert whole in corpus("hubei-division-2022-16").text.text


def test_the_order_of_a_clean_text_is_never_touched() -> None:
    """Written the other way round on purpose: without page marks there is no proof of a copy."""
    text = [f"三、重点任务。推进水网建设。{CLAUSE}", "长江经济带绿色屏障。", "二、发展目标。基本形成。", "一、总体要求。"]
    assert lines("\n".join(text) + "\n") == text
