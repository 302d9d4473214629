"""Heads as pages lose and glue them: no title, no colon, no marks behind labels, the work below the signature."""

from __future__ import annotations

from datetime import date

from loaders.identify.genres import printed_title
from tests.loaders.helpers import cleaned
from tests.loaders.identify.test_pages import BODY, TITLE, TO, identity, work

PLAN = "黄石市水网建设实施方案"
OUTLINE = "一、总体要求\n（一）指导思想。坚持人水和谐。\n（二）发展目标。水更清。\n"


def test_a_notice_without_its_title_above_the_plan_it_prints() -> None:
    text = f"各县（市）、区人民政府，市直有关单位：\n《{PLAN}》已经市政府研究通过，现印发给你们，请认真贯彻落实。\n2020年11月17日\n{PLAN}\n为建设水网，制定本实施方案。\n{OUTLINE}"
    found = work(text)
    assert (found.title, found.issued) == (PLAN, date(2020, 11, 17))
    assert [m.text for m in found.addressees] == ["各县（市）、区人民政府", "市直有关单位"]


def test_the_plan_below_the_signature_whose_title_is_not_repeated() -> None:
    text = (
        f"黄石市人民政府办公室关于印发〈{PLAN}〉的通知\n黄政办发〔2020〕6号\n各县（市）、区人民政府：\n"
        f"《{PLAN}》已经市政府同意，现印发给你们，请认真贯彻执行。\n黄石市人民政府办公室\n2020年5月28日\n"
        f"今年是水网建设的关键一年。\n{OUTLINE}"
    )
    found = work(text)
    assert (found.title, found.number, found.issued) == (PLAN, "黄政办发〔2020〕6号", date(2020, 5, 28))
    assert found.body
    assert "指导思想" in text[found.body.begin :]


def test_a_title_that_begins_with_another_work_in_marks() -> None:
    assert (
        printed_title("某市人民政府办公室关于印发《政府工作报告》重点工作任务分工的通知") == "《政府工作报告》重点工作任务分工"
    )
    assert printed_title("某市人民政府办公室关于印发〈某市治水要点〉的通知") == "某市治水要点"


def test_addressees_without_their_colon_or_run_into_the_first_sentence() -> None:
    bare = work(f"{TITLE}\n某政发〔2020〕1号\n各街道办事处、镇人民政府，区政府各部门\n{BODY}")
    assert [m.text for m in bare.addressees] == ["各街道办事处", "镇人民政府", "区政府各部门"]
    run_in = work(
        f"{TITLE}\n某政发〔2020〕1号\n各市人民政府、省政府各部门：为做好有关工作，现通知如下。\n一、加强领导。各地要高度重视。\n"
    )
    assert [m.text for m in run_in.addressees] == ["各市人民政府", "省政府各部门"]


def test_labels_with_no_mark_behind_them() -> None:
    text = (
        "发文机关国务院\n发文日期2018年01月11日\n时效性现行有效\n发文字号国函〔2018〕2号\n水利部：\n"
        "你部《关于报送治水工作部际联席会议制度的请示》收悉。现批复如下：\n同意建立治水工作部际联席会议制度。\n"
    )
    found = work(text)
    assert (found.number, found.issued) == ("国函〔2018〕2号", date(2018, 1, 11))
    assert ([m.text for m in found.issuers], [m.text for m in found.addressees]) == (["国务院"], ["水利部"])
    rows = "索引号 014437529/2018-3 主题分类 水利\n发布单位 某市政府办 发文日期 2018-09-25\n文号 某政发〔2018〕53号 时效 有效\n"
    assert work(f"{rows}{TITLE}\n{TO}\n{BODY}").number == "某政发〔2018〕53号"


def test_a_sentence_that_opens_with_a_label_is_text() -> None:
    text = f"{TITLE}\n{TO}\n标题要简明。\n名称要统一。\n来源要可靠。\n{BODY}"
    assert "标题要简明" in cleaned(text).text
    assert work(text).title == TITLE


def test_the_annex_that_follows_a_reply_is_part_of_it() -> None:
    annex = "为加强治水工作的统筹协调，及时研究解决工作中的重大问题，经国务院同意，建立治水工作部际联席会议制度，联席会议由水利部牵头，有关部门和单位参加，按照职责分工落实各项工作任务。"
    text = f"国务院关于同意建立治水工作部际联席会议制度的批复\n国函〔2018〕2号\n水利部：\n你部请示收悉。现批复如下：\n同意建立联席会议制度。\n附件：治水工作部际联席会议制度\n{annex}\n一、主要职能\n研究重大问题。\n二、成员单位\n由水利部等组成。\n"
    assert "主要职能" in text[identity(text).body.begin : identity(text).body.end]


def test_a_governments_rules_for_itself_name_it() -> None:
    text = "镇安县人民政府工作规则\n第一章 总则\n第一条 为规范工作，制定本规则。\n第二条 县政府实行县长负责制。\n"
    assert [m.text for m in work(text).issuers] == ["镇安县人民政府"]


def test_the_site_and_the_section_above_a_headline() -> None:
    report = "黄石签署护林协议\n5月5日，黄石市与咸宁市签署《护林联防协议》。据悉，两市将携手护林。\n"
    assert identity(f"媒体播报\n{report}").title == "黄石签署护林协议"
    assert identity(f"法海网--中国法规检索网\n{TITLE}\n某政发〔2020〕1号\n{TO}\n{BODY}").title == TITLE


def test_days_of_publication_as_other_sites_print_them() -> None:
    lead = "5月5日，黄石市与咸宁市签署《护林联防协议》，在幕阜山区建立护林队伍。据悉，两市将携手护林。\n"
    assert identity(f"黄石签署护林协议\n06.05.2021  21:12\n{lead}").published == date(2021, 5, 6)
    found = identity(f"黄石签署护林协议\n2021年5月6日 23:55城市快报记者 张某某 {lead}")
    assert (found.published, found.publisher) == (date(2021, 5, 6), "城市快报")
