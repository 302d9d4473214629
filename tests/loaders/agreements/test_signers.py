"""Who signs: organs that a row of places shares, lists over several clauses, those that others sign for."""

from __future__ import annotations

import pytest

from tests.loaders.agreements.test_agreements import TITLE, only, report
from tests.loaders.helpers import staged


@pytest.mark.parametrize(
    ("lead", "parties"),
    [
        (
            f"5月5日，湖北黄石中院和湖南岳阳、常德、益阳中院联合签署{TITLE}。",
            ["湖北黄石中院", "湖南岳阳中院", "常德中院", "益阳中院"],
        ),
        (f"5月5日，宜昌市、荆州市公安局在荆州签署{TITLE}。", ["宜昌市公安局", "荆州市公安局"]),
        (f"5月5日，黄石市与湖北省水利厅签署{TITLE}。", ["黄石市", "湖北省水利厅"]),
        (
            f"5月5日，宜昌市水利局会同荆州市水利局，岳阳市水利局、常德市水利局，九江市水利局及安庆市水利局，共同签署{TITLE}。",
            ["宜昌市水利局", "荆州市水利局", "岳阳市水利局", "常德市水利局", "九江市水利局", "安庆市水利局"],
        ),
        (f"会后，黄石市与鄂州市、黄冈市共同签署{TITLE}。", ["黄石市", "鄂州市", "黄冈市"]),
        (
            f"5月5日，黄石市水利局与鄂州市水务局在黄石召开座谈会，就河湖治理深入磋商后，成功签订{TITLE}。",
            ["黄石市水利局", "鄂州市水务局"],
        ),
        (
            f"黄石市委副书记、市长张某率团赴鄂州市考察，鄂州市委副书记、市长李某参加活动。座谈后，张某、李某分别代表双方签署{TITLE}。",
            ["黄石市", "鄂州市"],
        ),
        (f"5月5日，湖北省水利厅副厅长张某、湖南省水利厅副厅长李某共同签署{TITLE}。", ["湖北省水利厅", "湖南省水利厅"]),
        (
            f"5月5日，中国（湖北）自由贸易试验区武汉片区管委会与宜昌片区管委会签署{TITLE}。",
            ["中国（湖北）自由贸易试验区武汉片区管委会", "宜昌片区管委会"],
        ),
        (f"黄石市与鄂州市近期签署{TITLE}。", ["黄石市", "鄂州市"]),
        (f"●黄石市水利局与鄂州市水务局签署{TITLE}。", ["黄石市水利局", "鄂州市水务局"]),
        (f"黄石市水利局去年9月与鄂州市水务局签署{TITLE}。", ["黄石市水利局", "鄂州市水务局"]),
        (f"昨天，黄石市、鄂州市、黄冈市跨市三地签署{TITLE}。", ["黄石市", "鄂州市", "黄冈市"]),
        (
            f"跨界河流联保联盟由黄石市水利局、鄂州市水务局、黄冈市水利局共同发起。会上，各单位负责人签署{TITLE}。",
            ["黄石市水利局", "鄂州市水务局", "黄冈市水利局"],
        ),
        (f"5月5日，张某某、李某某分别代表湖北、湖南两省政府签署{TITLE}。", ["湖北省政府", "湖南省政府"]),
        (
            f"5月5日，襄阳市委副书记、市长张某，南阳市副市长李某分别代表双方签署{TITLE}。襄阳市、南阳市两市水利局参加。",
            ["襄阳市", "南阳市"],
        ),
        (
            f"5月5日，湖北、湖南两省公安厅、交通运输厅签署{TITLE}。",
            ["湖北省公安厅", "湖南省公安厅", "湖北省交通运输厅", "湖南省交通运输厅"],
        ),
        (
            f"5月5日，工商银行黄石分行还与华新水泥、大冶特钢、新冶集团等3家企业分别签署{TITLE}。",
            ["工商银行黄石分行", "华新水泥", "大冶特钢", "新冶集团"],
        ),
        (f"湖北银行与黄石市政府5日在武汉签署{TITLE}。", ["湖北银行", "黄石市政府"]),
    ],
)
def test_who_signs(lead: str, parties: list[str]) -> None:
    assert [p.text for p in only(report(lead)).parties] == parties


def test_those_that_the_heads_of_offices_sign_for_are_the_provinces_the_report_counts() -> None:
    text = (
        "湖北湖南签署流域治理合作协议\n5月5日下午，湖北省与湖南省合作交流座谈会暨流域治理合作协议签约仪式在武汉市举行。\n"
        "省委常委、常务副省长张某，湖南省委常委、副省长李某分别代表两省政府签署经济社会发展流域治理合作协议。\n"
    )
    fact = only(staged(text))
    assert [p.text for p in fact.parties] == ["湖北省人民政府", "湖南省人民政府"]


def test_the_province_before_its_own_cities_in_a_headline_signs_nothing() -> None:
    text = "湖北黄石鄂州黄冈签署江段联防合作协议\n5月5日，三市水务系统代表在黄石会面，江段联防合作协议正式签署。\n"
    assert [p.text for p in only(staged(text)).parties] == ["黄石", "鄂州", "黄冈"]


def test_governments_side_by_side_in_the_title_of_an_agreement() -> None:
    text = (
        "湖北省人民政府关于印发湖南省人民政府湖北省人民政府战略合作框架协议的通知\n鄂政发〔2012〕3号\n各市人民政府：\n"
        "现将《湖南省人民政府湖北省人民政府战略合作框架协议》（以下简称《协议》）印发给你们，并就有关事项通知如下：\n"
        "一、充分认识合作的重大意义。两省地缘相近。根据《协议》，两省将在水利、交通等领域加强合作。\n"
        "二、健全工作机制。各市要高度重视，抓好落实。\n"
    )
    done = staged(text)
    assert [p.text for p in only(done).parties] == ["湖南省人民政府", "湖北省人民政府"]
    assert [c.text for c in done.facts.commitments] == ["根据《协议》，两省将在水利、交通等领域加强合作。"]


def test_those_who_met_sign_where_the_sentence_names_nobody() -> None:
    text = (
        "5月5日，第三届淮河经济区座谈会在信阳市召开。\n淮河经济区包括信阳、阜阳、六安、淮南4市。\n"
        "此次座谈会讨论了工作要点，签署了成员城市共建共享信阳港合作框架等3个合作协议。\n"
    )
    fact = only(staged(text))
    assert [p.text for p in fact.parties] == ["信阳", "阜阳", "六安", "淮南"]


def test_an_agreement_whose_title_holds_the_words_of_another_is_another() -> None:
    text = (
        "5月5日，黄石市人民政府与湖北银行签署战略合作协议。\n"
        "仪式上，农业发展银行咸宁分行与华新水泥股份有限公司签署银企战略合作协议。\n"
    )
    facts = staged(text).facts.agreements
    assert [[p.text for p in fact.parties] for fact in facts] == [
        ["黄石市人民政府", "湖北银行"],
        ["农业发展银行咸宁分行", "华新水泥股份有限公司"],
    ]


def test_promises_below_run_in_headings() -> None:
    text = (
        "三市共同发布《幕阜山宣言》\n5月14日，黄石、咸宁、岳阳三市共同发布《幕阜山宣言》。\n"
        "根据《幕阜山宣言》，三市将携手做好2个方面的工作。\n"
        "加强生态保护。联合开展山体修复和水源涵养。共同划定保护红线，建立巡查队伍。\n"
        "共促产业兴旺。合力打造茶叶和中药材产业带。\n会议由某某主持。\n"
    )
    assert [(c.topic, c.text) for c in staged(text).facts.commitments] == [
        ("加强生态保护", "联合开展山体修复和水源涵养。"),
        ("加强生态保护", "共同划定保护红线，建立巡查队伍。"),
        ("共促产业兴旺", "合力打造茶叶和中药材产业带。"),
    ]


@pytest.mark.parametrize(
    ("told", "promises"),
    [
        (
            "协议规定，要共同加强边界山场管护。发现火情应及时相互通报。建立联络员名册，落实巡护人员。会后，双方代表合影。",
            3,
        ),
        ("同时，在框架协议下，两地林业部门将建立线索移送机制。", 1),
        ("据了解，该协议结合两地实际，将有效促进边界安宁。", 1),
        ("《协议》以保护山林为目标，明确了巡护、通报等方面的要求。", 1),
        ("此次协议的签署标志着两地合作迈上新台阶。", 0),
        ("近日，两县林业局签订边界护林联防协议，两地将携手巡护。", 0),
    ],
)
def test_what_an_agreement_says_and_what_is_said_of_its_signing(told: str, promises: int) -> None:
    text = f"两县签订边界护林联防协议\n5月3日，英山县林业局与岳西县林业局签订边界护林联防协议。\n{told}\n"
    assert len(staged(text).facts.commitments) == promises


def test_those_who_met_sign_when_their_number_is_told_in_digits() -> None:
    text = (
        "某某网\n11月5日，第三届江段协同发展座谈会在黄石召开。湖北省宜昌、荆州两市组团与黄石、鄂州、黄冈等其他成员市一起参会并实地考察。\n"
        "会上，与会5个兄弟城市签署《2021年江段交通合作框架协议》《江段职业教育合作协议》等合作协议。会议明确，下届座谈会将于2021年在荆州召开。\n"
    )
    found = staged(text).facts.agreements
    assert len(found) == 2
    for fact in found:
        assert sorted(p.text for p in fact.parties) == sorted(["宜昌", "荆州", "黄石", "鄂州", "黄冈"])
        assert fact.signed is None  # an agreement for 2021 is signed the year before
