"""Documents as web pages print them: facts from the table of properties, papers without a title, the headline among heads."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.model import Identity, WorkIdentity
from tests.loaders.helpers import staged

TITLE, TO = "关于做好水网建设工作的通知", "各市人民政府，省政府各部门："
BODY = "为做好有关工作，现通知如下。\n一、加强领导。各地要高度重视。\n二、压实责任。各部门要密切配合。\n"


def identity(text: str, stem: str = "a9") -> Identity:
    return staged(text, stem=stem).identity


def work(text: str, stem: str = "a9") -> WorkIdentity:
    found = identity(text, stem)
    assert found.main >= 0
    return found.works[found.main]


def test_the_properties_state_what_head_and_signature_do_not() -> None:
    table = "索引号：01/2020-3 主题分类：水利\n发文机关：某省人民政府 成文日期：2020年1月15日\n发文字号：某政发〔2020〕1号 发布日期：2020年1月17日\n"
    text = f"{table}{TITLE}\n{TO}\n{BODY}"
    found = work(text)
    assert (found.number, found.issued, found.title) == ("某政发〔2020〕1号", date(2020, 1, 15), TITLE)
    assert [m.text for m in found.issuers] == ["某省人民政府"]
    assert identity(text).published == date(2020, 1, 17)
    clean = staged(text).text
    assert clean.slice(found.number_span or found.span) == "某政发〔2020〕1号"


def test_what_the_document_prints_goes_before_the_properties() -> None:
    table = "索引号：01/2020-3\n生成日期：2020-01-23\n文号：某政发〔2020〕9号\n发布机构：某省人民政府网站\n"
    found = work(f"{table}{TITLE}\n某政发〔2020〕1号\n{TO}\n{BODY}某省水利厅\n2020年1月15日\n")
    assert (found.number, found.issued) == ("某政发〔2020〕1号", date(2020, 1, 15))
    assert [m.text for m in found.issuers] == ["某省水利厅"]


def test_an_issuer_printed_short_takes_its_name_in_full_and_a_database_states_the_day() -> None:
    head = "∙【制定机关】武汉市人民政府办公厅\n∙【公布日期】2020.01.17\n∙【字 号】武政办〔2020〕1号\n正文\n"
    found = work(f"{head}市人民政府办公厅关于做好水网建设工作的通知\n各区人民政府:\n{BODY}")
    assert [m.text for m in found.issuers] == ["武汉市人民政府办公厅"]
    assert found.issued == date(2020, 1, 17)


@pytest.mark.parametrize(
    "below", ["附件：2016年水网建设重点任务分解表\n", "附件:任务分解表\n某县人民政府办公室\n2016年3月5日\n"]
)
def test_a_page_without_the_title_has_none_and_its_annex_is_no_title(below: str) -> None:
    text = f"各乡镇人民政府，县政府各部门：\n现将2016年各项目标任务分解下达，请抓好落实。\n{below}"
    found = work(text)
    assert (found.kind, found.title) == ("Notice", "")
    assert [m.text for m in found.addressees] == ["各乡镇人民政府", "县政府各部门"]
    assert work(text, "水网任务通知").title == "水网任务通知"


def test_what_a_notice_without_title_prints_is_the_work() -> None:
    text = f"{TO}\n《某省水网建设实施方案》已经省政府同意，现印发给你们。\n某省人民政府办公厅\n2021年3月5日\n某省水网建设实施方案\n为建设水网，制定本方案。\n一、总体要求\n以水定城。\n二、重点任务\n（一）建设水库。\n"
    found = work(text)
    assert (found.title, found.kind, found.issued) == ("某省水网建设实施方案", "Plan", date(2021, 3, 5))
    assert [m.text for m in found.issuers] == ["某省人民政府办公厅"]


def test_the_lead_tells_the_kind_of_a_work_without_title() -> None:
    found = work("为加快建设水网，结合我县实际，制定本实施方案。\n一、总体要求\n以水定城。\n二、重点任务\n（一）建设水库。\n")
    assert (found.kind, found.title) == ("Plan", "")


def test_a_notice_whose_title_leaves_its_kind_out() -> None:
    text = f"某省人民政府办公厅关于印发某省水网建设工作方案\n某政办发〔2017〕55号\n{TO}\n现印发给你们。\n某省人民政府办公厅\n2017年5月15日\n某省水网建设工作方案\n一、总体要求\n以水定城。\n二、任务\n建设水库。\n"
    found = identity(text)
    assert (found.title, found.works[0].kind, found.genre) == ("某省水网建设工作方案", "Notice", "plan")


@pytest.mark.parametrize(
    ("heads", "headline"),
    [
        (["甲市乙市签署水网合作协议", "协同发展打造跨区域合作先行示范市", "张三李四王五赵六出席"], "甲市乙市签署水网合作协议"),
        (["协同发展打造跨区域合作先行示范市", "甲市乙市签署水网合作协议"], "甲市乙市签署水网合作协议"),
        (["甲市水网建设进入快车道"], "甲市水网建设进入快车道"),
        (["甲市热线", "甲市水网建设进入快车道"], "甲市水网建设进入快车道"),
        (["图为甲市水网工地(张三摄)"], ""),
        ([], ""),
    ],
)
def test_the_headline_among_the_heads(heads: list[str], headline: str) -> None:
    lead = "本报讯 记者张三 5月13日,甲市与乙市签署水网合作协议。双方将拓宽合作领域、完善合作机制,加快推进两地协同发展。"
    assert identity("\n".join([*heads, lead, lead]) + "\n").headline == headline


@pytest.mark.parametrize(
    ("lead", "medium"),
    [
        ("新华社武汉2月21日电(记者张三)", "新华社"),
        ("某某网讯:", "某某网"),
        ("中新网8月14日电 ", "中新网"),
        ("本报讯 ", ""),
        ("记者从市水利局获悉,", ""),
    ],
)
def test_the_medium_of_a_dateline(lead: str, medium: str) -> None:
    assert (
        identity(f"{lead}2月21日,甲市与乙市签署水网合作协议。记者了解到,双方将共建水网。\n据介绍,水网全长20公里。\n").publisher
        == medium
    )


@pytest.mark.parametrize("above", ["", "某市人民政府\n", "新闻详情\n", "某市人民政府\n文件正文\n"])
def test_the_owner_of_the_page_and_its_section_are_no_part_of_the_title(above: str) -> None:
    title = "某市水务局对某市第三届人民代表大会第四次会议第69号建议的答复"
    found = work(
        f"{above}{title}\n某水函〔2019〕97号\n张三等代表：\n你们提出的建议收悉，现答复如下。\n某市水务局\n2019年6月30日\n"
    )
    assert (found.title, [m.text for m in found.addressees]) == (title, ["张三等代表"])


def test_two_who_issue_together_both_stand_in_the_title() -> None:
    found = work(f"中共某省委\n某省人民政府关于加快水网建设的意见\n某发〔2019〕7号\n各市党委和人民政府：\n{BODY}")
    assert found.title == "中共某省委某省人民政府关于加快水网建设的意见"


def test_articles_without_a_title_are_an_extract_of_a_statute() -> None:
    text = "第七条 水行政主管部门负责监督。\n第八条 取水应当申请。\n第二章 规划\n第九条 编制规划。\n"
    assert (identity(text).genre, identity(text).title) == ("regulation", "")


NOTICE = "某市人民政府办公室关于印发某市水网建设任务分工的通知"
ITEMS = "一、供水\n1.建设水库。责任单位：水务局。\n二、防洪\n1.加固堤防。责任单位：水务局、财政局。\n"


@pytest.mark.parametrize(
    "lead", ["《某市水网建设任务分工》已经研究同意，现印发给你们，请抓好落实。", "现将任务分工予以印发，请抓好落实。"]
)
def test_a_notice_that_prints_a_work_without_its_title_carries_it(lead: str) -> None:
    found = identity(f"{NOTICE}\n某政办发〔2008〕31号\n各镇人民政府：\n{lead}\n{ITEMS}")
    assert [w.title for w in found.works] == [NOTICE, "某市水网建设任务分工"]
    assert (found.main, found.genre, found.works[1].number) == (1, "division-plan", "某政办发〔2008〕31号")


def test_a_notice_signed_below_its_headings_arranges_the_matter_itself() -> None:
    lead = "现将任务分工印发给你们，并就有关事项通知如下。"
    found = identity(f"{NOTICE}\n某政办发〔2008〕31号\n各镇人民政府：\n{lead}\n{BODY}某市人民政府办公室\n2008年5月6日\n")
    assert found.title == NOTICE


@pytest.mark.parametrize("below", ["", f"{NOTICE}\n"])
def test_a_title_above_the_path_of_the_page_is_kept_where_it_is_not_printed_again(below: str) -> None:
    lead = "经市人民政府同意，现将《某市水网建设任务分工》印发给你们。"
    found = identity(f"{NOTICE}\n您当前的位置：首页 > 政务公开\n2024-10-29 00:26:37\n{below}{lead}\n{ITEMS}")
    assert [w.title for w in found.works] == [NOTICE, "某市水网建设任务分工"]


STRETCH = (
    "一、水源工程\n（一）大中型水库\n1.建设水库。开工一批。（省水利厅、财政厅按职责分工负责，各市人民政府结合实际落实）\n"
    "2.加固水库。完工一批。（省水利厅牵头）\n（二）引调水\n3.建设水渠。贯通一批。（省水利厅负责）\n"
)


def test_a_stretch_of_a_plan_that_opens_with_a_heading_is_a_plan_without_title() -> None:
    found = identity(STRETCH)
    assert (found.genre, found.title, [w.title for w in found.works]) == ("plan", "", [""])


def test_its_items_numbered_through_keep_their_numbers() -> None:
    assert [p.path for p in staged(STRETCH).outline.parts if p.task] == ["1", "2", "3"]


def test_a_report_that_opens_with_a_numbered_heading_is_none() -> None:
    assert identity("一、开工\n" + "记者从省水利厅获悉，水库开工。（省水利厅负责）\n" * 3).genre == "news"


def test_a_title_may_end_in_the_unit_whose_share_is_given() -> None:
    title = "2020年某市政府工作报告责任分工-市水利局"
    found = identity(f"{title}\n28.建水库。\n牵头单位：市水利局\n29.通水渠。\n牵头单位：市水利局\n")
    assert (found.genre, found.title) == ("division-plan", title)


def test_minutes_without_their_masthead_are_told_by_their_lead() -> None:
    text = (
        "8月13日，局长张某主持召开局长办公会。现纪要如下：\n会议听取了水网建设情况的汇报。会议要求，加快工作进度。\n"
        "本期发：局领导，局属各单位。\n某市水利局办公室 2021年8月16日印\n"
    )
    found = work(text)
    assert (identity(text).genre, found.issued) == ("minutes", date(2021, 8, 16))
    assert [m.text for m in found.issuers] == ["某市水利局办公室"]
