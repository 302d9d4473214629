"""The forms of a responsibility clause in brackets: who, in which role, in which order."""

from __future__ import annotations

import pytest

from tests.loaders.responsibilities.forms import CENTRAL, clauses, units

A, B, C = "省水利厅", "省财政厅", "省自然资源厅"

ALL_RESPONSIBLE = [f"{A} 负责", f"{B} 负责"]
FORMS = {
    "（省水利厅负责）": [f"{A} 负责"],
    "（省水利厅、省财政厅负责）": ALL_RESPONSIBLE,
    "(省水利厅、省财政厅负责)": ALL_RESPONSIBLE,
    "（省水利厅、省财政厅等负责）": ALL_RESPONSIBLE,
    "（省水利厅、省财政厅等部门负责）": ALL_RESPONSIBLE,
    "（省水利厅、省财政厅等有关部门按职责分工负责）": ALL_RESPONSIBLE,
    "（省水利厅、省财政厅按职责分工负责）": ALL_RESPONSIBLE,
    "（省水利厅、省财政厅按照职责分工负责）": ALL_RESPONSIBLE,
    "（省水利厅、省财政厅分别负责）": ALL_RESPONSIBLE,
    "（省水利厅、省财政厅共同负责）": ALL_RESPONSIBLE,
    "（由省水利厅、省财政厅负责）": ALL_RESPONSIBLE,
    "（省水利厅，省财政厅）": ALL_RESPONSIBLE,
    "（省水利厅、省财政厅）": ALL_RESPONSIBLE,
    "（省水利厅；省财政厅）": ALL_RESPONSIBLE,
    "（责任单位：省水利厅、省财政厅）": ALL_RESPONSIBLE,
    "(责任单位:省水利厅,省财政厅)": ALL_RESPONSIBLE,
    "（责任部门：省水利厅、省财政厅）": ALL_RESPONSIBLE,
    "（负责单位：省水利厅、省财政厅）": ALL_RESPONSIBLE,
    "〔责任单位：省水利厅、省财政厅〕": ALL_RESPONSIBLE,
    "【责任单位：省水利厅、省财政厅】": ALL_RESPONSIBLE,
    "[责任单位:省水利厅、省财政厅]": ALL_RESPONSIBLE,
    "（牵头单位：省水利厅，数据提供单位：省财政厅）": [f"{A} 牵头", f"{B} 参加"],
    "（责任单位：省水利厅；技术支撑单位：省财政厅、省自然资源厅）": [f"{A} 负责", f"{B} 参加", f"{C} 参加"],
    "（责任单位：★省水利厅、省财政厅）": [f"{A} 牵头", f"{B} 负责"],
    "（责任单位：省水利厅，责任地区：黄石市、宜昌市）": [f"{A} 负责", "黄石市 负责", "宜昌市 负责"],
    "（责任单位：省水利厅、省财政厅、/）": ALL_RESPONSIBLE,
    "（省水利厅、省财政厅分别负责河道和渠道，省自然资源厅支持）": [f"{A} 负责", f"{B} 负责", f"{C} 参加"],
    "（省水利厅牵头，省财政厅、省自然资源厅按职责做好工作）": [f"{A} 牵头", f"{B} 负责", f"{C} 负责"],
    "（省水利厅牵头，省财政厅、人行襄阳支行配合）": [f"{A} 牵头", f"{B} 参加", "人行襄阳支行 参加"],
    "（省水利厅牵头）": [f"{A} 牵头"],
    "（省水利厅牵头负责）": [f"{A} 牵头"],
    "（省水利厅、省财政厅牵头）": [f"{A} 牵头", f"{B} 牵头"],
    "（省水利厅牵头，省财政厅、省自然资源厅参加）": [f"{A} 牵头", f"{B} 参加", f"{C} 参加"],
    "（省水利厅牵头，省财政厅、省自然资源厅参与）": [f"{A} 牵头", f"{B} 参加", f"{C} 参加"],
    "（省水利厅牵头，省财政厅、省自然资源厅配合）": [f"{A} 牵头", f"{B} 参加", f"{C} 参加"],
    "（省水利厅牵头，省财政厅、省自然资源厅协助）": [f"{A} 牵头", f"{B} 参加", f"{C} 参加"],
    "（省水利厅牵头，省财政厅、省自然资源厅等配合）": [f"{A} 牵头", f"{B} 参加", f"{C} 参加"],
    "（省水利厅牵头，省财政厅、省自然资源厅按职责分工负责）": [f"{A} 牵头", f"{B} 负责", f"{C} 负责"],
    "（省水利厅负责，省财政厅配合）": [f"{A} 负责", f"{B} 参加"],
    "（省水利厅会同省财政厅负责）": [f"{A} 负责", f"{B} 参加"],
    "（省水利厅会同有关部门负责）": [f"{A} 负责", "有关部门 参加"],
    "（省水利厅牵头，会同省财政厅）": [f"{A} 牵头", f"{B} 参加"],
    "（省水利厅指导，各市（州）人民政府落实）": [f"{A} 参加", "各市（州）人民政府 负责"],
    "（各市（州）人民政府负责）": ["各市（州）人民政府 负责"],
    "（省水利厅、各市（州）人民政府按职责分工负责）": [f"{A} 负责", "各市（州）人民政府 负责"],
    "（牵头单位：省水利厅；配合单位：省财政厅、省自然资源厅）": [f"{A} 牵头", f"{B} 参加", f"{C} 参加"],
    "（牵头单位：省水利厅，责任单位：省财政厅、省自然资源厅）": [f"{A} 牵头", f"{B} 负责", f"{C} 负责"],
    "（责任单位：省水利厅，武汉市、黄冈市人民政府）": [f"{A} 负责", "武汉市人民政府 负责", "黄冈市人民政府 负责"],
    "（省水利厅、省财政厅负责）。": ALL_RESPONSIBLE,
}


@pytest.mark.parametrize(("clause", "wanted"), FORMS.items(), ids=FORMS)
def test_forms(clause: str, wanted: list[str]) -> None:
    assert units(clause) == [wanted]


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        (
            "（国家发展改革委、水利部、国家能源局、国家电网有限公司）",
            ["国家发展改革委", "水利部", "国家能源局", "国家电网有限公司"],
        ),
        ("（工业和信息化部、文化和旅游部负责）", ["工业和信息化部", "文化和旅游部"]),
        ("（水利部会同国家发展改革委、财政部负责）", ["水利部", "国家发展改革委", "财政部"]),
        ("（各省级人民政府负责）", ["各省级人民政府"]),
        ("（各省、自治区、直辖市人民政府负责）", ["各省、自治区、直辖市人民政府"]),
        ("（中央网信办、最高人民法院、中国民航局负责）", ["中央网信办", "最高人民法院", "中国民航局"]),
    ],
)
def test_names_that_a_reader_does_not_split(clause: str, wanted: list[str]) -> None:
    found = clauses(clause, CENTRAL)
    assert [[s.unit.text for s in c.shares] for c in found] == [wanted]


def test_positions_count_over_the_whole_clause() -> None:
    (clause,) = clauses("（省水利厅牵头，省财政厅、省自然资源厅参加）")
    assert [s.position for s in clause.shares] == [1, 2, 3]
    assert {s.basis for s in clause.shares} == {"explicit"}


def test_several_clauses_in_one_item() -> None:
    found = units(
        "（省水利厅牵头，省财政厅配合）\n加强监管。（省自然资源厅负责）\n加强宣传。（省水利厅、省财政厅按职责分工负责）"
    )
    assert found == [[f"{A} 牵头", f"{B} 参加"], [f"{C} 负责"], [f"{A} 负责", f"{B} 负责"]]


def test_a_clause_in_mid_paragraph_owns_the_sentences_before_it() -> None:
    found = units("（省水利厅负责）加强监管，严格执法。（省财政厅负责）")
    assert found == [[f"{A} 负责"], [f"{B} 负责"]]


def test_a_clause_on_a_line_of_its_own() -> None:
    assert units("\n（省水利厅、省财政厅按职责分工负责）") == [ALL_RESPONSIBLE]


def test_each_clause_belongs_to_its_item() -> None:
    (clause,) = clauses("（省水利厅负责）")
    assert clause.part == 2


def test_the_evidence_of_a_unit_is_its_own_characters() -> None:
    from tests.loaders.helpers import staged
    from tests.loaders.responsibilities.forms import HEAD

    done = staged(HEAD + "一、重点任务\n（一）建设水库。（责任单位：省水利厅，武汉市、黄冈市人民政府）\n（二）筑堤。推进。\n")
    printed = [done.text.slice(s.unit.span) for s in done.facts.clauses[0].shares]
    assert printed == ["省水利厅", "武汉市", "黄冈市人民政府"]


def test_a_remark_before_the_first_label_is_no_unit() -> None:
    assert units("（预期性指标，牵头单位：省水利厅；责任单位：省财政厅）") == [[f"{A} 牵头", f"{B} 负责"]]
