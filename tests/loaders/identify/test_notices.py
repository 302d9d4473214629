"""A notice that prints a plan; a plan approved by another document; letters whose title is lost."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.model import WorkIdentity
from tests.loaders.helpers import staged

PLAN = "为加快水网建设，制定本方案。\n一、总体要求\n坚持节水优先。\n二、重点任务\n（一）建设水库。推进建设。（省水利厅牵头）\n"
NOTICE = """湖北省人民政府办公厅关于印发《湖北省水网建设实施方案》的通知
鄂政办发〔2024〕5号

各市（州）人民政府，省政府各部门：
《湖北省水网建设实施方案》已经省人民政府同意（鄂政函〔2024〕9号），现印发给你们，请认真贯彻落实。

湖北省人民政府办公厅
2024年3月5日

"""


def works(text: str) -> tuple[WorkIdentity, ...]:
    return staged(text).identity.works


@pytest.mark.parametrize(
    "title",
    ["湖北省水网建设实施方案", "附件：湖北省水网建设实施方案", "附件\n湖北省水网建设实施方案", "附：湖北省水网建设实施方案"],
)
def test_the_plan_is_the_work_the_file_is_there_for(title: str) -> None:
    done = staged(f"{NOTICE}{title}\n\n{PLAN}")
    notice, plan = done.identity.works
    assert done.identity.main == 1
    assert done.identity.genre == "plan"
    assert (notice.kind, plan.kind) == ("Notice", "Plan")
    assert plan.title == "湖北省水网建设实施方案"


def test_the_plan_takes_the_head_of_its_notice() -> None:
    _, plan = works(f"{NOTICE}湖北省水网建设实施方案\n\n{PLAN}")
    assert plan.number == "鄂政办发〔2024〕5号"
    assert plan.issued == date(2024, 3, 5)
    assert [m.text for m in plan.issuers] == ["湖北省人民政府办公厅"]
    assert [m.text for m in plan.addressees] == ["各市（州）人民政府", "省政府各部门"]
    assert plan.issued_with == 0


def test_the_number_of_the_approval_is_not_the_plans_own() -> None:
    _, plan = works(f"{NOTICE}湖北省水网建设实施方案\n\n{PLAN}")
    assert plan.approval is not None
    assert plan.approval[0] == "鄂政函〔2024〕9号"


def test_the_outline_is_the_plans() -> None:
    parts = staged(f"{NOTICE}湖北省水网建设实施方案\n\n{PLAN}").outline.parts
    assert [p.title for p in parts] == ["总体要求", "重点任务", "建设水库"]


@pytest.mark.parametrize(
    ("preface", "implements"),
    [
        ("为贯彻落实《国家水网建设规划纲要》，结合我省实际，制定本方案。", "国家水网建设规划纲要"),
        ("为深入贯彻落实国务院批复的国家水网建设规划纲要(以下简称纲要)，制定本方案。", "国家水网建设规划纲要"),
        ("为加快水网建设，制定本方案。", ""),
    ],
)
def test_what_a_division_of_work_carries_out(preface: str, implements: str) -> None:
    text = f"湖北省水网建设重点任务分工方案\n鄂政办发〔2024〕6号\n\n{preface}\n一、建设水库。推进建设。（责任单位：省水利厅）\n二、整治河道。推进整治。（责任单位：省水利厅）\n"
    assert works(text)[0].implements == implements


def test_a_reply_without_title_is_known_by_what_it_says() -> None:
    text = "湖北省人民政府：\n你省《关于设立试验区的请示》（鄂政文〔2024〕3号）收悉。现批复如下：\n一、同意设立试验区。\n二、加强组织领导。\n国务院\n2024年3月5日\n"
    done = staged(text, stem="试验区批复")
    work = done.identity.works[done.identity.main]
    assert (work.kind, done.identity.genre) == ("Approval", "approval")
    assert [m.text for m in work.issuers] == ["国务院"]
    assert [m.text for m in work.addressees] == ["湖北省人民政府"]
    assert work.issued == date(2024, 3, 5)


def test_a_letter_without_title_takes_the_files_name() -> None:
    text = "各市（州）人民政府：\n为做好防汛工作，现就有关事项通知如下。\n一、加强值守。\n二、强化巡查。\n湖北省水利厅\n2024年3月5日\n"
    done = staged(text, stem="防汛工作通知")
    assert done.identity.title == "防汛工作通知"
    assert done.identity.works[done.identity.main].kind == "Notice"


def test_the_name_under_which_a_site_shares_the_file_is_no_title() -> None:
    text = "《水网方案》鄂政办发〔2024〕6号.docx\n《《水网方案》鄂政办发〔2024〕6号.docx》由会员分享,可在线阅读,更多相关《水网方案》请在文库上搜索。\n"
    text += f"湖北省水网建设重点任务分工方案\n鄂政办发〔2024〕6号\n\n{PLAN}"
    assert works(text)[0].title == "湖北省水网建设重点任务分工方案"
