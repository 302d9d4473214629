"""Tables that list tasks: each row a task, a row of one cell a section."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import pairwise

from loaders.model import Block, CleanText, Part, Span
from loaders.numerals import number
from loaders.outline.marks import RANKS, mark_of

_TASK = re.compile(r"任务|实事|事项|内容|措施|举措|项目|工作|要点")
_UNIT = re.compile(r"单位|部门|责任|牵头|配合|分工")
FEW = 2
"""A row with its number and a title and nothing else is a section of the table."""
_HEAD = re.compile(r"(?:单位|部门|时限|时间|任务|内容|事项|目标|进度|序号)$")
_SERIAL = re.compile(r"序号|编号|序$")
_GROUP = re.compile(r"类别|类型|分类|领域|板块|方面|专题|大类|所属")
"""The head of a column that groups the tasks in the rows."""
_KIND = re.compile(r"(?:类别|类型|分类|大类)$")
"""事项分类 beside 事项名称: a column of kinds for all that its head names what it sorts."""
_REPEATS = re.compile(r"空(?:白|格)[^。；\n]{0,8}(?:与|同|和)上")
"""A remark below a table: 空白处内容与上一栏相同."""
_ANNEX = re.compile(r"附\s*[件表录]")
_LED = re.compile("[（(][^（）()]{0,6}领导[:：][^（）()]*[）)]$")
"""Who of the leaders answers for the section, in a bracket behind its title."""
_FLAGS = " \u3000★☆▲△●■◆"
"""Signs before a task that mark it as one of the most important."""
_DECIMAL = re.compile(r"(?:\d{1,2}\.)+(?=\d{1,2}$)")
"""The steps above the last of a row's number, where sections are numbered too (一 … 1.1, 1.2)."""
_CHINESE = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、．.]?")


@dataclass(slots=True)
class Table:
    """A table of the text: its cells by (row, column), and the roles of its columns as the head row names them."""

    cells: dict[tuple[int, int], list[Block]] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    columns: int = 0
    head: dict[int, str] = field(default_factory=dict)
    heads: int = 1
    spans: dict[int, Span] = field(default_factory=dict)
    repeats: bool = False

    def text(self, text: CleanText, row: int, column: int) -> str:
        """The cell's text, its paragraphs joined."""
        return "".join(text.text[b.begin : b.end] for b in self.cells.get((row, column), ()))

    def span(self, row: int) -> Span:
        """The range of a row, first cell to last."""
        return self.spans[row]

    def column(self, pattern: re.Pattern[str], but: re.Pattern[str] | None = None) -> int:
        """The first column whose head matches ``pattern`` (and not ``but``), or -1."""
        return next((c for c, head in self.head.items() if pattern.search(head) and not (but and but.search(head))), -1)

    def columns_of(self, pattern: re.Pattern[str], but: re.Pattern[str]) -> list[int]:
        """All columns whose head matches ``pattern`` and not ``but``."""
        return [c for c, head in self.head.items() if pattern.search(head) and not but.search(head)]

    def above(self, text: CleanText, row: int, column: int) -> tuple[int, str]:
        """The cell that reaches into (row, column): its own, or one from above; (its row, its text).

        A cell reaches down where it spans rows, or where the text says that an empty cell ``repeats`` the one above.
        """
        for r in reversed([r for r in self.rows[self.heads :] if r <= row]):
            if blocks := self.cells.get((r, column)):
                return (r, self.text(text, r, column)) if self.repeats or r + blocks[0].rows > row else (row, "")
        return row, ""


def tables_of(text: CleanText, body: Span) -> list[Table]:
    """The tables in ``body``, with their head row recognised."""
    found: dict[int, Table] = {}
    for block in text.blocks:
        if block.kind == "cell" and body.begin <= block.begin < body.end:
            table = found.setdefault(block.table, Table())
            table.cells.setdefault((block.row, block.column), []).append(block)
            old = table.spans.get(block.row, Span(block.begin, block.end))
            table.spans[block.row] = Span(min(old.begin, block.begin), max(old.end, block.end))
    repeats = bool(found) and _REPEATS.search(text.text, body.begin, body.end) is not None
    for table in found.values():
        table.repeats = repeats
        table.rows = sorted({r for r, _ in table.cells})
        table.columns = 1 + max(c for _, c in table.cells)
        table.heads = _head_rows(text, table)
        for column in range(table.columns):
            names = [re.sub(r"\s", "", table.text(text, r, column)) for r in table.rows[: table.heads]]
            table.head[column] = next((n for n in reversed(names) if n), "")
    return list(found.values())


def _head_rows(text: CleanText, table: Table) -> int:
    """How many rows the head has: the first, and a second of short titles without a serial.

    So 责任分工 may stand over 牵头单位 | 配合单位.
    """
    count = 1
    for row in table.rows[1:3]:
        cells = [table.text(text, row, c).strip() for c in range(table.columns) if (row, c) in table.cells]
        if len(cells) < 2 or any(len(c) > 12 or number(c) for c in cells) or not any(_HEAD.search(c) for c in cells):
            break
        count += 1
    return count


def lists_tasks(table: Table) -> bool:
    """Whether the head row names a column of tasks and one of units."""
    return table.column(_TASK, _UNIT) >= 0 and table.column(_UNIT) >= 0


def list_tasks(text: CleanText, body: Span) -> bool:
    """Whether any table in ``body`` lists tasks."""
    return any(lists_tasks(table) for table in tables_of(text, body))


def with_rows(text: CleanText, body: Span, parts: list[Part]) -> list[Part]:
    """``parts`` with the rows of task tables put in their places."""
    rows: list[Part] = []
    counters = [0]
    for table in tables_of(text, body):
        if lists_tasks(table):
            rows.extend(_rows(text, table, counters))
    if not rows:
        return parts
    annexes = [b.begin for b in text.blocks if b.kind != "cell" and _ANNEX.match(text.text, b.begin)]
    return _woven(parts, rows, annexes)


def _rows(text: CleanText, table: Table, counters: list[int]) -> list[Part]:
    group, task = _task_columns(text, table)
    serial = table.column(_SERIAL)
    out: list[Part] = []
    last = ""
    for row in table.rows[table.heads :]:
        span = table.span(row)
        printed = table.text(text, row, serial).strip() if serial >= 0 else ""
        value = _value(printed)
        filled = [c for c in range(table.columns) if table.text(text, row, c).strip()]
        if len({table.text(text, row, c) for c in filled}) == 1 and (value is None or len(filled) == table.columns):
            out.append(_section(table.text(text, row, filled[0]).strip(), span))
            continue
        if _CHINESE.fullmatch(printed) and len(filled) == FEW:
            out.append(_section(f"{printed.rstrip('、．.')}、{table.text(text, row, filled[-1]).strip()}", span))
            continue
        heading = table.text(text, row, group).strip() if group >= 0 else ""
        if heading and heading != last:
            last = heading
            first = table.cells[row, group][0]
            out.append(replace(_section(heading, Span(first.begin, first.end)), span=Span(span.begin, first.end)))
        for blocks in _items(text, table.cells.get((row, task), [])):
            counters[0] += 1
            whole = span if len(table.cells[row, task]) == len(blocks) else Span(blocks[0].begin, blocks[-1].end)
            part = _task(text, blocks, whole, value or counters[0], printed, own=value is not None)
            if value is not None and out and (out[-1].task, out[-1].path, out[-1].title) == (True, part.path, part.title):
                out[-1] = replace(
                    out[-1], span=Span(out[-1].span.begin, whole.end)
                )  # a cell over several rows, printed in each
            else:
                out.append(part)
    return out


def _value(printed: str) -> int | None:
    """The number that a cell of the serial column prints, the last step of 1.2; ``None`` where it is none."""
    return number(_DECIMAL.sub("", printed).rstrip(".．、")) if printed else None


def _task_columns(text: CleanText, table: Table) -> tuple[int, int]:
    """(column that groups the tasks or -1, column of the tasks): a column of kinds, or of two of tasks the one that repeats."""
    columns = table.columns_of(_TASK, _UNIT)
    kinds = table.column(_GROUP, _TASK)
    if kinds < 0 and len(columns) > 1 and _KIND.search(table.head[columns[0]]):
        return columns[0], columns[1]
    if 0 <= kinds < columns[0]:
        return kinds, columns[0]
    if len(columns) > 1:
        rows = [r for r in table.rows[table.heads :] if table.text(text, r, columns[1]).strip()]
        texts = [t for r in rows if (t := table.text(text, r, columns[0]).strip())]
        if len(set(texts)) * 5 < len(rows) * 4:
            return columns[0], columns[1]
    return -1, columns[0]


def _items(text: CleanText, blocks: list[Block]) -> list[list[Block]]:
    """The tasks of one cell: each numbered line starts one where there are two or more, else the whole cell is one."""
    starts = [i for i, b in enumerate(blocks) if (m := mark_of(text.text[b.begin : b.end])) and m.rank == RANKS["ar"]]
    if len(starts) < 2 or starts[0] != 0:
        return [blocks] if blocks else []
    return [blocks[i:j] for i, j in pairwise([*starts, len(blocks)])]


def _section(line: str, span: Span) -> Part:
    mark = mark_of(line)
    title = _LED.sub("", line[mark.length :] if mark else line)
    value = mark.value if mark else 0
    return Part(1, value, mark.printed if mark else "", title, str(value or ""), span, span)


def _task(text: CleanText, blocks: list[Block], span: Span, value: int, printed: str, own: bool) -> Part:
    line = "".join(text.text[b.begin : b.end] for b in blocks)
    mark = mark_of(line)
    start = mark.length if mark else 0
    stop = re.search(r"[。；]", line[start:])
    title = line[start : start + stop.start()] if stop else line[start:]
    heading = Span(blocks[0].begin, min(blocks[0].end, blocks[0].begin + start + len(title)))
    count = mark.value if mark and not own else value
    path = printed if own and _DECIMAL.match(printed) else str(count)
    return Part(2, count, printed or path, title.strip(_FLAGS), path, heading, span, task=True)


def _woven(parts: list[Part], rows: list[Part], annexes: list[int]) -> list[Part]:
    """Parts and rows in reading order; a row stands under the section row or the heading before it, in its annex alone."""
    merged = sorted([*((p, False) for p in parts), *((r, True) for r in rows)], key=lambda p: p[0].span.begin)
    index = {id(p): i for i, (p, _) in enumerate(merged)}
    out: list[Part] = []
    section = -1
    for i, (part, is_row) in enumerate(merged):
        if is_row and i and bisect_left(annexes, part.span.begin) > bisect_left(annexes, merged[i - 1][0].span.begin):
            section = -1
        if is_row and part.task:
            level = out[section].level + 1 if section >= 0 else 1
            out.append(replace(part, parent=section, level=level))
            continue
        if not is_row and part.parent >= 0:
            part = replace(part, parent=index[id(parts[part.parent])])
        if is_row:
            follows = next((p.span.begin for p, r in merged[i + 1 :] if not (r and p.task)), merged[-1][0].span.end)
            part = replace(part, span=Span(part.span.begin, max(follows, part.span.end)))
        section = i
        out.append(replace(part, task=part.task and not _holds_rows(merged, i)))
    return out


def _holds_rows(merged: list[tuple[Part, bool]], i: int) -> bool:
    return i + 1 < len(merged) and merged[i + 1][1] and merged[i + 1][0].task
