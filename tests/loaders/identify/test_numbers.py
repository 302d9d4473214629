"""发文字号 (GB/T 9704-2012 §7.2.5): every bracket in use, the code told from the prose before it, the organ behind the code."""

from __future__ import annotations

import pytest

from loaders.identify.numbers import find_numbers, issuer_of


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("国发〔2024〕71号", "国发〔2024〕71号"),
        ("国办发[2024]7号", "国办发〔2024〕7号"),
        ("鄂政办发(2022) 16号", "鄂政办发〔2022〕16号"),
        ("发改规划（2022）266号", "发改规划〔2022〕266号"),
        ("粤府办［2024］88号", "粤府办〔2024〕88号"),
        ("豫发改投资【2023】5号", "豫发改投资〔2023〕5号"),
        ("京政发〔2024〕第12号", "京政发〔2024〕12号"),
        ("建城〔 2023 〕 12 号", "建城〔2023〕12号"),
        ("川办发〔2023〕091号", "川办发〔2023〕91号"),
        ("国函〔2022〕12号", "国函〔2022〕12号"),
    ],
)
def test_forms(printed: str, number: str) -> None:
    assert [n.text for n in find_numbers(f"\n{printed}\n")] == [number]


@pytest.mark.parametrize(
    ("prose", "number", "quote"),
    [
        ("已经国务院批复同意(国函〔2022〕12号)。", "国函〔2022〕12号", "国函〔2022〕12号"),
        ("根据国发〔2015〕5号文件精神，", "国发〔2015〕5号", "国发〔2015〕5号"),
        ("按照《意见》（国办发〔2024〕7号）要求，", "国办发〔2024〕7号", "国办发〔2024〕7号"),
        ("现将鄂政发〔2021〕3号文件印发给你们", "鄂政发〔2021〕3号", "鄂政发〔2021〕3号"),
    ],
)
def test_in_running_prose(prose: str, number: str, quote: str) -> None:
    found = find_numbers(prose)
    assert [n.text for n in found] == [number]
    assert prose[found[0].begin : found[0].end] == quote


def test_several_numbers_in_order() -> None:
    text = "废止国发〔2010〕1号、国办发〔2012〕22号、发改投资〔2014〕333号。"
    assert [n.text for n in find_numbers(text)] == ["国发〔2010〕1号", "国办发〔2012〕22号", "发改投资〔2014〕333号"]


@pytest.mark.parametrize(
    "text",
    [
        "到2025年建成第1号工程。",
        "沪渝高速(G50)扩容。",
        "(2017年―2020年)",
        "〔2022〕16号",
        "附件（2024）共16页",
        "人口（2020年）16万",
        "国发〔20〕7号",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("code", "organ"),
    [
        ("国发", "国务院"),
        ("国函", "国务院"),
        ("国办发", "国务院办公厅"),
        ("国办函", "国务院办公厅"),
        ("发改规划", "国家发展改革委"),
        ("财建", "财政部"),
        ("鄂政办发", "湖北省人民政府办公厅"),
        ("鄂政发", "湖北省人民政府"),
        ("粤府办", "广东省人民政府办公厅"),
        ("粤府", "广东省人民政府"),
        ("川办发", "四川省人民政府办公厅"),
        ("黔府办发", "贵州省人民政府办公厅"),
        ("宁政办发", "宁夏回族自治区人民政府办公厅"),
        ("沪府办规", "上海市人民政府办公厅"),
        ("赣府发", "江西省人民政府"),
        ("浙政函", "浙江省人民政府"),
        ("京政发", "北京市人民政府"),
        ("湘发改投资", "湖南省发展和改革委员会"),
        ("中发", "中共中央"),
        ("某某某", ""),
    ],
)
def test_the_organ_a_code_stands_for(code: str, organ: str) -> None:
    assert issuer_of(code) == organ
