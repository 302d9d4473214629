"""Full stops that a copy types half-width."""

from __future__ import annotations

import pytest

from loaders.clean.stops import full
from loaders.model import Span
from tests.loaders.helpers import cleaned, staged

TYPED = "一、建水库.推进建设.\n二、整河道.推进治理(一期).\n三、筑堤防.投资1.5亿元.\n"
READ = "一、建水库。推进建设。\n二、整河道。推进治理(一期)。\n三、筑堤防。投资1.5亿元。\n"


def test_points_behind_chinese_are_full_stops() -> None:
    assert full(TYPED) == READ


@pytest.mark.parametrize(
    "text",
    [
        "一.供水\n二.防洪\n三.治污\n（四）.治沙\n",
        "建水库。整河道。筑堤防.\n见附件.docx、目录.pdf、清单.xls\n",
        "1.建水库\n2.整河道\n3.筑堤防\n4.治沙\n",
        "",
    ],
    ids=["numbers", "a slip and names of files", "figures", "nothing"],
)
def test_other_points_stay(text: str) -> None:
    assert full(text) == text


def test_headings_end_at_such_a_stop_and_quotations_are_as_printed() -> None:
    text = f"湖北省水网建设实施方案\n鄂政办发〔2024〕5号\n\n{TYPED}"
    assert [part.title for part in staged(text).outline.parts] == ["建水库", "整河道", "筑堤防"]
    clean = cleaned(text)
    at = clean.text.index("建水库。")
    assert clean.source.text[slice(*clean.to_source(Span(at, at + 4)))] == "建水库."
