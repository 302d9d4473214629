"""Articles whose title is closed by a full stop, items of several limbs, headings that look like a title."""

from __future__ import annotations

from tests.loaders.helpers import staged

AGREEMENT = """甲市、乙市海上风电合作框架协议

第一条 双方以共建绿色能源基地为目标，开展合作。

第二条 基础设施互通。双方共同推动跨海电缆前期工作。

第三条 产业链互补。

1.甲方发展风机制造，乙方发展海缆制造。

第四条 科技创新协作。共建风电联合实验室，每年实施攻关项目不少于5项。

第五条 本协议自签字之日起生效。
"""
LAW = """某市节水条例

第一条 为了节约用水，制定本条例。

第二条 本条例适用于本市。节水活动应当遵守本条例。

第三条 市水务局负责节水。县区水务局协助。

第四条 禁止浪费用水。违者处罚。

第五条 鼓励使用再生水。市财政安排资金。
"""


def titles(text: str) -> dict[str, str]:
    return {part.path: part.title for part in staged(text).outline.parts}


def test_a_short_sentence_that_opens_most_articles_is_their_title() -> None:
    found = titles(AGREEMENT)
    assert [found[path] for path in ("1", "2", "3", "4", "5")] == ["", "基础设施互通", "产业链互补", "科技创新协作", ""]


def test_what_is_promised_stands_under_that_title() -> None:
    told = {fact.text: fact.topic for fact in staged(AGREEMENT).facts.commitments}
    assert told["双方共同推动跨海电缆前期工作。"] == "基础设施互通"
    assert told["甲方发展风机制造，乙方发展海缆制造。"] == "产业链互补"
    assert "基础设施互通。" not in told


def test_the_articles_of_a_law_open_with_what_they_lay_down() -> None:
    assert set(titles(LAW).values()) == {""}


def test_an_item_goes_on_behind_a_semicolon() -> None:
    text = "关于抓好供水的通知\n\n一、全年供水量达到3亿吨，漏损率低于9%；新建管网50公里。由市水务局负责。\n\n二、整修泵站。由市城管局负责。\n"
    assert [part.title for part in staged(text).outline.parts] == [
        "全年供水量达到3亿吨，漏损率低于9%；新建管网50公里",
        "整修泵站",
    ]


def test_a_numbered_heading_is_no_title_of_another_paper() -> None:
    text = "滨海城镇带发展规划\n\n第一章 空间布局\n\n第一节 划定开发边界\n\n全市一盘棋。\n\n第二节 引导产业分工\n\n发展海工装备。\n\n第二章 重大工程\n\n新建港口。\n"
    parts = staged(text).outline.parts
    assert [part.title for part in parts] == ["空间布局", "划定开发边界", "引导产业分工", "重大工程"]


def test_a_limb_with_its_own_clause_is_a_task() -> None:
    text = (
        "某省节能实施方案\n\n一、重点任务\n\n1.节能降碳。推进改造。\n\n（1）改造园区，比例达到85%。（省水利厅会同省财政厅负责）\n\n"
        "（2）建设示范工程，新增能力30万千瓦。（省能源局牵头；省财政厅参与）\n\n2.其他。做好宣传。（省广电局负责）\n\n二、保障措施\n\n1.加强领导。（省政府办公厅负责）\n"
    )
    done = staged(text)
    assert [part.path for part in done.outline.parts if part.task] == ["1.1.1", "1.1.2", "1.2", "2.1"]
    assert {done.outline.parts[clause.part].path for clause in done.facts.clauses} == {"1.1.1", "1.1.2", "1.2", "2.1"}
