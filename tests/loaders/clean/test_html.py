"""HTML: what a browser would show, paragraph by paragraph."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import cleaned, lines


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>一、总体要求</p><p>坚持系统观念。</p>", ["一、总体要求", "坚持系统观念。"]),
        ("<div>第一段<br>第二段<br/>第三段</div>", ["第一段", "第二段", "第三段"]),
        ("<p>长江<span>中游</span><b>城市</b><a href='x.html'>群</a></p>", ["长江中游城市群"]),
        ("<p>长江中游\n城市群</p>", ["长江中游城市群"]),
        ("<ul><li>铁路。</li><li>公路。</li></ul>", ["铁路。", "公路。"]),
        ("<p>增长7&#37;&#x4ee5;上</p>", ["增长7%以上"]),
        ("<p>&ldquo;十四五&rdquo;规划&mdash;&mdash;目标</p>", ["“十四五”规划——目标"]),
        ("<p>面积&lt;500公顷&amp;人口&gt;10万</p>", ["面积<500公顷&人口>10万"]),
        ("<p>&nbsp;&nbsp;一、要求&nbsp;</p>", ["一、要求"]),
        ("<p>增速 < 5%，投资 > 3亿元。</p>", ["增速 < 5%，投资 > 3亿元。"]),
        ("<p>甲<!-- 责任单位：省水利厅 -->乙</p>", ["甲乙"]),
        ("<p>甲<!-- 未写完的注释", ["甲"]),
        ("<script>var a = '<p>假</p>';</script><p>真</p>", ["真"]),
        ("<style>p { color: red }</style><STYLE>b{}</STYLE><p>真</p>", ["真"]),
        ("<!DOCTYPE html><html><head><title>站名</title><meta charset='gbk'></head><body><p>正文</p></body></html>", ["正文"]),
        ("<?xml version='1.0'?><p>正文</p>", ["正文"]),
        ("<p title='a > b'>正文</p>", ["正文"]),
        ("<P>大写<BR>标签</P>", ["大写", "标签"]),
        ("<h1>标题</h1>正文", ["标题", "正文"]),
        ("<p></p><p> </p><p>只有一段</p>", ["只有一段"]),
        ("<select><option>北京</option></select><p>正文</p>", ["正文"]),
    ],
)
def test_paragraphs(html: str, shown: list[str]) -> None:
    assert lines(html, ".html") == shown


@pytest.mark.parametrize(
    ("html", "kind", "centred"),
    [
        ("<p style='text-align:center'>实施方案</p>", "p", True),
        ("<p align=center>实施方案</p>", "p", True),
        ("<center>实施方案</center>", "p", True),
        ("<p><strong>实施方案</strong></p>", "h", False),
        ("<p><b>实施</b><b>方案</b></p>", "h", False),
        ("<p><span style='font-weight: bold'>实施方案</span></p>", "h", False),
        ("<h2>实施方案</h2>", "h", False),
        ("<p><strong>要点：</strong>坚持创新。</p>", "p", False),
        ("<p style='text-align:left'>实施方案</p>", "p", False),
        ("<p style='text-align:center'><strong>实施方案</strong></p>", "h", True),
    ],
)
def test_what_the_layout_marks(html: str, kind: str, centred: bool) -> None:
    block = cleaned(f"{html}<p>正文在后。</p>", ".html").blocks[0]
    assert (block.kind, block.centred) == (kind, centred)


def test_marks_end_with_their_paragraph() -> None:
    blocks = cleaned("<p align='center'><b>方案</b></p><p>正文。</p>", ".html").blocks
    assert (blocks[1].kind, blocks[1].centred) == ("p", False)


def test_an_entity_keeps_the_place_it_is_written() -> None:
    html = "<p>增长7&#37;以上</p>"
    text = cleaned(html, ".html")
    at = text.text.index("%")
    assert html[text.begins[at] : text.ends[at]] == "&#37;"


def test_hidden_text_gives_no_facts() -> None:
    shown = lines("<p>甲</p><script>（省水利厅负责）</script><noscript>（省林业局负责）</noscript><p>乙</p>", ".html")
    assert shown == ["甲", "乙"]
