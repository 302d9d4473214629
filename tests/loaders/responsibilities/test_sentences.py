"""Clauses inside running sentences, and cells of tables."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import shares, staged
from tests.loaders.responsibilities.forms import HEAD, units

SENTENCES = {
    "由省水利厅负责组织实施。": [["省水利厅 负责"]],
    "由省水利厅牵头，省财政厅配合，制定管理办法。": [["省水利厅 牵头", "省财政厅 参加"]],
    "由省水利厅会同省财政厅负责制定管理办法。": [["省水利厅 负责", "省财政厅 参加"]],
    "该项工作由省水利厅、省财政厅共同负责。": [["省水利厅 负责", "省财政厅 负责"]],
    "省水利厅牵头，省财政厅、省林业局配合，建立会商机制。": [["省水利厅 牵头", "省财政厅 参加", "省林业局 参加"]],
    "规划编制由省水利厅负责，资金筹措由省财政厅负责。": [["省水利厅 负责"], ["省财政厅 负责"]],
    "请省水利厅会同省财政厅制定调水方案。": [["省水利厅 负责", "省财政厅 参加"]],
    "请省水利厅会同财政、自然资源等部门制定调水方案，年底前报省政府审定。": [
        ["省水利厅 负责", "财政部门 参加", "自然资源部门 参加"]
    ],
    "由武汉市政府、黄石市政府按照属地原则做好群众工作。": [["武汉市政府 负责", "黄石市政府 负责"]],
    "请省财政厅牵头、省水利厅配合，统筹安排前期经费。": [["省财政厅 牵头", "省水利厅 参加"]],
    "由省水利厅会同省外事办建立工作专班，每季度调度一次。": [["省水利厅 负责", "省外事办 参加"]],
    "会议明确，黄石市政府为征收主体，要在年底前完成腾退。": [["黄石市政府 负责"]],
}


@pytest.mark.parametrize(("sentence", "wanted"), SENTENCES.items(), ids=SENTENCES)
def test_running_sentences(sentence: str, wanted: list[list[str]]) -> None:
    assert units(sentence) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "由点到面推进实施。",
        "由市场负责定价。",
        "资金由三方按比例承担。",
        "由于历史原因，部分工程尚未落实。",
        "自由贸易试验区负责先行先试。",
        "省水利厅要会同有关部门加强监督检查。",
        "领导小组由省水利厅、省财政厅等组成。",
        "坚持以企业为主体，强化创新。",
        "各市人民政府是实施主体，要加强领导。",
        "请各地、各部门抓好落实。",
        "责任单位、牵头单位要切实负起责任，协作单位要密切配合。",
        "请省财政厅统筹安排前期经费800万元。",
        "请示已收悉，省水利厅已研究。",
    ],
)
def test_sentences_without_a_unit(sentence: str) -> None:
    assert units(sentence) == []


def rows(*cells: tuple[str, ...]) -> list[list[str]]:
    html = "".join(f"<p>{line}</p>" for line in HEAD.split()) + "<table>"
    for number, row in enumerate(cells):
        tag = "td" if number else "th"
        html += "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>"
    return [shares(c) for c in staged(f"{html}</table>", ".html").facts.clauses]


def test_columns_of_a_table() -> None:
    found = rows(
        ("序号", "工作任务", "牵头单位", "配合单位", "完成时限"),
        ("1", "新建水库", "省水利厅", "省财政厅、省自然资源厅", "2024年底"),
        ("2", "改造水厂", "省住建厅、省水利厅", "各市（州）人民政府", "2025年底"),
    )
    assert found == [
        ["省水利厅 牵头", "省财政厅 参加", "省自然资源厅 参加"],
        ["省住建厅 牵头", "省水利厅 牵头", "各市（州）人民政府 参加"],
    ]


def test_a_column_of_responsible_units() -> None:
    found = rows(
        ("任务", "责任单位"),
        ("新建水库", "省水利厅、省财政厅"),
        ("改造水厂", "省住建厅牵头，省水利厅配合"),
    )
    assert found == [["省水利厅 负责", "省财政厅 负责"], ["省住建厅 牵头", "省水利厅 参加"]]


def test_units_on_lines_of_their_own_in_a_cell() -> None:
    found = rows(("任务", "责任单位"), ("新建水库", "省水利厅<br>省财政厅"), ("改造水厂", "<p>省住建厅</p><p>省水利厅</p>"))
    assert found == [["省水利厅 负责", "省财政厅 负责"], ["省住建厅 负责", "省水利厅 负责"]]


@pytest.mark.parametrize("empty", ["", "/", "—", "无"])
def test_an_empty_cell_names_nobody(empty: str) -> None:
    found = rows(("任务", "牵头单位", "配合单位"), ("新建水库", "省水利厅", empty), ("改造水厂", "省住建厅", "省水利厅"))
    assert found == [["省水利厅 牵头"], ["省住建厅 牵头", "省水利厅 参加"]]


def test_a_pause_mark_parts_who_leads_from_who_helps() -> None:
    done = staged("某县工作方案\n一、任务\n（一）巡护。由县林业局牵头、县公安局配合，每季度开展一次联合巡护。\n")
    assert [shares(clause) for clause in done.facts.clauses] == [["县林业局 牵头", "县公安局 参加"]]


def test_et_al_behind_the_organ_that_a_list_shares() -> None:
    done = staged("福建省工作方案\n一、任务\n（一）建设。推进项目。（省水利厅，厦门、漳州市人民政府等按职责分工负责）\n")
    assert [shares(clause) for clause in done.facts.clauses] == [
        ["省水利厅 负责", "厦门市人民政府 负责", "漳州市人民政府 负责"]
    ]
