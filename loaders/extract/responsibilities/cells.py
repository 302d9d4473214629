"""Clauses in tables: the cells under 责任单位, 牵头部门, 配合单位."""

from __future__ import annotations

from bisect import bisect_left

from loaders.extract.responsibilities.parse import parse
from loaders.extract.responsibilities.roles import label_role
from loaders.model import Clause, CleanText, Identity, Outline, Responsibility, Span
from loaders.outline.tables import Table, lists_tasks, tables_of
from loaders.units import IsAgent


def table_clauses(text: CleanText, identity: Identity, outline: Outline, is_agent: IsAgent) -> list[Clause]:
    """One clause for each task of a row (a cell may hold several).

    The row's unit cells are read left to right, each counting its units anew.
    """
    tasks = [(p.span.begin, i) for i, p in enumerate(outline.parts) if p.task]
    out: list[Clause] = []
    for table in tables_of(text, identity.body):
        roles = {c: role for c, head in table.head.items() if (role := label_role(head))}
        if not lists_tasks(table) or not roles:
            continue
        for row in table.rows[table.heads :]:
            span = table.span(row)
            low, high = bisect_left(tasks, (span.begin, 0)), bisect_left(tasks, (span.end, 0))
            if low == high and low and span.begin < outline.parts[tasks[low - 1][1]].span.end:
                low -= 1  # a task that goes on from the row above
            shares = tuple(_shares(text, table, row, roles, is_agent)) if low < high else ()
            if shares:
                out.extend(Clause(part, span, shares) for _, part in tasks[low:high])
    return out


def _shares(text: CleanText, table: Table, row: int, roles: dict[int, str], is_agent: IsAgent) -> list[Responsibility]:
    shares: list[Responsibility] = []
    for column in sorted(roles):
        source_row, _ = table.above(text, row, column)
        blocks = table.cells.get((source_row, column), [])
        position = 0
        for block in blocks:
            span = Span(block.begin, block.end)
            for share in parse(text.slice(span), block.begin, is_agent, roles[column]):
                position += 1
                shares.append(Responsibility(share.unit, share.role, position))
    return shares
