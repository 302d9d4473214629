"""Meetings that the text says met, and standing joint bodies."""

from __future__ import annotations

from datetime import date

import pytest

from tests.loaders.helpers import staged

FRONT = '---\ntitle: "携手共治跨界河流"\ndate: 2024-05-06 09:00:00\ntags: 某某日报\n---\n'
REST = "双方将共同开展巡查，加强信息共享。据介绍，跨界河流全长320公里。"


def events(sentence: str) -> list[tuple[str, date | None]]:
    return [(e.title, e.date) for e in staged(f"{FRONT}{sentence}\n\n{REST}\n", ".md").facts.events]


def bodies(sentence: str) -> list[str]:
    return [m.title for m in staged(f"{FRONT}{sentence}\n\n{REST}\n", ".md").facts.mechanisms]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("2024年5月5日，跨界河流治理第三次联席会议召开。", [("跨界河流治理第三次联席会议", date(2024, 5, 5))]),
        ("5月5日，两省跨界河流治理座谈会在武汉举行。", [("两省跨界河流治理座谈会", date(2024, 5, 5))]),
        (
            "5月5日，在长江中游城市群省会城市第五届会商会上，四市作出部署。",
            [("长江中游城市群省会城市第五届会商会", date(2024, 5, 5))],
        ),
        ("完善联席会议制度，定期召开会议。", []),
        ("报告已经市十五届人大三次会议审议通过。", [("市十五届人大三次会议", None)]),
        ("方案经市政府第三次常务会议审议通过。", []),
        ("贯彻落实省第十一次党代会部署。", []),
        ("全面贯彻党的十九大和十九届历次全会精神。", []),
        ("办好中部投资贸易博览会。", []),
        ("随着某市第十七届人民代表大会第六次会议召开，报告全部出炉。", [("某市第十七届人民代表大会第六次会议", None)]),
        (
            "5月5日，某省第十一届人民代表大会常务委员会第二十二次会议举行。",
            [("某省第十一届人民代表大会常务委员会第二十二次会议", date(2024, 5, 5))],
        ),
        (
            "5月5日，甲省人民政府、乙市人民政府水网合作框架协议签约仪式举行。出席协议签约仪式的有两省市代表。",
            [("甲省人民政府、乙市人民政府水网合作框架协议签约仪式", date(2024, 5, 5))],
        ),
        (
            "5月5日，某某率团参加江汉平原城市协调会第十次市长联席会议。",
            [("江汉平原城市协调会第十次市长联席会议", date(2024, 5, 5))],
        ),
        ("2024年江汉三市党政联席会议昨天在武汉召开。", [("2024年江汉三市党政联席会议", date(2024, 5, 5))]),
        ("5月5日，2024年江汉港口合作联席会议在武汉召开。", [("2024年江汉港口合作联席会议", date(2024, 5, 5))]),
        (
            "5月5日，记者从江汉流域第三届省级协调领导小组会议上获悉。",
            [("江汉流域第三届省级协调领导小组会议", date(2024, 5, 5))],
        ),
        ("欢迎各地来汉出席第九届中部博会。", [("第九届中部博会", None)]),
        (
            "5月5日，甲县举行融入长江中游城市群推动毗邻地区一体化发展会议。",
            [("融入长江中游城市群推动毗邻地区一体化发展会议", date(2024, 5, 5))],
        ),
        ("5月5日，部长在协议签署仪式上讲话。", []),
        (
            "5月5日，市政府与某某大学校地合作协议签约仪式举行。5月5日，甲市人民政府与某某大学校地合作协议签约仪式在我市举行。",
            [("甲市人民政府与某某大学校地合作协议签约仪式", date(2024, 5, 5))],
        ),
    ],
)
def test_meetings(sentence: str, wanted: list[tuple[str, date | None]]) -> None:
    assert events(sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("推动成立长江中游城市群高校联盟，探索学分互认。", ["长江中游城市群高校联盟"]),
        ("建立跨界河流治理联席会议制度，加强协作。", ["跨界河流治理联席会议制度"]),
        ("发挥城市群协同发展联合办公室作用。", ["城市群协同发展联合办公室"]),
        ("加强与东盟的经贸合作。", []),
        ("5月5日，江汉流域合作第三届省级协调领导小组会议召开。", ["江汉流域合作省级协调领导小组"]),
        ("5月5日，2024江汉三市党政联席会议在武汉召开。", ["江汉三市党政联席会议"]),
        ("5月5日，江汉合作区首届联席会议在武汉召开。", ["江汉合作区联席会议"]),
        ("“江汉古道”文旅发展联盟在武汉成立。", ["“江汉古道”文旅发展联盟"]),
        ("5月5日，江汉平原城市协调会第十次市长联席会议召开，城市协调会第十一次市长联席会议另行召开。", ["江汉平原城市协调会"]),
        ("完善跨界河流联防联治协作机制。", ["跨界河流联防联治协作机制"]),
        ("发挥江汉地区合作与发展联席会议作用。", ["江汉地区合作与发展联席会议"]),
        ("三市建立了执法联动、宣传共享这两项协作机制。", []),
        ("共建高能级科创载体、高水平产学研联盟。", []),
        ("双方共建了江汉大学科技园联盟黄石工作站。", []),
        ("支持企业建立联盟。", []),
        ("加强部门协作，健全工作机制。", []),
    ],
)
def test_standing_bodies(sentence: str, wanted: list[str]) -> None:
    assert bodies(sentence) == wanted


def test_a_body_named_twice_is_one() -> None:
    assert bodies("成立长江中游城市群高校联盟。依托长江中游城市群高校联盟开展合作。") == ["长江中游城市群高校联盟"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("5月29至30日，“淮河流域六地商协会发展峰会”在信阳市召开。", [("淮河流域六地商协会发展峰会", date(2024, 5, 29))]),
        ("在日前召开的淮河流域协同治水工作会议上，各地作了交流。", [("淮河流域协同治水工作会议", None)]),
        (
            "近日，第六届淮河流域警务协作联席会开幕。第六届淮河流域警务协作联席会议在信阳市召开。",
            [("第六届淮河流域警务协作联席会议", None)],
        ),
    ],
)
def test_meetings_in_quotes_over_several_days_or_told_of_lately(sentence: str, wanted: list[tuple[str, date | None]]) -> None:
    assert events(sentence) == wanted


def test_the_year_in_the_name_of_a_meeting_is_that_of_its_day() -> None:
    (event,) = staged("10月15日，松滋派出所召开2023年度边界警务协作会，共商边界联防。\n").facts.events
    assert (event.title, event.date) == ("2023年度边界警务协作会", date(2023, 10, 15))


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("国务院决定成立第二次全国水利普查领导小组。", ["第二次全国水利普查领导小组"]),
        ("水利局承担领导小组的日常工作，由所在单位向领导小组办公室提出。", []),
        ("5月5日，豫皖水利合作座谈会暨豫皖水利合作第7次联席会举行。", ["豫皖水利合作联席会"]),
        ("双方将构建淮河上游水源保护协作机制。", ["淮河上游水源保护协作机制"]),
        ("双方将进一步建立两市互利共赢合作机制。", []),
    ],
)
def test_bodies_that_are_founded_and_what_is_said_of_their_work(sentence: str, wanted: list[str]) -> None:
    assert bodies(sentence) == wanted


AGREED = "5月5日，黄石市与鄂州市签署《跨界河流联保共治协议》。"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "两市建立“水质数据互认机制”“人员联查联控工作机制”，并成立河湖管护专班。",
            ["“水质数据互认机制”", "“人员联查联控工作机制”", "河湖管护专班"],
        ),
        ("两地将建立巡河信息共享机制，健全水库联合调度制度。", ["巡河信息共享机制", "水库联合调度制度"]),
        ("双方完善考核机制，健全沟通协调机制、工作机制等三项制度。", []),
    ],
)
def test_what_parties_set_up_with_each_other(sentence: str, wanted: list[str]) -> None:
    assert sorted(bodies(f"{AGREED}{sentence}")) == sorted(name.strip("“”") for name in wanted)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("5月5日，以“共治”为主题的2024年大别山旅游合作联席会议召开。", ["大别山旅游合作联席会议"]),
        ("大别山沿线（3+6）旅游推广联盟成立，旅游推广联盟秘书处设在黄石。", ["大别山沿线（3+6）旅游推广联盟"]),
        ("将高效推进联盟各项工作，成立8大产业联盟。", []),
        ("5月5日，大别山旅游协调会第三届市长联席会议召开。", ["大别山旅游协调会"]),
        ("界河治理是本次联席会议的重要议题。", []),
        ("双方将建立健全跨流域的应急联动机制，共享信息。", ["跨流域的应急联动机制"]),
        ("形成三级作风建设联动机制。", []),
    ],
)
def test_bodies_by_their_meetings_and_longest_names(sentence: str, wanted: list[str]) -> None:
    assert bodies(sentence) == wanted


def test_a_year_right_behind_the_verb_belongs_to_the_name() -> None:
    wanted = [("2024年毗邻地区森林防火会商会", date(2024, 5, 5))]
    assert events("5月5日，黄石市召开2024年毗邻地区森林防火会商会。") == wanted
