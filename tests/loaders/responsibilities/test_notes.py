"""Notes that change what follows: the first-listed leads; all below is for these units too."""

from __future__ import annotations

import pytest

from loaders.model import Clause
from tests.loaders.helpers import shares, staged

HEAD = "湖北省水网建设实施方案\n鄂政办发〔2024〕5号\n\n为加快水网建设，制定本方案。湖北、湖南、江西三省（以下简称三省）加强协作。\n"


def clauses(*items: str) -> list[Clause]:
    body = "".join(f"（{n}）任务{n}。推进建设。{item}\n" for n, item in zip("一二三四五", items, strict=False))
    return list(staged(f"{HEAD}一、重点任务\n{body}二、附则\n本方案自印发之日起施行。\n").facts.clauses)


LEAD_NOTES = [
    "（省水利厅、省财政厅负责，排在第一位的部门为牵头部门，下同）",
    "（省水利厅、省财政厅负责。列第一位者为牵头单位，下同）",
    "（责任单位：省水利厅、省财政厅。列第一位的为牵头单位，下同）",
    "（责任单位：省水利厅、省财政厅；排名第一的为牵头单位，以下同）",
    "（省水利厅、省财政厅按职责分工负责，列在首位的单位为牵头单位，下同）",
    "（责任单位:省水利厅、省财政厅(列第一位者为工作牵头单位或汇总单位,下同)）",
]


@pytest.mark.parametrize("note", LEAD_NOTES)
def test_the_first_listed_leads_from_the_note_on(note: str) -> None:
    found = clauses("（省水利厅、省财政厅负责）", note, "（省农业农村厅、省水利厅负责）")
    assert [shares(c) for c in found] == [
        ["省水利厅 负责", "省财政厅 负责"],
        ["省水利厅 牵头", "省财政厅 负责"],
        ["省农业农村厅 牵头", "省水利厅 负责"],
    ]


@pytest.mark.parametrize("note", LEAD_NOTES)
def test_the_note_is_the_evidence_of_what_it_reaches(note: str) -> None:
    found = clauses("（省水利厅负责）", note, "（省农业农村厅、省水利厅负责）")
    assert found[0].lead_note is None
    assert found[1].lead_note is not None
    assert found[2].lead_note == found[1].lead_note


@pytest.mark.parametrize(
    ("later", "wanted"),
    [
        ("（省农业农村厅牵头，省水利厅配合）", ["省农业农村厅 牵头", "省水利厅 参加"]),
        ("（各市（州）人民政府负责）", ["各市（州）人民政府 负责"]),
        ("（有关部门按职责分工负责）", ["有关部门 负责"]),
        ("（省农业农村厅负责）", ["省农业农村厅 牵头"]),
    ],
)
def test_what_the_lead_note_does_not_override(later: str, wanted: list[str]) -> None:
    found = clauses(LEAD_NOTES[0], later)
    assert shares(found[1]) == wanted


def by_item(found: list[Clause]) -> list[tuple[int, str, list[str]]]:
    return [(c.part, s.basis, [s.unit.text for s in c.shares if s.basis == s.basis]) for c in found for s in c.shares[:1]]


@pytest.mark.parametrize(
    "note",
    [
        "以下任务均需三省落实，不再列出",
        "以下任务均由三省落实，不再列出",
        "以下各项任务均需三省落实，不再逐一列出",
        "以下工作均需三省负责落实，不再重复列出",
    ],
)
def test_all_below_is_for_these_units_too(note: str) -> None:
    three = ["湖北省", "湖南省", "江西省"]
    found = clauses(
        "（水利部负责）", f"（湖北省、湖南省、江西省、水利部，{note}）", "（财政部、水利部负责）", "", "（水利部负责）"
    )
    explicit = {c.part: [s.unit.text for s in c.shares] for c in found if c.shares[0].basis == "explicit"}
    inherited = {c.part: [s.unit.text for s in c.shares] for c in found if c.shares[0].basis == "inherited"}
    assert explicit == {1: ["水利部"], 2: [*three, "水利部"], 3: ["财政部", "水利部"], 5: ["水利部"]}
    assert inherited == {3: three, 5: three}


def test_the_units_of_a_note_are_explicit_where_it_stands() -> None:
    found = clauses("（水利部负责，以下任务均需三省落实，不再列出）", "（财政部负责）")
    assert [s.unit.text for s in found[0].shares] == ["水利部", "湖北省", "湖南省", "江西省"]
    assert {s.basis for s in found[0].shares} == {"explicit"}


def test_an_inherited_share_points_at_the_note() -> None:
    done = staged(
        f"{HEAD}一、重点任务\n（一）建库。推进。（湖北省、湖南省、江西省、水利部，以下任务均需三省落实，不再列出）\n（二）筑堤。推进。（水利部）\n"
    )
    clause = next(c for c in done.facts.clauses if c.shares[0].basis == "inherited")
    assert done.text.slice(clause.span) == "以下任务均需三省落实，不再列出"


def test_a_note_is_no_unit() -> None:
    for note in LEAD_NOTES:
        assert all("位" not in s.unit.text and "下同" not in s.unit.text for c in clauses(note) for s in c.shares)


def test_a_note_at_the_end_that_speaks_of_the_whole_paper_reaches_back() -> None:
    text = (
        f"{HEAD}一、重点任务\n（一）建设水库。推进建设。（责任单位：省水利厅、省财政厅）\n（二）整治河道。推进治理。（责任单位：省农业农村厅、省水利厅）\n"
        "备注：1．本方案各条责任单位中，排在首位的为牵头单位。\n"
    )
    assert [shares(c)[0] for c in staged(text).facts.clauses] == ["省水利厅 牵头", "省农业农村厅 牵头"]


def test_a_count_of_governments_means_those_the_clause_names() -> None:
    found = clauses("（省水利厅牵头，荆州、宜昌、黄冈市政府配合；以下各条均由三市政府组织落实，不再列出）", "（省财政厅负责）")
    assert shares(found[1]) == ["荆州市政府 负责", "宜昌市政府 负责", "黄冈市政府 负责"]


def test_a_note_without_a_beginning_for_all_items() -> None:
    head = (
        "湖北省水网建设实施方案\n鄂政办发〔2024〕5号\n\n（各项任务排在首位的单位为牵头单位；均需各市人民政府落实，不再列出）\n"
    )
    text = f"{head}一、重点任务\n（一）建设水库。推进建设。（省水利厅、省财政厅）\n（二）整治河道。推进治理。（省农业农村厅）\n"
    assert sorted(share for c in staged(text).facts.clauses for share in shares(c)) == [
        "各市人民政府 负责", "各市人民政府 负责", "省农业农村厅 牵头", "省水利厅 牵头", "省财政厅 负责",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "note",
    [
        "（列在任务分工首位的为牵头单位，其他为主要参加单位）",
        "（排在第一位的为牵头单位，其余单位为配合单位）",
        "（排在责任单位首位的为牵头部门；其他部门均为协办部门）",
    ],
)
def test_the_note_in_the_lead_may_say_that_the_others_take_part(note: str) -> None:
    text = f"为加快水网建设，制定本方案{note}。\n一、供水\n1.建水库。建设。（省水利厅，省财政厅、省教育厅）\n2.通水渠。建设。（省水利厅、省财政厅牵头）\n"
    found = staged(text)
    assert [shares(c) for c in found.facts.clauses] == [
        ["省水利厅 牵头", "省财政厅 参加", "省教育厅 参加"],
        ["省水利厅 牵头", "省财政厅 牵头"],
    ]


def test_a_note_that_closes_one_list_and_does_not_say_below_is_about_that_list() -> None:
    found = clauses("（省水利厅、省财政厅；排第一位的为牵头单位）", "（省农业农村厅、省水利厅）")
    assert [shares(clause) for clause in found] == [
        ["省水利厅 牵头", "省财政厅 负责"],
        ["省农业农村厅 负责", "省水利厅 负责"],
    ]
