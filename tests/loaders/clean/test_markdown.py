"""Markdown: front matter to metadata, marks off the text."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import cleaned, lines

FRONT = '---\nlayout: post\ntitle: "发改委：2025年同城化：突破"\ndate: 2022-03-15 11:38:08 +0800\ntags: 澎湃新闻\n---\n'


def test_front_matter_is_metadata_not_text() -> None:
    text = cleaned(f"{FRONT}正文在此。\n", ".md")
    assert text.text == "正文在此。"
    assert text.meta["title"] == "发改委：2025年同城化：突破"
    assert text.meta["date"].startswith("2022-03-15")
    assert text.meta["tags"] == "澎湃新闻"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_front_matter_with_either_line_end(ends: str) -> None:
    text = cleaned(f"{FRONT}正文在此。\n".replace("\n", ends), ".md")
    assert text.text == "正文在此。"
    assert text.meta["title"] == "发改委：2025年同城化：突破"


@pytest.mark.parametrize("title", ["title: 水网方案", "title: '水网方案'", 'title: "水网方案"', "Title:   水网方案  "])
def test_quotes_and_case_of_a_field_do_not_matter(title: str) -> None:
    assert cleaned(f"---\n{title}\n---\n正文。\n", ".md").meta["title"] == "水网方案"


def test_a_rule_in_the_text_is_no_front_matter() -> None:
    assert lines("正文。\n\n---\n\n又一段。\n", ".md") == ["正文。", "又一段。"]


def test_front_matter_that_never_closes_is_text() -> None:
    assert "正文。" in lines("---\ntitle: 方案\n正文。\n", ".md")


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("# 实施方案\n正文。\n", ["实施方案", "正文。"]),
        ("### 一、总体要求\n正文。\n", ["一、总体要求", "正文。"]),
        ("坚持**创新驱动**发展。\n", ["坚持创新驱动发展。"]),
        ("执行`GB/T 2260`标准。\n", ["执行GB/T 2260标准。"]),
        ("详见[《实施方案》](https://example.org/a_b.html)全文。\n", ["详见《实施方案》全文。"]),
        ("甲![图 1](x.png)乙\n", ["甲乙"]),
        ("见<https://example.org/x>。\n", ["见。"]),
        ("- 铁路。\n- 公路。\n", ["铁路。", "公路。"]),
        ("> 引自原文。\n", ["引自原文。"]),
        ("<p>段一</p><p>段二</p>\n段三\n", ["段一", "段二", "段三"]),
        ("1. 铁路。\n2. 公路。\n", ["1. 铁路。", "2. 公路。"]),
        ("***\n\n正文。\n", ["正文。"]),
        ("面积5*3公里，比例1_2。\n", ["面积5*3公里，比例1_2。"]),
    ],
)
def test_marks_come_off(markdown: str, shown: list[str]) -> None:
    assert lines(markdown, ".md") == shown


@pytest.mark.parametrize(
    ("markdown", "kind"), [("## 标题\n", "h"), ("**标题**\n", "h"), ("**要点**：说明\n", "p"), ("标题\n", "p")]
)
def test_what_is_a_heading(markdown: str, kind: str) -> None:
    assert cleaned(f"{markdown}\n正文在后。\n", ".md").blocks[0].kind == kind


def test_plain_text_keeps_what_markdown_would_take_off() -> None:
    assert lines("# 号井\n**重点**\n") == ["# 号井", "**重点**"]
