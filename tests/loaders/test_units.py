"""Lists of units (GB/T 9704-2012 §7.3.2 and drafting practice)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.units import split_units

ONE = {
    "水利部、财政部、自然资源部": ["水利部", "财政部", "自然资源部"],
    "省发改委,省委网信办,省公安厅、省自然资源厅": ["省发改委", "省委网信办", "省公安厅", "省自然资源厅"],
    "水利部，财政部；自然资源部": ["水利部", "财政部", "自然资源部"],
    "湖北省、湖南省、江西省人民政府": ["湖北省人民政府", "湖南省人民政府", "江西省人民政府"],
    "长江中游城市群相关城市、神农架林区人民政府": ["长江中游城市群相关城市人民政府", "神农架林区人民政府"],
    "湛江、阳江、汕尾等市人民政府": ["湛江市人民政府", "阳江市人民政府", "汕尾市人民政府"],
    "各省、自治区、直辖市人民政府": ["各省、自治区、直辖市人民政府"],
    "各市、县（区）人民政府": ["各市、县（区）人民政府"],
    "各市（州）人民政府": ["各市（州）人民政府"],
    "各省、自治区、直辖市人民政府，国务院各部委、各直属机构": ["各省、自治区、直辖市人民政府", "国务院各部委", "各直属机构"],
    "中央和国家机关有关部门、有关直属机构": ["中央和国家机关有关部门", "有关直属机构"],
    "水利部、财政部等": ["水利部", "财政部"],
    "水利部等部门": ["水利部"],
    "水利部、财政部等有关部门": ["水利部", "财政部"],
    "人行武汉分行、湖北证监局": ["人行武汉分行", "湖北证监局"],
    "中国国家铁路集团有限公司、国家电网有限公司": ["中国国家铁路集团有限公司", "国家电网有限公司"],
    "国家卫生健康委（国家疾控局）、民政部": ["国家卫生健康委（国家疾控局）", "民政部"],
    "重庆、四川、贵州省（市）人民政府": ["重庆市人民政府", "四川省人民政府", "贵州省人民政府"],
    "山西、陕西、宁夏3省（区）人民政府": ["山西省人民政府", "陕西省人民政府", "宁夏回族自治区人民政府"],
    "市能源局、各县〔市、区〕人民政府": ["市能源局", "各县〔市、区〕人民政府"],
    "广西、贵州、云南省（区）水利厅、林业局": ["广西、贵州、云南省（区）水利厅、林业局"],
    "省水利厅、/": ["省水利厅"],
    "省财政厅、省水利厅等省直有关部门": ["省财政厅", "省水利厅"],
    "市直各事业、企业单位": ["市直各事业、企业单位"],
    "省水利厅": ["省水利厅"],
    "有关部门": ["有关部门"],
    "": [],
    "、、，；": [],
}


@pytest.mark.parametrize(("text", "wanted"), ONE.items(), ids=ONE)
def test_lists(text: str, wanted: list[str]) -> None:
    assert [u.text for u in split_units(text)] == wanted


AGENTS = {"工业和信息化部", "文化和旅游部", "水利部", "国家发展和改革委员会", "省财政厅", "省水利厅", "省委宣传部"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("工业和信息化部、水利部", ["工业和信息化部", "水利部"]),
        ("省水利厅和省财政厅", ["省水利厅", "省财政厅"]),
        ("省水利厅、省财政厅和省委宣传部", ["省水利厅", "省财政厅", "省委宣传部"]),
        ("工业和信息化部和文化和旅游部", ["工业和信息化部", "文化和旅游部"]),
        ("国家发展和改革委员会", ["国家发展和改革委员会"]),
        ("省水利厅以及省财政厅", ["省水利厅", "省财政厅"]),
    ],
)
def test_and_parts_two_units_or_stands_inside_one(text: str, wanted: list[str]) -> None:
    assert [u.text for u in split_units(text, 0, lambda name: float(name in AGENTS))] == wanted


@pytest.mark.parametrize("begin", [0, 7, 1000])
def test_each_unit_has_its_own_characters(begin: int) -> None:
    text = "水利部、财政部，武汉市、黄冈市人民政府"
    found = split_units(text, begin)
    assert [text[u.begin - begin : u.end - begin] for u in found] == ["水利部", "财政部", "武汉市", "黄冈市人民政府"]


@given(st.text(alphabet="省市水利厅财政部、，；（）()和等有关部门各人民政府 \n。", max_size=80), st.integers(0, 50))
def test_laws(text: str, begin: int) -> None:
    """No crash; ranges lie in the text, in order, apart from each other, and a unit begins as its characters do."""
    at = begin
    for unit in split_units(text, begin, lambda name: 0.5):
        assert unit.text
        assert at <= unit.begin < unit.end <= begin + len(text)
        at = unit.end


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("各市商务局、文物局、市场监督管理局、国资委", ["各市商务局、文物局、市场监督管理局、国资委"]),
        ("各市商务局、市财政局", ["各市商务局", "市财政局"]),
        ("各街道党工委、办事处", ["各街道党工委、办事处"]),
        ("国务院相关部门及各地区", ["国务院相关部门", "各地区"]),
        ("省科技厅、省经信厅等9部门", ["省科技厅", "省经信厅"]),
        ("各乡、镇人民政府", ["各乡、镇人民政府"]),
        (
            "各省、自治区、直辖市商务主管部门、农业农村（农牧）厅（局、委）、供销合作社",
            ["各省、自治区、直辖市商务主管部门、农业农村（农牧）厅（局、委）、供销合作社"],
        ),
    ],
)
def test_lists_of_addressees(text: str, wanted: list[str]) -> None:
    assert [unit.text for unit in split_units(text)] == wanted
