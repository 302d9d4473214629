"""Where title, organ, date and number stand in papers that are no plain letter."""

from __future__ import annotations

from datetime import date

from loaders.model import WorkIdentity
from tests.loaders.helpers import lines, staged


def main_work(text: str, suffix: str = ".txt") -> WorkIdentity:
    identity = staged(text, suffix).identity
    return identity.works[identity.main]


def test_minutes_under_a_masthead() -> None:
    work = main_work(
        "联席会议纪要\n\n湘赣边合作联席会议办公室\n二○二三年五月九日\n\n湘赣边区域合作\n第二次会议纪要\n\n"
        "会议议定以下事项：\n一、会议议定，共建旅游环线。\n二、会议同意吸收茶陵县为成员。\n"
    )
    assert work.title == "湘赣边区域合作第二次会议纪要"
    assert ([m.text for m in work.issuers], work.issued) == (["湘赣边合作联席会议办公室"], date(2023, 5, 9))


def test_organ_and_date_below_the_title() -> None:
    text = "凉山州旅游发展规划\n\n凉山彝族自治州人民政府\n（2021年9月26日）\n\n第一章 基础\n旅游收入增长。\n第二章 目标\n到2025年翻番。\n"
    work = main_work(text)
    assert ([m.text for m in work.issuers], work.issued) == (["凉山彝族自治州人民政府"], date(2021, 9, 26))
    assert [p.title for p in staged(text).outline.parts] == ["基础", "目标"]


def test_a_bare_date_below_an_organ_is_the_documents_own() -> None:
    work = main_work(
        "大理州2023年统计公报[1]\n\n大理州统计局　国家统计局大理调查队\n\n2024年4月12日\n\n一、综合\n经济增长。\n注释：\n[1]初步数。\n"
    )
    assert work.title == "大理州2023年统计公报"
    assert (len(work.issuers), work.issued) == (2, date(2024, 4, 12))


def test_a_title_over_lines_that_says_what_is_printed() -> None:
    work = main_work(
        "景德镇市人民政府办公室关于印发\n景德镇市陶瓷产业行动计划\n（2024—2026年）的通知\n\n景府办发〔2024〕12号\n\n各县（市、区）人民政府：\n"
        "现印发给你们。\n景德镇市人民政府办公室\n2024年5月20日\n\n景德镇市陶瓷产业行动计划\n（2024—2026年）\n\n一、目标\n产值翻番。\n二、任务\n建设园区。\n"
    )
    assert (work.title, work.number) == ("景德镇市陶瓷产业行动计划（2024—2026年）", "景府办发〔2024〕12号")


def test_a_quoted_name_does_not_end_a_title() -> None:
    work = main_work(
        "青政〔2024〕11号\n\n青海省人民政府\n关于分解落实2024年省《政府工作报告》\n重点任务的通知\n\n各市、自治州人民政府：\n现分解如下：\n一、2024年主要目标\n增长5%。\n"
    )
    assert (work.kind, work.title) == ("Notice", "青海省人民政府关于分解落实2024年省《政府工作报告》重点任务的通知")


def test_the_title_of_the_front_matter_heads_a_text_that_opens_with_its_number() -> None:
    work = main_work(
        '---\ntitle: "安徽省商务厅等3部门关于印发《安徽省老字号行动方案》的通知"\n---\n\n**皖商流通〔2024〕58号**\n\n各市商务局：\n\n现印发给你们。\n\n'
        "安徽省商务厅　安徽省文化和旅游厅　安徽省档案局\n\n2024年7月9日\n\n# 安徽省老字号行动方案\n\n## 一、目标\n\n新认定20家。\n\n## 二、任务\n\n加强保护。\n",
        ".md",
    )
    assert (work.title, work.number, len(work.issuers)) == ("安徽省老字号行动方案", "皖商流通〔2024〕58号", 3)


def test_a_rule_of_dashes_is_no_line_of_the_title() -> None:
    assert lines("平江镇人民政府文件\n平政发〔2022〕30号\n─────────────\n平江镇防火方案\n") == [
        "平江镇人民政府文件",
        "平政发〔2022〕30号",
        "平江镇防火方案",
    ]


def test_a_numbered_list_whose_items_end_in_brackets_is_no_text_cut_into_pages() -> None:
    text = "防火工作方案\n\n二、措施\n1、加强宣传。悬挂横幅。(镇宣传办负责)\n2、加强管控。设立哨卡。(镇派出所牵头)\n3、加强排查。清理线路。(镇应急办)\n"
    assert [p.printed for p in staged(text).outline.parts] == ["二", "1", "2", "3"]


def test_organ_and_date_in_one_bracket() -> None:
    work = main_work(
        "2023年闽赣合作联席会议议定事项责任清单\n（闽赣合作办公室　2023年7月20日）\n一、建设铁路\n2024年通车。\n二、共建园区\n加快招商。\n"
    )
    assert (work.title, work.issued) == ("2023年闽赣合作联席会议议定事项责任清单", date(2023, 7, 20))
    assert [m.text for m in work.issuers] == ["闽赣合作办公室"]


def test_a_masthead_over_two_lines_with_its_own_number() -> None:
    work = main_work(
        "铜川市人民政府\n专项问题会议纪要\n〔2024〕第18次\n铜川市人民政府办公室　　2024年7月22日\n关于推进陶瓷产业转型有关问题的会议纪要\n"
        "2024年7月18日，副市长主持召开会议。纪要如下：\n一、关于产能。关停旧窑。\n二、关于用地。保障供地。\n"
    )
    assert (work.title, work.number, work.issued) == (
        "关于推进陶瓷产业转型有关问题的会议纪要",
        "〔2024〕第18次",
        date(2024, 7, 22),
    )
    assert [m.text for m in work.issuers] == ["铜川市人民政府办公室"]


def test_a_bulletin_over_two_lines() -> None:
    work = main_work(
        "宁夏回族自治区人民政府办公厅关于\n2023年度政务服务评估情况的通报\n\n宁政办函〔2024〕36号\n\n各市、县（区）人民政府：\n现通报如下：\n一、情况\n可办率为96%。\n"
    )
    assert (work.title, work.number) == (
        "宁夏回族自治区人民政府办公厅关于2023年度政务服务评估情况的通报",
        "宁政办函〔2024〕36号",
    )


def test_a_bare_title_heads_a_plan_of_items_in_words() -> None:
    found = staged(
        "略阳县2024年林业工作要点\n\n2024年是关键之年。\n一是加强管护。落实林长制。（县林业局负责）\n二是发展产业。新建基地2万亩。（县林业局牵头，各镇配合）\n"
    )
    assert found.identity.title == "略阳县2024年林业工作要点"
    assert [(p.printed, p.title, p.task) for p in found.outline.parts] == [
        ("一是", "加强管护", True),
        ("二是", "发展产业", True),
    ]


def test_news_of_a_plan_is_no_plan() -> None:
    assert staged("陕西出台林业三年行动方案\n\n本报讯　记者昨日获悉，陕西印发《林业三年行动方案》。\n").identity.main == -1


def test_navigation_above_a_marked_title_is_no_part_of_it() -> None:
    page = (
        "<ul><li>首页</li><li>政务公开</li></ul><h3>海南省支持会展业发展若干措施</h3><p>琼商规〔2023〕5号</p>"
        "<p>一、引进品牌。给予奖励。</p><p>二、培育企业。给予支持。</p>"
    )
    assert main_work(page, ".html").title == "海南省支持会展业发展若干措施"


def test_minutes_set_as_a_form() -> None:
    work = main_work(
        "会议纪要\n会议名称：铜川市陶瓷产业推进会\n会议时间：2024年7月18日\n会议地点：市政府会议室\n主持人：副市长　张三\n会议内容：\n"
        "一、关于产能\n由市工信局牵头关停旧窑。\n二、关于用地\n请市自然资源局保障供地。\n铜川市工业和信息化局\n2024年7月22日印发\n"
    )
    assert (work.kind, work.title, work.issued) == ("Minutes", "铜川市陶瓷产业推进会", date(2024, 7, 22))
    assert [m.text for m in work.issuers] == ["铜川市工业和信息化局"]


def test_an_announcement_with_time_and_place_is_no_minutes() -> None:
    text = "招聘会\n时间：2024年7月18日\n地点：体育馆\n主持：张三\n欢迎参加。\n"
    assert staged(text).identity.main == -1
