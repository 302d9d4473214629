"""No document is too odd: whatever is put together from the genre's words, every stage ends and its offsets hold.

The documents are made of what such texts are made of (numbers of headings, verbs, names, figures, clauses of responsibility,
brackets, marks) in any order, with lines broken anywhere, as plain text, Markdown and HTML.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from loaders.emit import emit
from loaders.errors import LoadError
from loaders.model import Span
from loaders.pipeline import Stages
from tests.loaders.helpers import staged
from tests.loaders.printed import printed

FUZZ = 60
"""Documents of each kind."""
NS = "https://w3id.org/zhengtu/ns#"
_WORDS = (
    "关于印发 实施方案 的通知 合作框架协议 会议纪要 批复 重点工程清单 国发〔2022〕1号 鄂政办发〔2024〕5号 湖北省人民政府 各市、州人民政府： 2024年3月5日 附件",
    "一、 （一） 1. （1） ① 第一条 二、 （二） 2． 一是 专栏1 重点项目 序号 责任单位： 牵头单位： 配合单位： 完成时限 备注",
    "建设 加快推进 支持 打造 新建 续建 实施 建成 改造 由 负责 牵头 配合 会同 按职责分工 到 达到 超过 不低于 增长 提高 分别 均 以上 左右 其中 力争 完成 签署 召开 发展",
    "湖北 武汉 武汉市 江夏 和平 清水 高台 临泽 长江 汉江 沙河 怒江 武汉都市圈 长江中游城市群 科左中旗 洞头 大通 海南 东湖高新区 甲方 乙方 省发展改革委 有关部门 水利部",
    "高速公路 铁路 水库 产业园 项目 工程 基地 中心 机场 除险加固 一期 流域 港 湾 产业 能源 加工业 旅游",
    "2025年 到2025年 十四五 3 12.5 1200 八 三个 百分之五 亿元 万人 % 个百分点 公里 家 倍 项 次 1—3 2小时 ± 0 0.0",
    "， 。 ； ： 、 （ ） ( ) “ ” 《 》 〔 〕 [1] 等 和 与 至 — / · … ！ | # * - ** < > & ``` 的 、、 （（ ））",
)
PIECES = (
    *" ".join(_WORDS).split(),
    "\n",
    "\n\n",
    "\u3000\u3000",
    "\t",
    " ",
    "（A、B负责）".replace("A", "省水利厅").replace("B", "财政厅"),
)
CELLS = st.lists(st.sampled_from(PIECES).filter(lambda piece: "\n" not in piece), max_size=3).map("".join)
LINE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=4)


def _markdown(rows: list[list[str]]) -> str:
    rule = "|" + " --- |" * len(rows[0])
    return "\n".join(["", "| " + " | ".join(rows[0]) + " |", rule, *("| " + " | ".join(row) + " |" for row in rows[1:]), ""])


def _html(rows: list[list[str]]) -> str:
    return "<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows) + "</table>"


DOCUMENTS = {
    ".txt": st.lists(LINE, min_size=1, max_size=12).map("\n".join),
    ".md": st.lists(LINE | ROWS.map(_markdown), min_size=1, max_size=10).map("\n".join),
    ".html": st.lists(LINE.map(lambda line: f"<p>{line}</p>") | ROWS.map(_html), min_size=1, max_size=10).map("\n".join),
}


def spans(value: object) -> Iterator[Span]:
    """Every span in the facts of a document, however deep."""
    if isinstance(value, Span):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from spans(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for member in value:
            yield from spans(member)


def check(done: Stages) -> None:
    """The offsets of ``done`` lie in the text, what is mentioned stands there, and the evidence is the source's own words."""
    text = done.text.text
    for span in (*spans(done.identity), *spans(done.outline.parts), *spans(done.facts)):
        assert 0 <= span.begin <= span.end <= len(text), span
    for place in done.facts.places:
        assert text[slice(*place.span)] == place.text
    assert all(one.span.end <= two.span.begin for one, two in zip(done.facts.places, done.facts.places[1:], strict=False))
    if not text.strip():  # such a file is refused before anything is written out
        return
    told: dict[str, dict[str, str]] = {}
    for quad in emit(done.text, done.identity, done.outline, done.facts):
        subject, value = quad.subject, quad.object
        if quad.predicate.value.startswith(NS) and isinstance(subject, NamedNode) and isinstance(value, Literal):
            told.setdefault(subject.value, {})[quad.predicate.value.removeprefix(NS)] = value.value
    evidence = [span for span in told.values() if "exact" in span]
    for span in evidence:
        begin, end = int(span["begin"]), int(span["end"])
        assert 0 <= begin < end <= len(done.text.source.text)
        if done.text.source.media_type == "text/plain":
            seen = printed(done.text.source, begin, end, False)
            assert "".join(seen.split()) == "".join(span["exact"].split()), (begin, end)


@pytest.mark.parametrize("suffix", DOCUMENTS)
@settings(max_examples=FUZZ, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_no_document_breaks_a_stage(suffix: str, data: st.DataObject) -> None:
    try:
        done = staged(data.draw(DOCUMENTS[suffix]), suffix)
    except LoadError as error:  # nothing in it
        assert "\n" not in error.reason
    else:
        check(done)
