"""Sides that are told by other than their names behind 甲方: in the preamble, as 本市, before an agreement without a title."""

from __future__ import annotations

from datetime import date

import pytest

from tests.loaders.helpers import staged

LEAD = "为推进河湖治理，在省政府领导下，黄石市、鄂州市经友好协商，特签署本合作协议。"
ARTICLES = "\n第一条 合作范围\n两市共同巡查界河，共享水情信息。\n第二条 合作分工\n上游负责清淤，下游负责巡护。\n"


def sides(text: str) -> list[list[str]]:
    return [[party.text for party in fact.parties] for fact in staged(text).facts.agreements]


@pytest.mark.parametrize(
    "lead",
    [
        LEAD,
        "黄石市、鄂州市本着平等互利的原则，达成如下协议：",
        "为推进河湖治理，黄石市、鄂州市（以下简称两市）经协商，订立本框架协议。",
    ],
)
def test_the_preamble_of_an_agreement_without_title_names_its_sides(lead: str) -> None:
    done = staged(lead + ARTICLES)
    assert done.identity.works[0].kind == "Agreement"
    assert done.identity.works[0].title == ""
    assert sides(lead + ARTICLES) == [["黄石市", "鄂州市"]]


def test_an_agreement_that_has_lost_its_line_breaks() -> None:
    text = f"1黄石鄂州界河治理合作协议以流域为单元，共治界河。{LEAD}\n第一章总则第一条两市建立界河巡查制度，共享水情信息。\n"
    done = staged(text)
    assert done.identity.works[0].title == "黄石鄂州界河治理合作协议"
    assert sides(text) == [["黄石市", "鄂州市"]]


def test_a_report_that_tells_of_several_is_no_agreement() -> None:
    text = "5月5日，黄石市、鄂州市经协商签署了合作协议。据介绍，两市将共同巡查界河。\n"
    assert staged(text).identity.main < 0


@pytest.mark.parametrize(
    ("lead", "wanted"),
    [
        ("为深化鄂湘两省合作，昨天本省与湖南省签署《界河治理合作协议》。", ["湖北省", "湖南省"]),
        ("为深化鄂湘两省合作，湖南省与我省正式签署《界河治理合作协议》。", ["湖南省", "湖北省"]),
        ("昨天本省与湖南省签署《界河治理合作协议》。", ["湖南省"]),
        ("为深化鄂湘两省合作，昨天本市与湖南省签署《界河治理合作协议》。", ["湖南省"]),
    ],
)
def test_the_own_place_by_the_letters_of_a_pair(lead: str, wanted: list[str]) -> None:
    assert sides(f"{lead}双方将共同巡查界河。\n") == [wanted]


def test_the_own_place_by_the_paper() -> None:
    front = '---\ntitle: "共治界河"\ndate: 2024-05-06 09:00:00\ntags: 湖北日报\n---\n'
    done = staged(f"{front}昨日，我省与湖南省签署《界河治理合作协议》。双方将共同巡查界河。\n", ".md")
    (fact,) = done.facts.agreements
    assert [party.text for party in fact.parties] == ["湖北省", "湖南省"]
    assert fact.signed == date(2024, 5, 5)


def test_the_year_is_that_of_the_same_paragraph() -> None:
    text = "2019年水利周期间，黄石市与鄂州市5月5日签署《界河治理合作协议》。双方将共同巡查界河。\n"
    (fact,) = staged(text).facts.agreements
    assert fact.signed == date(2019, 5, 5)


def promises(more: str) -> list[str]:
    text = f"5月5日，黄石市与鄂州市签署界河治理合作协议。\n根据协议，两市将共同巡查界河。{more}\n"
    return [fact.text for fact in staged(text).facts.commitments][1:]


@pytest.mark.parametrize(
    "said",
    [
        "到2025年，基本消除界河污染。",
        "入河的排口，将实行统一编号。",
        "\n巡查采取轮值形式，由双方水利部门共同出资购置船只。",
        "\n另外，2个城市还会一起开展水质研究。",
    ],
)
def test_what_goes_on_telling_the_agreement(said: str) -> None:
    assert promises(said) == [said.strip()]


@pytest.mark.parametrize("said", ["此次合作掀开了治河的新篇章，双方将积极探索。", "\n黄石市水利局每月清淤。"])
def test_what_does_not(said: str) -> None:
    assert promises(said) == []


def test_a_heading_tells_which_of_several_agreements() -> None:
    text = (
        "5月5日，黄石市与鄂州市签署《推进界河治理合作框架协议》和《推进校际交流合作框架协议》，内容包括：\n推进界河治理\n"
        "联合巡查。两市联合开展界河巡查，共享水情信息。\n推进校际交流\n互派教师。两市学校每年互派教师，共同开展教研。\n"
    )
    done = staged(text)
    titles = [done.identity.works[max(fact.work, 0)].title for fact in done.facts.commitments]
    assert titles == ["推进界河治理合作框架协议", "推进校际交流合作框架协议"]


def test_across_what_a_procedure_of_the_parties_works_is_part_of_its_name() -> None:
    text = "5月5日，黄石市与鄂州市签署界河治理合作协议。两市将建立健全跨行政区的应急联动机制。\n"
    assert [body.title for body in staged(text).facts.mechanisms] == ["跨行政区的应急联动机制"]
