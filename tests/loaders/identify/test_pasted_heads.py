"""Heads as pages print them: lines of the site around title and addressees, headings above the title, covers and gazettes."""

from __future__ import annotations

from datetime import date

import pytest

from tests.loaders.helpers import staged

BODY = "为加快水网建设，制定本方案。\n一、供水\n（一）建水库。建设。\n二、防洪\n（一）筑堤防。建设。\n"
NOTICE = "《河西市水网建设方案》已经市政府同意，现印发给你们，请认真贯彻执行。\n河西市人民政府办公室\n2021年3月5日\n"
TITLE = "河西市人民政府办公室关于印发河西市水网建设方案的通知\n"
ADDRESSED = "各县（区）人民政府，市政府各部门：\n"
PLAN = "河西市水网建设方案\n"


def head(text: str) -> tuple[str, str, list[str], list[str], date | None]:
    """Title, number, issuers, addressees and day of the main work."""
    identity = staged(text).identity
    work = identity.works[identity.main]
    return identity.title, work.number, [m.text for m in work.issuers], [m.text for m in work.addressees], work.issued


WHOLE = (
    "河西市水网建设方案",
    "河政办发〔2021〕7号",
    ["河西市人民政府办公室"],
    ["各县（区）人民政府", "市政府各部门"],
    date(2021, 3, 5),
)


@pytest.mark.parametrize(
    "page",
    [
        TITLE + "• 日期：2021-03-09 10:00\n• 字体：[ ]\n河政办发〔2021〕7号\n" + ADDRESSED,
        TITLE + "河政办发〔2021〕7号\n类别：A\n公开\n" + ADDRESSED,
        TITLE.strip() + " |\n|\n河政办发〔2021〕7号\n" + ADDRESSED,
        "西部水网\n" + TITLE + "河政办发〔2021〕7号\n" + ADDRESSED,
        "甘肃省河西市人民政府办公室\n" + TITLE + "河政办发〔2021〕7号\n" + ADDRESSED,
        TITLE + "\n索引号\n620000/2021-7\n发文字号\n河政办发〔2021〕7号\n主题分类\n水利\n" + ADDRESSED,
        ">> 政务公开 >> 文件\n河西市水网建设情况\n" + TITLE + "河政办发〔2021〕7号\n" + ADDRESSED,
    ],
    ids=["credits", "marks of a reply", "bars", "section", "organ with its province", "labels above values", "a trail"],
)
def test_what_a_page_sets_around_the_head_is_not_of_it(page: str) -> None:
    assert head(page + NOTICE + PLAN + BODY) == WHOLE


def test_addressee_below_a_line_of_credit_opens_a_text_without_a_title() -> None:
    title, _, issuers, addressees, day = head("来源时间为：2021-03-09\n" + ADDRESSED + NOTICE + PLAN + BODY)
    assert (title, issuers, addressees, day) == (WHOLE[0], WHOLE[2], WHOLE[3], WHOLE[4])


def test_two_organs_one_above_the_other_issue_jointly() -> None:
    title = "中共河西市委办公室\n河西市人民政府办公室关于印发河西市水网建设方案的通知\n河办发〔2021〕7号\n"
    text = title + "各县（区）党委、人民政府：\n《河西市水网建设方案》已经同意，现印发给你们。\n" + PLAN + BODY
    assert head(text)[2] == ["中共河西市委办公室", "河西市人民政府办公室"]


def test_organ_and_day_on_one_line_sign() -> None:
    text = TITLE + "河政办发〔2021〕7号\n" + ADDRESSED + NOTICE.replace("室\n2021", "室 2021") + PLAN + BODY
    assert head(text) == WHOLE


def test_what_a_notice_prints_may_name_no_kind_of_paper() -> None:
    text = (
        "河西市人民政府办公室关于印发2021年政府工作报告要求办好的事项的通知\n河政办发〔2021〕7号\n"
        + ADDRESSED
        + "现将《2021年〈政府工作报告〉要求办好的事项》印发给你们。\n河西市人民政府办公室\n2021年3月5日\n"
        + "2021年《政府工作报告》要求办好的事项\n一、供水\n（一）建水库。（牵头单位：市水务局）\n"
    )
    assert head(text)[0] == "2021年《政府工作报告》要求办好的事项"


def test_a_notice_with_demands_of_its_own_prints_nothing_here() -> None:
    text = (
        TITLE
        + "河政办发〔2021〕7号\n"
        + ADDRESSED
        + "《河西市水网建设方案》已经市政府同意，现印发给你们，并就有关事项通知如下：\n"
        "一、加强领导。各责任单位要细化方案。\n二、按时报送。每季度报告进展。\n"
    )
    assert head(text)[0] == TITLE.strip()


def test_the_title_of_a_work_in_part_in_quotes_is_kept() -> None:
    text = "《河西市水网规划（2021—2035年）》推进方案\n河水发〔2021〕7号\n河西市水务局\n2021年3月5日\n" + BODY
    assert head(text)[0] == "《河西市水网规划（2021—2035年）》推进方案"


def test_a_point_of_a_list_is_no_title() -> None:
    text = "河西市支持水网建设的若干措施\n市政府决定，近日公布若干措施。\n基本介绍\n• 中文名：河西市支持水网建设的若干措施\n政策全文\n"
    assert head(text + BODY)[0] == "河西市支持水网建设的若干措施"


def test_a_caption_is_no_headline() -> None:
    assert staged("全文\n以加快水网建设为目标，推动工作。\n一、供水\n1.建水库。建设。\n").identity.title == ""


def test_a_gazette_is_not_part_of_what_it_prints() -> None:
    text = (
        "河西盟行政公署公报2019年1-3期（总第52期）\n行政公署文件\n河西盟行政公署关于表彰奖励\n水网建设先进集体的决定\n"
        "（河署发〔2019〕1号）\n各旗县市人民政府，盟直有关部门：\n经研究决定，授予有关单位称号。\n"
    )
    found = head(text)
    assert found[:2] == ("河西盟行政公署关于表彰奖励水网建设先进集体的决定", "河署发〔2019〕1号")


def test_the_cover_of_a_plan_names_who_issues_it() -> None:
    text = "河西旗水网建设第十四个五年\n规划纲要\n河西旗人民政府\n2021 年 9 月\n水网是基础设施。根据有关规定，编制本规划。\n第一章 发展环境\n条件变化。\n"
    assert head(text)[2] == ["河西旗人民政府"]


def test_a_report_keeps_its_outline_below_speaker_and_day() -> None:
    text = (
        "政 府 工 作 报 告（2022年）\n政府工作报告\n——在河西旗第十六届人民代表大会第一次会议上\n旗人民政府代旗长 周某某\n（2022年1月5日）\n"
        "各位代表：\n现在，我代表旗人民政府报告工作。\n一、过去四年工作回顾\n成绩来之不易。\n二、今后五年目标\n坚持生态优先。\n"
    )
    done = staged(text)
    assert [p.title for p in done.outline.parts] == ["过去四年工作回顾", "今后五年目标"]
    assert done.identity.works[0].issuers == ()


def test_a_letter_to_an_organ_that_has_lost_its_colon() -> None:
    text = "河西市水务局关于水网建设意见的函\n\n市发展改革委\n\n现将有关意见函告如下，供参考。\n我局支持水网建设。\n河西市水务局\n2025年3月10日\n"
    assert head(text)[2:4] == (["河西市水务局"], ["市发展改革委"])


def test_a_label_of_units_is_no_addressee() -> None:
    text = "河西市2021年民生实事任务分解方案\n供水保障\n新建水库一座\n责任单位：\n市水务局\n一、供水\n（一）建水库。建设。\n"
    assert head(text)[3] == []


@pytest.mark.parametrize("line", ["河政办发〔2021〕7号　　2021年3月5日", "（河政办发〔2021〕7号　2021年3月5日）"])
def test_number_and_day_on_one_line_below_the_title(line: str) -> None:
    text = f"{TITLE}来源：　发布时间：2021-03-09\n{line}\n{ADDRESSED}为加快水网建设，现通知如下：\n一、供水\n建水库。\n二、防洪\n筑堤防。\n"
    assert head(text)[1::3] == ("河政办发〔2021〕7号", date(2021, 3, 5))


def test_the_title_of_what_is_printed_goes_on_where_its_first_line_could_end() -> None:
    plan = "2021年《政府工作报告》确定的主要目标任务\n责任分解方案\n"
    title = "河西市人民政府办公室关于印发2021年〈政府工作报告〉确定的主要目标任务责任分解方案的通知\n"
    text = title + "河政办发〔2021〕7号\n" + ADDRESSED + NOTICE + plan + BODY
    assert head(text)[0] == "2021年《政府工作报告》确定的主要目标任务责任分解方案"


def test_ministries_that_issue_together_a_line_each_above_the_title() -> None:
    text = (
        "水利部\n财政部　自然资源部\n农业农村部　国家林草局\n关于加强江河源头\n综合治理的指导意见\n水保〔2021〕7号\n"
        "各省、自治区、直辖市水利（水务）厅（局）：\n为加强治理，提出以下意见。\n一、治理源头\n加强治理。\n二、保护水源\n加强保护。\n"
        "水　利　部　　　　财　政　部\n自　　　然　　　资　　　源　　　部　　　农 业 农 村 部\n国 家 林 草 局\n2021年3月5日\n"
    )
    title, number, issuers, _, day = head(text)
    assert title.endswith("国家林草局关于加强江河源头综合治理的指导意见")
    assert title.startswith("水利部")
    assert issuers == ["水利部", "财政部", "自然资源部", "农业农村部", "国家林草局"]
    assert (number, day) == ("水保〔2021〕7号", date(2021, 3, 5))


def test_an_office_of_a_government_set_wide_is_one_name() -> None:
    text = (
        TITLE
        + "河政办发〔2021〕7号\n"
        + ADDRESSED
        + NOTICE.replace("河西市人民政府办公室", "河 西 市 人 民 政 府　　办 公 室")
        + PLAN
        + BODY
    )
    assert head(text)[2] == ["河西市人民政府办公室"]


def test_addressees_over_two_lines_that_part_a_name() -> None:
    to = "各县（区）人民政府，河西经济开发区、河西\n  高新技术产业园区，市政府各部门：\n"
    text = TITLE + "河政办发〔2021〕7号\n" + to + NOTICE + PLAN + BODY
    assert head(text)[3] == ["各县（区）人民政府", "河西经济开发区", "河西高新技术产业园区", "市政府各部门"]


def test_duties_of_the_members_of_a_group_are_a_paper_of_their_own() -> None:
    text = (
        "河西市水网建设领导小组\n成员单位职责\n明确职责如下。\n市水务局：负责统筹水网建设。\n市财政局：负责筹措资金。\n"
        "河西市人民政府办公室\n2021年3月5日\n"
    )
    title, _, issuers, _, day = head(text)
    assert (title, issuers, day) == ("河西市水网建设领导小组成员单位职责", ["河西市人民政府办公室"], date(2021, 3, 5))


def test_a_gazette_names_itself_above_the_paper() -> None:
    text = (
        "3/2021　　河西市人民政府公报　　·河西市人民政府办公室文件·\n"
        + TITLE
        + "河政办发〔2021〕7号\n"
        + ADDRESSED
        + NOTICE
        + PLAN
        + BODY
    )
    assert head(text) == WHOLE
