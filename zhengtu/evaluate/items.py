"""One item, two numbers: its own and its path, for readers who call it by the other one than the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from zhengtu.evaluate.prepare import Row


def under_told_numbers(gold: Mapping[str, list[Row]], told: Iterable[Row], tasks: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows of ``gold`` by document, each ``task_number`` that one item alone can mean made the store's number of that item.

    An item of ``tasks`` is also called by its own number alone (``3`` for ``2.3``) and by the path of its section with its own
    number (``2.3`` for ``3``), where no other item and no row of ``told`` goes by that name.  A whole document shows which of
    the two its numbering asks for; an opening of one section does not.
    """
    told_tasks = list(tasks)
    known = {(row["document"], row["task_number"]) for row in (*told, *told_tasks)}
    meant: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in told_tasks:
        own = row["task_number"].rpartition(".")[2]
        for name in {own, f"{row.get('section_number', '')}.{own}"}:
            meant[row["document"], name].add(row["task_number"])
    only = {key: numbers.pop() for key, numbers in meant.items() if len(numbers) == 1 and key not in known}
    return {
        document: [row | {"task_number": only.get((document, row["task_number"]), row["task_number"])} for row in rows]
        for document, rows in gold.items()
    }
