"""Numbers that are one character: ⑴, ⒈, ㈠."""

from __future__ import annotations

import pytest

from loaders.model import Span
from tests.loaders.helpers import cleaned, lines, staged

PLAN = """关于开展河湖整治的通知

一、主要任务

㈠整治河道。

⒈清理岸线。拆除违建。

⑴省内河道清淤三百公里。

责任单位：省水利厅。

⑵湖泊退田还湖二十处。

责任单位：省自然资源厅。

⒉修复湿地。补种芦苇。
"""


def test_they_are_read_as_typed_in_full() -> None:
    assert [line for line in lines(PLAN) if line[0] in "(1"] == [
        "(一)整治河道。",
        "1.清理岸线。拆除违建。",
        "(1)省内河道清淤三百公里。",
        "(2)湖泊退田还湖二十处。",
    ]


def test_each_character_stands_where_the_one_in_the_source_stands() -> None:
    text = cleaned(PLAN)
    at = text.text.index("(2)湖泊")
    assert text.to_source(Span(at, at + 3)) == Span(PLAN.index("⑵"), PLAN.index("⑵") + 1)
    begin, end = text.to_source(Span(at, at + 5))
    assert PLAN[begin:end] == "⑵湖泊"


def test_an_item_so_numbered_has_its_own_unit() -> None:
    done = staged(PLAN)
    found = {done.outline.parts[clause.part].path: clause.shares[0].unit.text for clause in done.facts.clauses}
    assert found == {"1.1.1.1": "省水利厅", "1.1.1.2": "省自然资源厅"}


@pytest.mark.parametrize(
    ("line", "value"), [("⑳末项", "(20)末项"), ("⒛末项", "20.末项"), ("㈩末项", "(十)末项"), ("⑪末项", "⑪末项")]
)
def test_up_to_twenty(line: str, value: str) -> None:
    assert lines(f"关于某事的通知\n\n{line.replace('⑳', '⒇')}。\n")[-1] == value + "。"
