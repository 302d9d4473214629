"""Differences between two texts, as a reader would tell them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengtu.align.difference import compare
from zhengtu.align.pieces import body, clauses, normal
from zhengtu.align.relation import relation_of, told

PLACES = {"武汉", "湖北", "湖南", "长沙", "宜昌"}
TEXT = st.text(alphabet="建设铁路公桥武汉长沙推进发展，。、；和等1250%（）", max_size=80)


@pytest.mark.parametrize(
    ("upper", "lower", "relation", "added", "dropped"),
    [
        ("加快建设铁路。", "加快建设铁路。", "same", (), ()),
        ("打造一批国家物流枢纽。", "打造国家物流枢纽。", "same", (), ()),
        ("支持武汉、长沙等发展临空经济。", "支持武汉等发展临空经济。", "narrowed", (), ("长沙",)),
        ("支持武汉等发展临空经济。", "支持武汉、宜昌等发展临空经济。", "extended", ("宜昌",), ()),
        ("推动都市圈内户籍准入年限累计互认。", "推动武汉都市圈内户籍准入年限累计互认。", "narrowed", ("武汉",), ()),
        ("加强干流湖南湖北段总磷污染防治。", "加强干流湖北段总磷污染防治。", "narrowed", (), ("湖南",)),
        ("建设长征国家文化公园。", "建设长征国家文化公园（湖北段）。", "narrowed", ("湖北段",), ()),
        ("治理污水，到2025年收集率达到70%。", "治理污水。", "narrowed", (), ("到2025年收集率达到70%",)),
        ("收集率达到70%以上。", "收集率达到75%以上。", "narrowed", ("75%",), ("70%",)),
        ("建成后达到1600公里。", "建成后达到1800公里。", "narrowed", ("1800公里",), ("1600公里",)),
        ("港口能力达到1.2亿吨。", "港口能力达到4000万吨。", "narrowed", ("4000万吨",), ("1.2亿吨",)),
        ("船舶200艘，电站20座。", "船舶80艘，电站8座。", "narrowed", ("80艘", "8座"), ("200艘", "20座")),
        ("推动大型港口接入铁路专用线。", "推进大型港口接入铁路专用线。", "same", (), ()),
        ("开展绿色船舶应用示范。", "发展绿色船舶应用示范。", "same", ("发展",), ()),
    ],
)
def test_reader(upper, lower, relation, added, dropped):
    diff = compare(normal(upper), normal(lower))
    assert relation_of(diff, PLACES) == relation
    assert (told(diff.added), told(diff.dropped)) == (added, dropped)


@given(TEXT)
def test_a_text_does_not_differ_from_itself(text):
    diff = compare(normal(text), normal(text))
    assert not diff.added
    assert not diff.dropped
    assert diff.lower_share in (0.0, 1.0)


@given(TEXT, TEXT)
def test_what_is_told_stands_in_its_text(upper, lower):
    diff = compare(normal(upper), normal(lower))
    assert all(change.text in normal(lower) for change in diff.added)
    assert all(change.text in normal(upper) for change in diff.dropped)
    assert 0 <= diff.lower_share <= 1
    assert 0 <= diff.upper_share <= 1


@given(TEXT)
def test_normal_twice_is_normal_once(text):
    assert normal(normal(text)) == normal(text)
    assert "".join(clauses(text)) in "".join(c for c in text if c not in "，；。：！？\n") or not text


def test_body_leaves_number_title_clause_and_caption_out():
    text = "(八)增强节点城市发展动能。推动外围节点城市发展。(自然资源部、住房城乡建设部)图 2 城市群铁路网示意图"
    assert body(text, ["自然资源部、住房城乡建设部"], "增强节点城市发展动能") == "推动外围节点城市发展。"
