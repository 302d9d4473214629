from __future__ import annotations

import pytest

from zhengtu.evaluate.passages import Passage, Passages

ITEM = "（五）做强产业。由商务厅牵头推进展会；由商务厅、财政厅落实补贴。其他照旧。"
PASSAGES = Passages(
    [
        Passage(100, 140, ITEM),
        Passage(109, 112, "商务厅"),
        Passage(120, 123, "商务厅"),
        Passage(119, 131, "由商务厅、财政厅落实补贴"),
        Passage(300, 303, "孤立的"),
    ]
)


@pytest.mark.parametrize(
    ("begin", "end", "sentence"),
    [
        (109, 112, "由商务厅牵头推进展会；"),
        (120, 123, "由商务厅、财政厅落实补贴"),  # the smallest passage around it
        (119, 131, "由商务厅、财政厅落实补贴。"),
        (100, 140, ITEM),
        (300, 303, "孤立的"),
        (1, 2, ""),
    ],
)
def test_the_sentence_around(begin, end, sentence):
    assert PASSAGES.at(str(begin), str(end)) == sentence


def test_no_offsets():
    assert PASSAGES.at("", "") == ""


def test_the_sentence_that_holds_a_text():
    assert PASSAGES.holding(["", "没有", "照旧"]) == "其他照旧。"
    assert PASSAGES.holding(["没有"]) == ""
    assert Passages().holding(["照旧"]) == ""
