"""Bring rows of the gold and rows of the store into one form before they are compared.

Every function takes rows and the columns of the gold file, and serves both sides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from zhengtu.evaluate.fold import fold, quantity

Row = dict[str, str]
Prepare = Callable[[list[Row], Collection[str]], list[Row]]

_ITEM = re.compile(r"\d+(?:\.\d+)*\Z")


def as_is(rows: list[Row], _columns: Collection[str]) -> list[Row]:
    """Nothing to do."""
    return rows


def facts(*fields: str) -> Prepare:
    """One row ``field``, ``value`` for each value of a field; of the fields only those the gold file has."""

    def split(rows: list[Row], columns: Collection[str]) -> list[Row]:
        found = (
            {"document": row["document"], "field": field, "value": value.strip()}
            for row in rows
            for field in fields
            if field in columns
            for value in re.split("[;；]", row.get(field, ""))
            if value.strip()
        )
        return list({tuple(row.values()): row for row in found}.values())

    return split


def quantities(rows: list[Row], _columns: Collection[str]) -> list[Row]:
    """Adds ``quantity`` and ``measure``, the plain number and unit of ``value`` and ``unit``."""
    made = []
    for row in rows:
        amount, measure = quantity(row.get("value", ""), row.get("unit", ""))
        made.append(row | {"quantity": amount, "measure": measure})
    return made


def categories(rows: list[Row], _columns: Collection[str]) -> list[Row]:
    """A category under its label and its code, joined by ``;``."""
    return [row | {"category": f"{row.get('category', '')};{row.get('category_code', '')}".strip(";")} for row in rows]


def repairs(rows: list[Row], _columns: Collection[str]) -> list[Row]:
    """Adds ``was``, ``is`` and ``at``: the least change, so that 规那么 → 规则 and 那么 → 则 are the same repair."""
    return [row | _least(row.get("printed", ""), row.get("restored", ""), row.get("begin", "")) for row in rows]


def _least(printed: str, restored: str, begin: str) -> Row:
    most = min(len(printed), len(restored))
    head = next((k for k in range(most) if printed[k] != restored[k]), most)
    most -= head
    tail = next((k for k in range(most) if printed[-1 - k] != restored[-1 - k]), most)
    was, is_ = printed[head : len(printed) - tail], restored[head : len(restored) - tail]
    at = str(int(begin) + head) if begin.isdigit() else ""
    bare = was.strip()
    if bare and bare != was:  # a blank beside what was changed is no part of it
        blanks = len(was) - len(was.lstrip())
        return _least(bare, is_.strip(), str(int(at) + blanks) if at else "")
    return {"was": was, "is": is_, "at": at}


def supports(rows: list[Row], _columns: Collection[str]) -> list[Row]:
    """One row a claim, with all that supports it in ``support``: ``document#item`` joined by ``;``.

    Only numbered items count: a claim that rests on a section's own paragraph has none.
    """
    items = [row | {"support": ";".join(_items(row))} for row in rows]
    return merged(items, ("document", "claim", "begin"), joined=("support",))


def _items(row: Row) -> list[str]:
    numbers = (part.strip() for part in re.split("[;；]", row.get("task_number", "")))
    return [f"{row.get('task_document', '')}#{part}" for part in numbers if _ITEM.match(part)]


def by_work(rows: list[Row], _columns: Collection[str]) -> list[Row]:
    """One row a document and work cited; rows without a work stay."""
    return merged((row | {"work": row.get("work") or f"#{k}"} for k, row in enumerate(rows)), ("document", "work"))


def merged(rows: Iterable[Row], key: Collection[str], joined: Collection[str] = ()) -> list[Row]:
    """One row for each folded value of ``key``: the first value of each column that is not blank.

    Of the columns in ``joined`` all values are kept, joined by ``;``.
    """
    found: dict[tuple[str, ...], Row] = {}
    for row in rows:
        kept = found.setdefault(tuple(fold(row.get(name, "")) for name in key), row)
        if kept is row:
            continue
        for name, value in row.items():
            if name in joined and value and value not in kept[name].split(";"):
                kept[name] = f"{kept[name]};{value}".strip(";")
            elif not kept.get(name):
                kept[name] = value
    return list(found.values())
