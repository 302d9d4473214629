"""Measures: the sentence-level actions of an item, title and clause left out."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import NATIONAL, PROVINCIAL, corpus, squeezed, staged

HEAD = "湖北省水网建设实施方案\n鄂政办发〔2024〕5号\n\n为加快水网建设，制定本方案。\n"


def test_sentences_of_an_item() -> None:
    text = f"{HEAD}一、总体要求\n（一）指导思想。坚持节水优先方针。\n二、重点任务\n（一）建设水库。新建一批水库。加固病险水库。（省水利厅负责）\n（二）整治河道。\n开展河道治理。\n"
    found = [(m.part, m.text) for m in staged(text).facts.measures]
    assert found == [(3, "新建一批水库。"), (3, "加固病险水库。"), (4, "开展河道治理。")]


def test_principles_hold_no_measures() -> None:
    parts = corpus(NATIONAL).outline.parts
    assert not any(parts[m.part].principle for m in corpus(NATIONAL).facts.measures)


@pytest.mark.parametrize("stem", [NATIONAL, PROVINCIAL])
def test_no_measure_is_a_clause_or_title(stem: str) -> None:
    done = corpus(stem)
    for measure in done.facts.measures:
        part = done.outline.parts[measure.part]
        assert "责任单位" not in measure.text
        assert squeezed(measure.text).rstrip("。") != squeezed(part.title)
        assert part.span.begin <= measure.span.begin < measure.span.end <= part.span.end
        assert done.text.slice(measure.span) == measure.text


@pytest.mark.parametrize(
    ("stem", "path", "count", "first"),
    [
        (NATIONAL, "17", 6, "加强耕地保护与质量建设，强化耕地用途管制，实行永久基本农田特殊保护，推进高标准农田建设。"),
        (NATIONAL, "13", 4, "充分发挥湘江新区、赣江新区及武汉东湖等国家级高新技术产业开发区"),
        (PROVINCIAL, "5.2.1", 1, "推动荆门—长沙、南昌—武汉等特高压交流工程建设"),
        (PROVINCIAL, "5.1.4", 3, "建成鄂州机场。"),
    ],
)
def test_items_of_the_corpus(stem: str, path: str, count: int, first: str) -> None:
    done = corpus(stem)
    index = next(i for i, p in enumerate(done.outline.parts) if p.path == path and p.task)
    found = [m.text for m in done.facts.measures if m.part == index]
    assert len(found) == count
    assert squeezed(found[0]).startswith(first)
