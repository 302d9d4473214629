"""Units of a list that print their level, their place or their organ once; levels that are one group."""

from __future__ import annotations

import pytest

from loaders.link import AgencyResolver
from loaders.registry import load_registry
from loaders.units import likely, split_units
from tests.loaders.responsibilities.forms import clauses, units

CASES = {
    "市发展和改革局、工业和信息化局、自然资源局": ["市发展和改革局", "市工业和信息化局", "市自然资源局"],
    "市生态环境局、市场监管局": ["市生态环境局", "市市场监管局"],
    "市工业和信息化、自然资源、市场监管局": ["市工业和信息化局", "市自然资源局", "市市场监管局"],
    "市公安局，深圳、珠海海关": ["市公安局", "深圳海关", "珠海海关"],
    "市委组织部、宣传部、教育局": ["市委组织部", "市委宣传部", "市教育局"],
    "市科协，各区、县级市": ["市科协", "各区、县级市"],
    "市教育局、市民政局、残联": ["市教育局", "市民政局", "残联"],
    "市财政局、各县（区）人民政府": ["市财政局", "各县（区）人民政府"],
    "昭通市、凉山彝族自治州": ["昭通市", "凉山彝族自治州"],
    "国家发展改革委、教育部、财政部": ["国家发展改革委", "教育部", "财政部"],
}


@pytest.mark.parametrize(("printed", "wanted"), CASES.items(), ids=CASES)
def test_lists(printed: str, wanted: list[str]) -> None:
    resolver = AgencyResolver(load_registry(), "440100")
    assert [u.text for u in split_units(printed, 0, likely(resolver.is_agent))] == wanted


def test_a_text_that_names_organs_of_its_level_without_the_level_shares_none() -> None:
    assert units("（省发展改革委、水利厅负责）\n（水利厅牵头，财政厅配合）") == [
        ["省发展改革委 负责", "水利厅 负责"],
        ["水利厅 牵头", "财政厅 参加"],
    ]


def test_else_the_level_is_shared() -> None:
    assert units("（省发展改革委、水利厅负责）") == [["省发展改革委 负责", "省水利厅 负责"]]


def printed(item: str) -> list[tuple[str, str]]:
    """Name and name as printed of each unit."""
    return [(share.unit.text, share.unit.printed) for clause in clauses(item) for share in clause.shares]


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        ("（省发展改革委、水利厅负责）", [("省发展改革委", ""), ("省水利厅", "水利厅")]),
        ("（省委组织部、宣传部，省财政厅负责）", [("省委组织部", ""), ("省委宣传部", "宣传部"), ("省财政厅", "")]),
        ("（省发展改革委、省水利厅负责）", [("省发展改革委", ""), ("省水利厅", "")]),
    ],
)
def test_the_level_is_told_of_the_organ_not_of_the_name_as_printed(item: str, wanted: list[tuple[str, str]]) -> None:
    assert printed(item) == wanted


def test_a_tail_that_party_and_administration_share_is_written_out() -> None:
    names = units("（高新区、临港区党工委和管委会负责）")[0]
    assert names == ["高新区党工委和管委会 负责", "临港区党工委和管委会 负责"]
