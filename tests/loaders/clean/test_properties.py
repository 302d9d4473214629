"""Tables of properties above a document: no part of its text, but kept for what they state."""

from __future__ import annotations

import pytest

from loaders.clean.properties import properties
from tests.loaders.helpers import cleaned

TITLE, TO, BODY = "关于水网建设的通知", "各市人民政府:", "现就水网建设有关事项通知如下。"

BOXED = "文章属性\n∙【制定机关】某市人民政府\n∙【公布日期】2020.01.17\n∙【字 号】某政〔2020〕1号\n∙【时效性】现行有效\n正文\n"
BESIDE = "索引号: 0012/2020-3 主题分类: 水利\n发文机关: 某市人民政府 成文日期: 2020年1月15日\n标 题: 关于水网建设的通知\n发文字号: 某政〔2020〕1号 发布日期: 2020年1月17日\n"
BELOW = "索引号:\n\n0012/2020-3\n\n发文机关:\n\n某市人民政府\n\n发文字号:\n\n某政〔2020〕1号\n\n发布日期:\n\n2020年1月17日\n\n有效性:\n\n"
BULLETS = "• 索引号:0012/2020-3\n• 发布机构:某市人民政府\n• 公开日期:2020-01-17\n• 文号:某政〔2020〕1号\n"
BLANKS = "索 引 号  0012/2020-3  发布机构  某市人民政府\n存放位置   公开日期  2020-01-17\n文  号  某政〔2020〕1号  公开方式  主动公开\n"
BARS = "发布单位 |\n某市人民政府\n|\n发布文号 | 某政〔2020〕1号 |\n发布日期 | 2020-01-17 | 生效日期 | 2020-01-17 |\n备注 |\n"


def paragraphs(text: str) -> list[str]:
    done = cleaned(text)
    return [done.text[b.begin : b.end] for b in done.blocks if b.kind != "property"]


def stated(text: str) -> dict[str, str]:
    done = cleaned(text)
    lines = [done.text[b.begin : b.end] for b in done.blocks if b.kind == "property"]
    return {p.key: line[p.begin : p.end] for line in lines for p in reversed(properties(line))}


@pytest.mark.parametrize("head", [BOXED, BESIDE, BELOW, BULLETS, BARS, BLANKS, BESIDE + BELOW])
def test_the_table_is_no_text_but_states_the_facts(head: str) -> None:
    text = f"{head}\n{TITLE}\n{TO}\n{BODY}\n"
    assert paragraphs(text) == [TITLE, TO, BODY]
    found = stated(text)
    assert (found["number"], found["issuer"]) == ("某政〔2020〕1号", "某市人民政府")
    assert cleaned(text).meta["published"].rstrip(" |") in ("2020.01.17", "2020年1月17日", "2020-01-17")


def test_an_empty_value_does_not_take_the_title() -> None:
    text = f"索引号: 0012 文号:\n发布机构: 某市人民政府\n浏览次数: 590 内容概述:\n\n{TITLE}\n{TO}\n{BODY}\n"
    assert paragraphs(text) == [TITLE, TO, BODY]
    assert stated(text)["number"] == ""


@pytest.mark.parametrize(
    "line",
    [
        "发布日期: 2020-01-17 来源: 某报",
        "文号由市政府办公室编制。",
        "主题词: 水网 规划",
        "有效期: 5年",
        "来源: 某市水利局",
        "标题  关于水网",
    ],
)
def test_one_such_line_alone_is_no_table(line: str) -> None:
    assert not [b for b in cleaned(f"{TITLE}\n{line}\n{TO}\n{BODY}\n").blocks if b.kind == "property"]


def test_a_value_stands_where_the_source_prints_it() -> None:
    text = f"{BELOW}{TITLE}\n{TO}\n{BODY}\n"
    done = cleaned(text)
    block = next(b for b in done.blocks if b.kind == "property" and "某政" in done.text[b.begin : b.end])
    found = properties(done.text[block.begin : block.end])[0]
    begin = done.begins[block.begin + found.begin]
    assert text[begin : done.ends[block.begin + found.end - 1]] == "某政〔2020〕1号"


def test_labels_set_wide_in_cells_tell_what_the_cells_beside_them_say() -> None:
    rows = [
        ("索 引 号", "0143/2024-2"),
        ("发布机构", "某市人民政府"),
        ("文　　号", "某政〔2020〕1号"),
        ("成文日期", "2020-01-17"),
    ]
    html = "<table>" + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows) + "</table>"
    done = cleaned(f"<html><body>{html}<p>{TITLE}</p><p>{TO}</p><p>{BODY}</p></body></html>", ".html")
    lines = [done.text[b.begin : b.end] for b in done.blocks if b.kind == "property"]
    told = {p.key: line[p.begin : p.end] for line in lines for p in properties(line)}
    assert (told["number"], told["issued"]) == ("某政〔2020〕1号", "2020-01-17")


def test_every_line_in_boxes_of_a_database_is_of_its_table() -> None:
    above = (
        "【发布单位】某市\n【发布文号】某政〔2020〕1号\n【发布日期】2020-01-17\n【失效日期】\n【门类】其他\n【文件来源】某市\n"
    )
    assert paragraphs(f"{above}{TITLE}\n{TO}\n{BODY}\n") == [TITLE, TO, BODY]
