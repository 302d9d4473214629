"""Sentences of Chinese prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.sentences import lines_with, sentences


def split(text: str) -> list[str]:
    return [text[s.begin : s.end] for s in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("建水库。筑堤防。", ["建水库。", "筑堤防。"]),
        ("如何协同？要靠机制！", ["如何协同？", "要靠机制！"]),
        ("他说：“要协同。”大家同意。", ["他说：“要协同。”", "大家同意。"]),
        ("建水库，筑堤防；通水渠。", ["建水库，筑堤防；通水渠。"]),
        ("增长3.5%，达到1.4万公里。", ["增长3.5%，达到1.4万公里。"]),
        ("第一行\n第二行", ["第一行", "第二行"]),
        ("结果互认……畅通无阻。", ["结果互认……", "畅通无阻。"]),
        ("　　建水库。 \n", ["建水库。"]),
        ("没有句号", ["没有句号"]),
        (" \n\n　", []),
        ("", []),
    ],
)
def test_sentences(text: str, wanted: list[str]) -> None:
    assert split(text) == wanted


def test_only_the_range_asked_for() -> None:
    text = "甲。乙。丙。"
    assert [text[s.begin : s.end] for s in sentences(text, 2, 4)] == ["乙。"]


@given(st.text(alphabet="建水库。！？”）\n　 …", max_size=60))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    spans = list(sentences(text, 0, len(text)))
    held = {i for s in spans for i in range(*s)}
    assert all(c.isspace() for i, c in enumerate(text) if i not in held)
    assert all(a.end <= b.begin for a, b in zip(spans, spans[1:], strict=False))
    assert all(s.begin < s.end for s in spans)


@given(st.text(alphabet="亿元。\n", max_size=30))
def test_lines_with_a_sign(text: str) -> None:
    found = [text[s.begin : s.end] for s in lines_with(text, "亿")]
    assert found == [line for line in text.split("\n") if "亿" in line]
