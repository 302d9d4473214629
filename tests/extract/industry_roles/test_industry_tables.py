"""Tables of parks and districts with a column of what they live on."""

from __future__ import annotations

from array import array

from loaders.extract.industry_roles import extract_industry_roles
from loaders.link.places import find_places
from loaders.model import Block, CleanText, Identity, Outline, Source, Span
from loaders.registry import load_registry


def told(*rows: tuple[str, ...]) -> list[tuple[str, str, str]]:
    text, blocks = "", []
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            blocks.append(Block(len(text), len(text) + len(cell), "cell", 0, r, c))
            text += cell + "\n"
    source = Source("t", "t.txt", text, "text/plain", "utf-8", "0" * 64)
    clean = CleanText(source, text, array("l", range(len(text))), array("l", range(1, len(text) + 1)), tuple(blocks))
    identity = Identity("plan", "", "", (), -1, "", None, "", "510000", Span(0, len(text)), Span(0, 0))
    registry = load_registry()
    facts = extract_industry_roles(clean, identity, Outline(()), find_places(text, registry, "510000"))
    return [(registry.places[fact.place].name, fact.industry, fact.role) for fact in facts]


def test_a_row_gives_its_place_the_industries_of_the_other_column():
    rows = told(("序号", "县（市、区）", "主导产业"), ("1", "绵竹市", "磷化工、白酒"), ("2", "广汉市", "油气装备等"))
    assert rows == [("绵竹市", "磷化工、白酒", "主导产业"), ("广汉市", "油气装备", "主导产业")]


def test_a_table_of_projects_gives_none():
    assert told(("序号", "县（市、区）", "项目"), ("1", "绵竹市", "磷化工项目")) == []


def test_what_is_no_industry_gives_none():
    assert told(("园区", "发展方向"), ("绵竹市经济开发区", "待定")) == []
