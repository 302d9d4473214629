"""Agreements: parties, the day and the occasion of the signing, the period, the promises."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.model import AgreementFact
from loaders.pipeline import Stages
from tests.loaders.helpers import corpus, staged

FRONT = '---\ntitle: "携手共治跨界河流"\ndate: 2024-05-06 09:00:00\ntags: 某某日报\n---\n'
TITLE = "《跨界河流联保共治协议》"
REST = "根据协议，各方将共同开展巡查，加强信息共享，联合开展执法。据介绍，跨界河流全长320公里。"


def report(lead: str) -> Stages:
    return staged(f"{FRONT}{lead}\n\n{REST}\n", ".md")


def only(done: Stages) -> AgreementFact:
    (fact,) = done.facts.agreements
    return fact


@pytest.mark.parametrize(
    ("lead", "parties"),
    [
        (f"5月5日，武汉市、黄石市、鄂州市共同签署{TITLE}。", ["武汉市", "黄石市", "鄂州市"]),
        (
            f"5月5日，湖北省水利厅、湖南省水利厅、江西省水利厅三方签署{TITLE}。",
            ["湖北省水利厅", "湖南省水利厅", "江西省水利厅"],
        ),
        (f"5月5日，湖北省人民政府与湖南省人民政府签署{TITLE}。", ["湖北省人民政府", "湖南省人民政府"]),
        (f"5月5日，湖北省水利厅和湖南省水利厅在武汉市签署{TITLE}。", ["湖北省水利厅", "湖南省水利厅"]),
        (f"5月5日，武汉、长沙、南昌三市在武汉签订{TITLE}。", ["武汉", "长沙", "南昌"]),
        (
            f"5月5日，武汉、黄石、鄂州三市政府负责同志和企业代表参加座谈会。会上，三市共同签署{TITLE}。",
            ["武汉", "黄石", "鄂州"],
        ),
        (f"经武汉市、黄石市、鄂州市（以下简称“三市”）协商一致，达成{TITLE}。", ["武汉市", "黄石市", "鄂州市"]),
    ],
)
def test_parties_as_printed(lead: str, parties: list[str]) -> None:
    assert [p.text for p in only(report(lead)).parties] == parties


@pytest.mark.parametrize(
    ("lead", "signed"),
    [
        (f"2024年5月5日，武汉市、黄石市、鄂州市共同签署{TITLE}。", date(2024, 5, 5)),
        (f"5月5日，武汉市、黄石市、鄂州市共同签署{TITLE}。", date(2024, 5, 5)),
        (f"近日，武汉市、黄石市、鄂州市共同签署{TITLE}。", None),
    ],
)
def test_the_day_a_date_without_year_takes_the_reports_year(lead: str, signed: date | None) -> None:
    assert only(report(lead)).signed == signed


def test_the_occasion() -> None:
    done = report(f"5月5日，在第三届跨界河流治理座谈会上，武汉市、黄石市、鄂州市共同签署{TITLE}。")
    fact = only(done)
    assert fact.event is not None
    event = done.facts.events[fact.event]
    assert (event.title, event.date) == ("第三届跨界河流治理座谈会", date(2024, 5, 5))


def test_the_period_in_the_title() -> None:
    fact = only(report("5月5日，武汉市、黄石市、鄂州市共同签署《省会城市合作行动计划(2017年―2020年)》。"))
    assert (fact.valid_from, fact.valid_until) == (2017, 2020)


CARRIED = """跨界河流联保共治合作协议

甲方：湖北省武汉市人民政府
乙方：湖北省黄石市人民政府
丙方：湖北省鄂州市人民政府

为加强跨界河流治理，经协商一致，达成如下协议。
第一条 合作原则
坚持共商共建。
第二条 联合监测
各方建立监测信息共享平台。各方每季度通报水质。
第三条 协议期限
本协议有效期三年。
（以下无正文）
甲方：湖北省武汉市人民政府（盖章）
乙方：湖北省黄石市人民政府（盖章）
丙方：湖北省鄂州市人民政府（盖章）
签订日期：2024年5月5日
"""


def test_an_agreement_carried() -> None:
    done = staged(CARRIED)
    fact = only(done)
    assert done.identity.genre == "agreement"
    assert [p.text for p in fact.parties] == ["湖北省武汉市人民政府", "湖北省黄石市人民政府", "湖北省鄂州市人民政府"]
    assert fact.signed == date(2024, 5, 5)


def test_its_promises_stand_under_their_articles() -> None:
    found = [(c.topic, c.text) for c in staged(CARRIED).facts.commitments]
    assert found == [("联合监测", "各方建立监测信息共享平台。"), ("联合监测", "各方每季度通报水质。")]


def test_no_agreement_no_promise() -> None:
    done = staged(f"{FRONT}5月5日，国务院办公厅印发《水网建设规划》。\n\n{REST}\n", ".md")
    assert done.facts.agreements == ()
    assert done.facts.commitments == ()


def test_the_parties_of_the_written_agreement_are_linked() -> None:
    fact = only(corpus("agreement-qingwujia-ecology"))
    assert all(p.iri for p in fact.parties)


def test_headings_of_a_report_about_a_plan_head_no_promises_of_the_agreement_it_also_tells_of() -> None:
    done = staged(
        f"{FRONT}5月5日，武汉市、黄石市召开座谈会，共同签署{TITLE}。\n\n近日，省政府办公厅印发《跨界河流治理实施方案（2024—2026年）》（以下简称《方案》）。\n\n"
        "目标更加明确\n\n《方案》提出，到2026年，跨界断面水质达标率达到95%。《方案》还提出，新建监测站20座。\n",
        ".md",
    )
    assert [work.kind for work in done.identity.works] == ["Plan", "Agreement"]
    assert done.facts.commitments == ()


@pytest.mark.parametrize(
    ("lead", "parties"),
    [
        ("5月5日,中电某谷与武汉市江夏区政府签署战略合作协议。", ["中电某谷", "武汉市江夏区政府"]),
        ("5月5日,武汉市江夏区政府与同济大学签订战略合作框架协议。", ["武汉市江夏区政府", "同济大学"]),
        (
            "5月5日,武汉、黄石、鄂州3市政府与长沙市政府签署合作备忘录。",
            ["武汉市政府", "黄石市政府", "鄂州市政府", "长沙市政府"],
        ),
        (
            "5月5日,武汉东湖高新区与长沙高新区、武汉经开区与长沙经开区分别签署了协同发展合作协议。",
            ["武汉东湖高新区", "长沙高新区", "武汉经开区", "长沙经开区"],
        ),
    ],
)
def test_agreements_that_are_not_named_in_quotes(lead: str, parties: list[str]) -> None:
    assert [m.text for m in only(report(lead)).parties] == parties


def test_cities_side_by_side_in_a_headline_and_the_agreement_spoken_of_again() -> None:
    text = "武汉长沙集中签署合作协议\n5月5日,武汉市与长沙市集中签署合作协议。\n根据武汉市政府与长沙市政府签署的合作协议,双方将共建共享。记者了解到,协议共十条。\n"
    assert [m.text for m in only(staged(text)).parties] == ["武汉市政府", "长沙市政府"]
