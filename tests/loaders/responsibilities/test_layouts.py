"""Clauses of texts as they are copied: organs with their duties, clauses in headings, notes, texts of no known genre."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import shares, staged

DUTIES = """13.市水务局：负责河道保洁；会同城管、公安部门查处倾倒垃圾的行为。
14.市林业局：依据职能做好湿地管护工作。
15.各区县政府（管委会）：落实属地责任，组织开展巡查。
七、工作措施
（一）加强领导，压实责任。
"""


def owners(text: str) -> dict[str, list[list[str]]]:
    """Path of each part that has clauses → its clauses."""
    done = staged(text)
    out: dict[str, list[list[str]]] = {}
    for clause in done.facts.clauses:
        out.setdefault(done.outline.parts[clause.part].path, []).append(shares(clause))
    return out


def test_organs_with_their_duties_in_an_extract() -> None:
    assert owners(DUTIES) == {"13": [["市水务局 负责"]], "14": [["市林业局 负责"]], "15": [["各区县政府（管委会） 负责"]]}


def test_the_organ_is_the_title() -> None:
    parts = staged(DUTIES).outline.parts
    assert [p.title for p in parts[:3]] == ["市水务局", "市林业局", "各区县政府（管委会）"]


def test_places_have_no_duties() -> None:
    assert owners("一、重点任务\n1.宜昌市：完成造林2万亩。\n2.荆州市：推进湿地修复。\n") == {}


SECTIONS = """婺江市2026年政策举措

一、强化科技创新（市科技局牵头）
研发投入强度达到2.9%。
（一）建设平台。加快建设研究院。
（二）引育人才。引进人才300名。（市人社局负责）
二、扩大消费（市商务局牵头）
（一）举办展会。办好展会5场。
"""


def test_a_clause_in_a_section_heading_is_inherited() -> None:
    done = staged(SECTIONS)
    parts = done.outline.parts
    assert [(p.title, p.task) for p in parts if p.level == 1] == [("强化科技创新", False), ("扩大消费", False)]
    told = [(parts[c.part].path, shares(c), c.shares[0].basis) for c in done.facts.clauses]
    assert told == [
        ("1.1", ["市科技局 牵头"], "inherited"),
        ("1.2", ["市科技局 牵头"], "inherited"),
        ("1.2", ["市人社局 负责"], "explicit"),
        ("2.1", ["市商务局 牵头"], "inherited"),
    ]


def test_addressees_named_once_for_all_below() -> None:
    text = "某省工作要点\n\n一、主要任务\n（一）建库。建设水库。（省水利厅牵头；各市人民政府结合实际落实，下同）\n（二）修渠。修复渠道。（省水利厅负责）\n"
    assert owners(text) == {
        "1.1": [["省水利厅 牵头", "各市人民政府 负责"]],
        "1.2": [["各市人民政府 负责"], ["省水利厅 负责"]],
    }


def test_tasks_concern_addressees_said_once() -> None:
    text = (
        "某省实施方案\n\n一、主要任务\n（一）建库。建设水库。〔责任单位：省水利厅。具体任务均涉及相关市（州）人民政府，不再做分工，下同。〕\n"
        "（二）修渠。修复渠道。〔责任单位：省农业农村厅〕\n"
    )
    assert owners(text) == {
        "1.1": [["省水利厅 负责", "相关市（州）人民政府 负责"]],
        "1.2": [["相关市（州）人民政府 负责"], ["省农业农村厅 负责"]],
    }


def test_a_news_copy_of_a_division_has_its_clauses() -> None:
    text = (
        "水利部参与的重点工作公布（某某网）\n\n发布时间：2024-03-31 浏览量：12\n    其中，水利部参与的工作如下：\n\n    二、保障粮食安全\n"
        "    （五）兴修水利。\n    建设灌区。（水利部牵头，财政部、农业农村部按职责分工负责）修复渠道。（农业农村部牵头，水利部按职责分工负责）\n"
    )
    assert list(owners(text).values()) == [
        [["水利部 牵头", "财政部 负责", "农业农村部 负责"], ["农业农村部 牵头", "水利部 负责"]]
    ]


def test_an_extract_of_an_emergency_plan() -> None:
    text = "各部门应当每年报告应急队伍的装备状况。重大变更要及时报告。\n5.3 运输保障\n市交通局负责运输秩序的保障工作；市公安局负责道路秩序的保障工作。\n5.4 医疗保障\n市卫生局负责医疗救治工作。\n"
    assert owners(text) == {"5.3": [["市交通局 负责"], ["市公安局 负责"]], "5.4": [["市卫生局 负责"]]}


def test_a_note_in_brackets_behind_the_last_unit() -> None:
    text = (
        "某市重点工作责任分解\n\n一、主要目标\n1.投资增长8%。\n责任单位：市发改委、市住建局（除标注“分别牵头”外，列第一位为牵头或汇总单位，下同）\n"
        "2.居民收入增长6%。\n责任单位：市人社局、市农业农村局分别牵头\n"
    )
    assert list(owners(text).values()) == [[["市发改委 牵头", "市住建局 负责"]], [["市人社局 牵头", "市农业农村局 牵头"]]]


def test_who_must_be_in_charge_and_who_is_only_exhorted() -> None:
    text = (
        "某县工作通知\n\n一、明确责任。县审计局要负责监督资金使用；县水务局负责建设。\n二、抓好落实。各有关单位要抓好落实。\n"
    )
    assert owners(text) == {"1": [["县审计局 负责"], ["县水务局 负责"]]}


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("省水利厅负责，各市人民政府结合实际落实", ["省水利厅 负责", "各市人民政府 负责"]),
        ("省水利厅牵头，各县人民政府因地制宜推进", ["省水利厅 牵头", "各县人民政府 负责"]),
        ("省水利厅负责，各乡镇人民政府按照属地管理原则落实", ["省水利厅 负责", "各乡镇人民政府 负责"]),
        ("省水利厅牵头，省财政厅根据工作需要配合", ["省水利厅 牵头", "省财政厅 参加"]),
    ],
)
def test_by_what_measure_a_unit_acts_is_no_part_of_its_name(clause: str, wanted: list[str]) -> None:
    assert list(owners(f"某省水网建设方案\n\n一、建水库。开工一批。（{clause}）\n").values()) == [[wanted]]
