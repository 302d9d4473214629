"""Headings of news: lines the layout marks or that stand alone, kicker and head as one, labels of a series."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import staged

FRONT = '---\ntitle: "两省携手共治跨界河流"\ndate: 2024-05-06\ntags: 某某日报\n---\n'
PROSE = "记者了解到，双方将建立联席会议制度，共同开展巡查，加强信息共享，推动跨界河流水质持续改善。"


def headings(text: str, suffix: str = ".md") -> list[tuple[str, str]]:
    return [(p.path, p.title) for p in staged(text, suffix).outline.parts]


def test_bold_lines_are_headings() -> None:
    text = f"{FRONT}{PROSE}\n\n**携手巡河**\n\n{PROSE}\n\n**共享信息**\n\n{PROSE}\n"
    assert headings(text) == [("1", "携手巡河"), ("2", "共享信息")]


def test_html_headings_and_bold_paragraphs() -> None:
    text = f"<h1>两省携手共治</h1><p>{PROSE}</p><h3>携手巡河</h3><p>{PROSE}</p><p><b>共享信息</b></p><p>{PROSE}</p>"
    assert [title for _, title in headings(text, ".html")][-2:] == ["携手巡河", "共享信息"]


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("基础设施更有新意——", "优化综合交通体系", "基础设施更有新意——优化综合交通体系"),
        ("着力推进互联互通", "建设便捷城市圈", "着力推进互联互通 建设便捷城市圈"),
    ],
)
def test_kicker_and_head_are_one(first: str, second: str, title: str) -> None:
    text = f"{FRONT}{PROSE}\n\n**{first}**\n\n**{second}**\n\n{PROSE}\n"
    assert headings(text) == [("1", title)]


def test_short_lines_that_stand_alone_in_plain_text() -> None:
    text = f"两省携手共治跨界河流\n2024年5月6日 江南日报\n\n{PROSE}\n\n携手巡河\n\n{PROSE}\n\n共享信息\n\n{PROSE}\n"
    assert headings(text, ".txt") == [("1", "携手巡河"), ("2", "共享信息")]


@pytest.mark.parametrize("line", ["图 1 空间格局示意图", "（完）", "他说，要携手。", "记者：张三", "2024年5月6日", "附件"])
def test_what_is_no_heading(line: str) -> None:
    text = f"{FRONT}{PROSE}\n\n携手巡河\n\n{PROSE}\n\n{line}\n\n{PROSE}\n"
    assert headings(text) == [("1", "携手巡河")]


def test_labels_of_a_series_are_parts() -> None:
    labels = ["港口合作示范工程", "临空经济示范工程", "产业园区示范工程"]
    series = "".join(f"{label}:{PROSE}\n\n" for label in labels)
    text = f"两省携手共治跨界河流\n2024年5月6日 江南日报\n\n{PROSE}\n\n三大工程打造示范区\n\n{series}"
    found = headings(text, ".txt")
    assert found[0] == ("1", "三大工程打造示范区")
    assert found[1:] == [(f"1.{n}", label) for n, label in enumerate(labels, 1)]


def test_headings_in_a_report_are_no_tasks() -> None:
    text = f"{FRONT}{PROSE}\n\n**携手巡河**\n\n{PROSE}\n"
    assert not any(p.task for p in staged(text, ".md").outline.parts)


@pytest.mark.parametrize(
    "menu",
    ["layer\n\n快乐分享", "• 水乡之窗\n\n• 江南日报官方微信", "已有 3 人参与\n\n会员评论", "- 相关文章\n\n热网推荐更多>>"],
)
def test_a_line_without_text_below_it_heads_nothing(menu: str) -> None:
    text = f"两省携手共治跨界河流\n2024年5月6日 江南日报\n\n{PROSE}\n\n携手巡河\n\n{PROSE}\n\n{menu}\n"
    assert headings(text, ".txt") == [("1", "携手巡河")]


def test_the_title_of_what_is_printed_is_no_heading() -> None:
    text = f"江南网获悉，某市近日公布规划，全文如下：\n某市水资源保护规划\n{PROSE}\n"
    assert headings(text, ".txt") == []


def test_a_picture_of_a_page_made_text_is_no_part_of_the_line_above() -> None:
    text = f"两省携手共治跨界河流\n![]() |\n{PROSE}\n"
    assert headings(text, ".txt") == []


def test_an_extract_that_opens_with_a_number_has_no_title() -> None:
    found = staged(f"二、重点工作\n{PROSE}\n（一）抓好巡河。{PROSE}\n（二）共享信息。{PROSE}\n", ".txt")
    assert found.identity.title == ""
    assert [(p.path, p.title) for p in found.outline.parts] == [("2", "重点工作"), ("2.1", "抓好巡河"), ("2.2", "共享信息")]


def test_numbers_with_a_name_before_them_are_items_at_the_outermost_level() -> None:
    text = "湖北省水网建设任务清单\n鄂政办发〔2024〕5号\n任务一：建设水库\n责任单位：省水利厅\n任务二：整治河道\n责任单位：省水利厅\n"
    parts = staged(text, ".txt").outline.parts
    assert [(p.level, p.printed, p.title, p.task) for p in parts] == [(1, "一", "建设水库", True), (1, "二", "整治河道", True)]


def test_actions_named_and_numbered_stand_below_the_section_that_announces_them() -> None:
    text = (
        "湖北省水网建设行动方案\n鄂政办发〔2024〕5号\n一、总体要求\n加快建设。\n二、重点行动\n"
        "行动1：供水保障行动。\n（一）建水库。抓紧建设。\n（二）建水厂。抓紧建设。\n行动2：防洪行动。\n（一）筑堤防。抓紧建设。\n三、保障措施\n加强领导。\n"
    )
    parts = staged(text, ".txt").outline.parts
    assert [(p.level, p.path, p.title) for p in parts] == [
        (1, "1", "总体要求"),
        (1, "2", "重点行动"),
        (2, "2.1", "供水保障行动"),
        (3, "2.1.1", "建水库"),
        (3, "2.1.2", "建水厂"),
        (2, "2.2", "防洪行动"),
        (3, "2.2.1", "筑堤防"),
        (1, "3", "保障措施"),
    ]


def test_one_such_line_numbers_nothing() -> None:
    text = "湖北省水网建设行动方案\n鄂政办发〔2024〕5号\n一、总体要求\n任务一 建设水库\n二、保障措施\n加强领导。\n"
    assert [p.title for p in staged(text, ".txt").outline.parts] == ["总体要求", "保障措施"]
