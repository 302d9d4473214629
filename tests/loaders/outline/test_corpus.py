"""The outlines of the five texts, as tests/gold/corpus/outline.csv and tasks.csv read them."""

from __future__ import annotations

import pytest

from loaders.model import Part
from tests.loaders.helpers import NATIONAL, PROVINCIAL, TEXTS, corpus, gold, squeezed


def row(part: Part) -> tuple[str, str, str, str, str]:
    kind = "task" if part.task else "section"
    return part.path, str(part.level), part.printed, squeezed(part.title), kind


@pytest.mark.parametrize("stem", TEXTS)
def test_outline(stem: str) -> None:
    wanted = [(r["path"], r["level"], r["number"], squeezed(r["title"]), r["kind"]) for r in gold("outline", stem)]
    assert [row(p) for p in corpus(stem).outline.parts] == wanted


def test_the_national_plan_has_nine_parts_and_thirty_three_items() -> None:
    parts = corpus(NATIONAL).outline.parts
    sections, tasks = [p for p in parts if not p.task], [p for p in parts if p.task]
    assert [p.number for p in sections] == list(range(1, 10))
    assert [p.number for p in tasks] == list(range(1, 34))
    assert [p.path for p in tasks] == [str(n) for n in range(1, 34)]


def test_the_provincial_document_has_twenty_one_items_in_their_right_order() -> None:
    tasks = [p for p in corpus(PROVINCIAL).outline.parts if p.task]
    assert len(tasks) == 21
    assert [p.path for p in tasks][:4] == ["4.1", "4.2", "4.3", "4.4"]
    assert tasks[0].title == "促进要素自由流动"
    assert tasks[-1].title == "大中型灌区建设改造"


@pytest.mark.parametrize("stem", [NATIONAL, PROVINCIAL])
def test_each_task_stands_in_its_section(stem: str) -> None:
    parts = corpus(stem).outline.parts
    found = []
    for part in parts:
        if part.task:
            above = parts[part.parent]
            found.append((part.path, squeezed(part.title), squeezed(above.title)))
    wanted = [(r["task_number"], squeezed(r["task_title"]), squeezed(r["section_title"])) for r in gold("tasks", stem)]
    assert found == wanted


def test_guiding_ideas_and_goals_assign_nothing() -> None:
    principles = [p.number for p in corpus(NATIONAL).outline.parts if p.principle]
    assert principles == [1, 2, 3, 4]


@pytest.mark.parametrize("stem", TEXTS)
def test_parts_nest_and_follow_each_other(stem: str) -> None:
    done = corpus(stem)
    parts = done.outline.parts
    for i, part in enumerate(parts):
        assert part.span.begin == part.heading.begin <= part.heading.end <= part.span.end <= len(done.text.text)
        assert part.parent < i
        if part.parent >= 0:
            above = parts[part.parent]
            assert above.span.begin <= part.span.begin
            assert part.span.end <= above.span.end
            assert above.level < part.level
    assert [p.span.begin for p in parts] == sorted(p.span.begin for p in parts)


@pytest.mark.parametrize(
    ("path", "first", "last"),
    [
        ("5", "(五)强化三省省会城市引领功能。", "以下任务均需三省落实，不再列出)"),
        ("10", "(十)完善综合交通运输体系。", "中国国家铁路集团有限公司)"),
        ("33", "(三十三)健全协同机制。", "。"),
    ],
)
def test_an_item_holds_all_its_text(path: str, first: str, last: str) -> None:
    done = corpus(NATIONAL)
    part = next(p for p in done.outline.parts if p.task and p.path == path)
    text = done.text.slice(part.span).split("\n图")[0].rstrip()
    assert text.startswith(first)
    assert text.endswith(last)
