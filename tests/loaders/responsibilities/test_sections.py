"""Lists set unit by unit: the heading says whose the items under it are."""

from __future__ import annotations

import pytest

from tests.loaders.helpers import shares, staged

HEAD = "湖北省水网建设重点任务清单\n鄂政办发〔2024〕5号\n\n"
ITEMS = "1.建水库。推进建设。\n2.整河道。推进治理。{}\n"


def told(heading: str, second: str = "") -> list[tuple[str, list[str]]]:
    """Title of the item and ``unit role`` of each share, clause by clause."""
    done = staged(f"{HEAD}一、{heading}\n{ITEMS.format(second)}二、其他\n1.改灌区。推进改造。\n")
    return [(done.outline.parts[c.part].title, shares(c)) for c in done.facts.clauses]


@pytest.mark.parametrize(
    ("heading", "share"),
    [
        ("省水利厅牵头工作（2项）", "省水利厅 牵头"),
        ("由省水利厅负责的重点任务", "省水利厅 负责"),
        ("省水利厅负责落实的事项(共2条)", "省水利厅 负责"),
        ("省水利厅配合工作", "省水利厅 参加"),
        ("省水利厅（2项）", "省水利厅 负责"),
    ],
)
def test_the_heading_says_whose_its_items_are(heading: str, share: str) -> None:
    assert told(heading) == [("建水库", [share]), ("整河道", [share])]


def test_the_heading_is_no_task_and_its_count_stays_in_the_title() -> None:
    parts = staged(f"{HEAD}一、省水利厅牵头工作（2项）\n{ITEMS.format('')}").outline.parts
    assert [(p.title, p.task) for p in parts] == [("省水利厅牵头工作（2项）", False), ("建水库", True), ("整河道", True)]


def test_an_item_that_names_who_leads_keeps_its_own() -> None:
    found = told("省水利厅牵头工作（2项）", "（省财政厅牵头）")
    assert found == [("建水库", ["省水利厅 牵头"]), ("整河道", ["省财政厅 牵头"])]


def test_an_item_that_names_who_helps_has_the_leader_of_the_heading_too() -> None:
    found = told("省水利厅牵头工作（2项）", "（省财政厅配合）")
    assert ("整河道", ["省水利厅 牵头"]) in found
    assert ("整河道", ["省财政厅 参加"]) in found


@pytest.mark.parametrize("heading", ["加强水网建设工作（2项）", "水利重点任务", "健全供水保障体系（2项）"])
def test_a_heading_that_names_a_matter_says_nothing(heading: str) -> None:
    assert told(heading) == []


def listed(*headings: str) -> list[tuple[str, list[str]]]:
    lines = [f"{'一二三四'[i]}、{heading}\n{i + 1}.办第{i + 1}件事。抓紧推进。\n" for i, heading in enumerate(headings)]
    done = staged(f"湖北省水网建设责任清单\n鄂政办发〔2024〕5号\n\n{''.join(lines)}")
    return [(done.outline.parts[c.part].path, shares(c)) for c in done.facts.clauses]


def test_headings_that_are_units_and_nothing_else_say_whose_the_items_are() -> None:
    assert listed("省水利厅", "省财政厅、省林业局", "省气象局") == [
        ("1", ["省水利厅 负责"]),
        ("2", ["省财政厅 负责", "省林业局 负责"]),
        ("3", ["省气象局 负责"]),
    ]


def test_one_heading_that_is_a_unit_among_others_says_nothing() -> None:
    assert listed("省水利厅", "加强供水", "保护水源") == []


def test_a_heading_of_units_may_mark_who_leads() -> None:
    assert listed("省水利厅（牵头）、省财政厅", "省气象局")[0] == ("1", ["省水利厅 牵头", "省财政厅 负责"])
