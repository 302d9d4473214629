"""Tables that list tasks: a row a task, a row of one cell a section."""

from __future__ import annotations

from tests.loaders.helpers import corpus, staged

HEAD = "<p align='center'>湖北省2024年水网建设重点任务清单</p><p align='center'>鄂政办发〔2024〕5号</p><p>为加快水网建设，制定本清单。</p>"


def table(*rows: str) -> str:
    return HEAD + "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


TOP = "<th>序号</th><th>重点任务</th><th>责任单位</th><th>完成时限</th>"
LIST = table(
    TOP,
    "<td colspan=4>一、供水保障</td>",
    "<td>1</td><td>新建水库。建成投用。</td><td>省水利厅</td><td>2024年底</td>",
    "<td>2</td><td>改造水厂</td><td>省住建厅</td><td>2025年底</td>",
    "<td colspan=4>二、防洪减灾</td>",
    "<td>3</td><td>加固堤防</td><td>省水利厅</td><td>2024年底</td>",
)


def test_rows_are_tasks_under_section_rows() -> None:
    parts = staged(LIST, ".html").outline.parts
    assert [(p.path, p.title, p.task) for p in parts] == [
        ("1", "供水保障", False), ("1", "新建水库", True), ("2", "改造水厂", True), ("2", "防洪减灾", False), ("3", "加固堤防", True),
    ]  # fmt: skip
    assert [parts[p.parent].title for p in parts if p.task] == ["供水保障", "供水保障", "防洪减灾"]


def test_a_task_over_two_rows_is_told_once_a_row() -> None:
    text = table(
        "<th>序号</th><th>重点任务</th><th>责任单位</th>",
        "<td>1</td><td>新建水库</td><td rowspan=2>省水利厅</td>",
        "<td>2</td><td>加固堤防</td>",
    )
    done = staged(text, ".html")
    assert [p.title for p in done.outline.parts if p.task] == ["新建水库", "加固堤防"]
    assert [[s.unit.text for s in c.shares] for c in done.facts.clauses] == [["省水利厅"], ["省水利厅"]]


def test_rows_numbered_below_their_sections_keep_these_numbers() -> None:
    text = table(
        TOP,
        "<td>一</td><td>供水保障</td><td></td><td></td>",
        "<td>1.1</td><td>新建水库</td><td>省水利厅</td><td>2024年底</td>",
        "<td>1.2</td><td>改造水厂</td><td>省住建厅</td><td>2025年底</td>",
        "<td>二</td><td>防洪减灾</td><td></td><td></td>",
        "<td>2.1</td><td>加固堤防</td><td>省水利厅</td><td>2024年底</td>",
    )
    parts = staged(text, ".html").outline.parts
    assert [(p.path, p.title, p.level) for p in parts] == [
        ("1", "供水保障", 1), ("1.1", "新建水库", 2), ("1.2", "改造水厂", 2), ("2", "防洪减灾", 1), ("2.1", "加固堤防", 2),
    ]  # fmt: skip


def test_without_a_column_of_numbers_rows_are_counted() -> None:
    text = table(
        "<th>工作任务</th><th>牵头单位</th>", "<td>新建水库</td><td>省水利厅</td>", "<td>改造水厂</td><td>省住建厅</td>"
    )
    assert [(p.path, p.title) for p in staged(text, ".html").outline.parts] == [("1", "新建水库"), ("2", "改造水厂")]


def test_a_table_of_figures_lists_no_tasks() -> None:
    text = table("<th>指标</th><th>2020年</th><th>2025年</th>", "<td>供水能力（亿立方米）</td><td>10</td><td>12</td>")
    assert staged(text, ".html").outline.parts == ()


def test_signs_before_a_task_and_leaders_behind_a_section_are_no_part_of_titles() -> None:
    text = table(
        "<th>序号</th><th>重点任务</th><th>责任单位</th>",
        "<td colspan=3>一、供水（牵头领导：张某、李某）</td>",
        "<td>1</td><td>★新建水库</td><td>省水利厅</td>",
    )
    assert [p.title for p in staged(text, ".html").outline.parts] == ["供水", "新建水库"]


def test_the_written_list() -> None:
    """guizhou-digital-list: 序号 1…, section rows, a unit cell that spans rows."""
    done = corpus("guizhou-digital-list")
    tasks = [p for p in done.outline.parts if p.task]
    assert [p.number for p in tasks] == list(range(1, len(tasks) + 1))
    assert [p.level for p in done.outline.parts if not p.task] == [1] * sum(not p.task for p in done.outline.parts)
