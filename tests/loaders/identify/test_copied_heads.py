"""Heads that a copy has damaged: the title run into the first sentence, headlines and advertisements above it, no title at all."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.model import Identity
from tests.loaders.helpers import staged

OUTLINE = "一、供水\n（一）建水库。建设。\n二、防洪\n（一）筑堤防。建设。\n"
ARTICLES = "第一条 合作原则\n平等互利。\n第二条 合作内容\n共建水网。\n"


def identity(text: str) -> Identity:
    return staged(text).identity


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("河西市水网建设实施方案为深入贯彻上级部署，加快供水，制定本实施方案。", "河西市水网建设实施方案"),
        ("3河西市水网建设实施方案根据有关规定，结合实际，制定本方案。", "河西市水网建设实施方案"),
        ("河西市支持水网建设若干措施按照《水网规划》要求，制定本措施。", "河西市支持水网建设若干措施"),
        ("河西市水网建设规划为了保障供水，编制本规划，规划期至2030年。", "河西市水网建设规划"),
        ("为贯彻落实《河西市水网建设实施方案》，加快供水，制定本方案（列首位的为牵头单位）。", ""),
        ("河西市有供水工作方案已多年。为加快供水，制定本方案。", ""),
    ],
)
def test_a_title_that_runs_into_the_first_sentence(line: str, title: str) -> None:
    found = identity(f"{line}\n{OUTLINE}")
    assert (found.title, found.genre) == (title, "plan")
    if title:
        assert staged(f"{line}\n{OUTLINE}").text.slice(found.title_span) == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("1河西市河东市水网共建合作协议为加快水网建设，两市经协商一致，签订本协议。", "河西市河东市水网共建合作协议"),
        ("为落实《河西市水网规划》（以下简称《规划》），河西市、河东市经协商，特签署本框架协议。", ""),
        ("经友好协商，河西市与河东市达成如下合作协议：", ""),
    ],
)
def test_the_lead_of_an_agreement_tells_it(line: str, title: str) -> None:
    found = identity(f"{line}\n{ARTICLES}")
    assert (found.genre, found.title, found.works[0].kind) == ("agreement", title, "Agreement")


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("市委市政府印发关于加快水网建设的实施意见", "关于加快水网建设的实施意见"),
        ("河西市人民政府办公室日前出台《加快水网建设的实施意见》", "加快水网建设的实施意见"),
        ("关于加快水网建设的实施意见", "关于加快水网建设的实施意见"),
    ],
)
def test_a_headline_says_who_issued_what_is_printed_below(headline: str, title: str) -> None:
    text = f"{headline}\n为加快水网建设，结合实际，制定本实施意见。\n{OUTLINE}"
    assert (identity(text).title, identity(text).genre) == (title, "opinion")


def test_headings_of_the_page_that_name_the_work_are_not_of_its_title() -> None:
    page = (
        "某商官网 招商信息 数据库\n《河西市水网建设规划》印发（附全文）\n看水利\n某水利研究院2020-05-06\n河西市水网建设规划\n"
    )
    found = identity(f"{page}为加快水网建设，编制本规划。\n{OUTLINE}")
    assert (found.title, found.publisher, found.published) == ("河西市水网建设规划", "某水利研究院", date(2020, 5, 6))


REPORT = "昨日，河西市召开会议，部署水网建设工作，要求各地加快进度、提高质量，确保供水安全，会议还听取了有关部门的汇报。\n会议要求抓好落实。\n"


def test_a_firm_that_advertises_above_the_page_is_no_headline() -> None:
    found = identity(f"某某娱乐（中国）有限公司\n某水利网\n河西市部署水网建设\n2020-05-06 某水利网1207\n{REPORT}")
    assert (found.title, found.publisher, found.published) == ("河西市部署水网建设", "某水利网", date(2020, 5, 6))


@pytest.mark.parametrize(
    ("told", "publisher"),
    [
        ("供水 水网 建设 河西市政府网站 2020-05-06\n", "河西市政府网站"),
        ("发布时间:2020-05-06 10:00来源:水利学会\n2020-05-05 来源: 水利日报\n", "水利日报"),
        ("发布时间:2020-05-06 10:00来源:水利日报\n2020-05-05 来源: 水利学会\n", "水利日报"),
        ("发布时间 2020-05-06 20:02 -- 来源 水利日报 阅读量:113\n", "水利日报"),
        ("2020-05-06水利日报\n", "水利日报"),
        ("发布人：某某智谷  /  发布时间：2020-05-06 10:12:15\n", "某某智谷"),
        ("2020-5-6 09:57| 编辑: 周某| 查看: 338| 评论: 0|来自: 水利日报\n", "水利日报"),
        ("发布时间:2020-05-06 来源:网络整理\n", ""),
        ("发布时间:2020-05-06 来源:本网原创稿\n", ""),
    ],
)
def test_credits_name_the_medium(told: str, publisher: str) -> None:
    found = identity(f"河西市部署水网建设\n{told}{REPORT}")
    assert (found.title, found.publisher, found.published) == ("河西市部署水网建设", publisher, date(2020, 5, 6))


@pytest.mark.parametrize("lead", ["水利网获悉，", "水利网5月6日河西消息（水利网记者周某）", "水利网记者从市水务局获悉，"])
def test_the_medium_that_learned_it(lead: str) -> None:
    assert identity(f"{lead}河西市部署水网建设，年内建成水库两座。\n").publisher == "水利网"


@pytest.mark.parametrize(
    "note", ["（水利晚报2020年5月6日第2版刊登）", "（原载《水利晚报》2020年5月6日）", "（水利晚报 2020-05-06 A3版）"]
)
def test_the_paper_that_printed_an_agreement(note: str) -> None:
    found = identity(f"河西市河东市水网共建合作协议\n两市经协商一致，达成如下协议。\n{ARTICLES}2020年5月5日\n{note}\n")
    assert (found.publisher, found.published, found.works[0].issued) == ("水利晚报", date(2020, 5, 6), date(2020, 5, 5))


def test_the_page_of_the_issuer_publishes_what_it_issues() -> None:
    text = f"河西市人民政府关于加快水网建设的意见\n发布时间：2020-05-06 来源：河西市人民政府\n各县人民政府：\n{OUTLINE}河西市人民政府\n2020年5月1日\n"
    found = identity(text)
    assert (found.publisher, [m.text for m in found.works[0].issuers]) == ("河西市人民政府", ["河西市人民政府"])


@pytest.mark.parametrize(
    ("first", "genre"),
    [
        ("5月6日下午，全市水网建设工作会议召开，部署有关工作。", "news"),
        ("近日，全市水网建设启动。", "news"),
        ("水网建设十大工程如下。据了解，前四项已经建成。", "news"),
        ("水网是重要的基础设施。", "other"),
    ],
)
def test_a_report_opens_with_its_day(first: str, genre: str) -> None:
    assert identity(f"河西市水网建设\n{first}\n").genre == genre


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("河西市2020年重点民生实事工作清单", "division-plan"),
        ("政府工作报告重点工作任务", "division-plan"),
        ("河西市市场准入负面清单", "plan"),
    ],
)
def test_lists_of_work(title: str, genre: str) -> None:
    assert identity(f"{title}\n{OUTLINE}").genre == genre


def test_a_report_on_several_works_is_called_after_none() -> None:
    lead = "昨天，河西市与河东市签署了"
    both = identity(f"{lead}《供水合作框架协议》《防洪合作框架协议》和《水网共建备忘录》，涉及以下内容。\n")
    assert (both.title, [w.title for w in both.works][:2]) == ("", ["供水合作框架协议", "防洪合作框架协议"])
    assert identity(f"{lead}《供水合作框架协议》，涉及以下内容。\n").title == "供水合作框架协议"


UNITS = ["各市、区人民政府", "东湖新区管委会", "西港新区管委会", "市各委办局", "各直属单位"]


@pytest.mark.parametrize("mark", ["；", ";"])
def test_addressees_of_several_kinds(mark: str) -> None:
    line = f"各市、区人民政府，东湖新区、西港新区管委会{mark}市各委办局，各直属单位：\n"
    text = f"市政府关于下达水网建设任务的通知\n{line}现将任务下达，请抓好落实。\n河西市人民政府\n2018年31\n（此件公开发布）\n"
    work = identity(text).works[0]
    assert [m.text for m in work.addressees] == UNITS
    assert ([m.text for m in work.issuers], work.issued) == (["河西市人民政府"], None)  # the day is damaged


def test_a_sentence_of_several_parts_is_no_addressee() -> None:
    text = f"各县人民政府：\n现就有关事项通知如下，请抓好落实；加强协作，责任单位为市水务局：\n{OUTLINE}"
    assert [m.text for m in identity(text).works[0].addressees] == ["各县人民政府"]


@pytest.mark.parametrize("day", ["——2019年1月8日在", "（2019年1月8日在"])
@pytest.mark.parametrize("greeting", ["各位代表", "各位委员", "同志们"])
def test_a_report_is_given_on_a_day_and_addressed_to_nobody(day: str, greeting: str) -> None:
    close = "）" if day[0] == "（" else ""
    head = f"政府工作报告\n{day}河西县第十六届人民代表大会第三次会议上{close}\n县长 周某某\n{greeting}：\n"
    work = identity(f"{head}现在，我代表县人民政府报告工作。\n{OUTLINE}").works[0]
    assert (work.kind, work.issued, work.addressees) == ("Report", date(2019, 1, 8), ())


@pytest.mark.parametrize(
    ("lead", "genre"),
    [
        ("现就水网建设重点工作责任分工通知如下：", "division-plan"),
        ("市政府决定将重点工作列入考核，现予以分解、立项。请抓好落实。", "division-plan"),
        ("现将《水网建设方案》印发给你们，请抓好任务分解。", "notice"),
        ("现就加强供水工作通知如下：", "notice"),
        ("为加快水网建设，现提出以下意见：", "opinion"),
        ("经市政府同意，现提出如下实施意见。", "opinion"),
    ],
)
def test_what_a_paper_without_title_does_its_lead_says(lead: str, genre: str) -> None:
    assert identity(f"各县人民政府，市政府各部门：\n{lead}\n{OUTLINE}").genre == genre


ANNEXED = "附件1\n2021年重点工作任务清单\n一、水务局牵头工作（2项）\n1.建水库。\n2.筑堤防。\n"


@pytest.mark.parametrize(("lead", "main"), [("现将《2021年重点工作任务分解》印发给你们，请抓好落实。", 1), ("请抓好落实。", 0)])
def test_what_a_notice_without_title_sends_out_is_the_work_also_where_it_makes_demands(lead: str, main: int) -> None:
    text = f"各乡镇人民政府，县直各单位：\n{lead}\n一、压实责任。细化措施。\n二、强化调度。按月盘点。\n某县人民政府办公室\n2021年5月8日\n{ANNEXED}"
    found = identity(text)
    assert (found.main, found.works[1].title) == (main, "2021年重点工作任务清单")
    assert [m.text for m in found.works[main].issuers] == ["某县人民政府办公室"]
