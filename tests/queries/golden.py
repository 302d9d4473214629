"""Golden answers on the shipped corpus: what a reader would answer, and where the graph still differs.

``corpus/NAME.csv`` holds the rows as read: joined from ``tests/gold/corpus`` (``reading``), or written by hand where no gold
table has them.  ``corpus/NAME.diff`` lists the rows the graph misses (``-``) and those it has beyond them (``+``); no file, no
difference.  After a change, look at ``git diff tests/queries/corpus`` and accept it with

    python -m tests.queries.golden [NAME …]

which rewrites the differences, and the rows that gold joins to, never those written by hand.
"""

from __future__ import annotations

import csv
import io
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.queries import reading_of_places  # noqa: F401 (registers its readings)
from tests.queries.reading import READINGS, derived
from tests.queries.support import CORPUS, CORPUS_ARGUMENTS, build_corpus
from zhengtu.evaluate.fold import fold, short_place
from zhengtu.query import library, run
from zhengtu.store import QueryStore, open_store

COMMAND = "python -m tests.queries.golden"
PLACES = {"place", "places", "place_a", "place_b", "party", "partner", "member", "provinces"}
NAMED = {"label", "label_a", "label_b", "upper_label", "lower_label", "unit", "addressee", "entity", "issuer"}
LISTS = {"document_list"}
PAIRS = [("place_a", "place_b"), ("label_a", "label_b")]  # in either order


def table(name: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Columns and rows as read.  Raises ``FileNotFoundError`` for a question nobody has answered by reading."""
    with (CORPUS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        columns, *rows = (tuple(row) for row in csv.reader(file))
    return columns, rows


def as_csv(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([columns, *rows])
    return text.getvalue()


def difference(store: QueryStore, name: str) -> str:
    """The lines of ``corpus/NAME.diff``: rows read and not answered, rows answered and not read."""
    columns, wanted = table(name)
    answer = [tuple(row[c] for c in columns) for row in run(store, name, CORPUS_ARGUMENTS.get(name))]
    read, found = (Counter(comparable(columns, row) for row in rows) for rows in (wanted, answer))
    shown = {comparable(columns, row): row for row in [*answer, *wanted]}
    lines = [("- ", key, n) for key, n in (read - found).items()] + [("+ ", key, n) for key, n in (found - read).items()]
    return "".join(
        f"{sign}{' | '.join(shown[key])}\n" * n for sign, key, n in sorted(lines, key=lambda line: (line[1], line[0]))
    )


def comparable(columns: tuple[str, ...], row: tuple[str, ...]) -> tuple[str, ...]:
    """A row in which two ways of printing the same thing are one."""
    cells = dict(zip(columns, map(_cell, columns, row), strict=True))
    if {"label_a", "shared"} <= set(columns):  # of places, not agencies
        cells |= {c: short_place(cells[c]) for c in ("label_a", "label_b")}
    for a, b in PAIRS:
        if a in cells and cells[a] > cells[b]:
            cells[a], cells[b] = cells[b], cells[a]
    return tuple(cells.values())


def _cell(column: str, text: str) -> str:
    if column in PLACES:
        return ";".join(sorted(short_place(part) for part in text.split(";")))
    if column in LISTS:
        return ";".join(sorted(text.split(";")))
    return fold(text).removeprefix("中华人民共和国") if column in NAMED else fold(text)


def accepted(name: str) -> str:
    path = CORPUS / f"{name}.diff"
    return path.read_text("utf-8") if path.exists() else ""


def accept(store: QueryStore, names: list[str]) -> None:
    """Write the rows that gold joins to, and the differences."""
    for name in names:
        if name in READINGS:
            (CORPUS / f"{name}.csv").write_text(as_csv(*derived(name)), "utf-8")
        lines, path = difference(store, name), CORPUS / f"{name}.diff"
        if lines:
            path.write_text(lines, "utf-8")
        else:
            path.unlink(missing_ok=True)
        rows = len(table(name)[1])
        print(f"{name:<26}{rows:>5} rows read, {len(lines.splitlines()):>4} lines of difference")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, open_store(build_corpus(Path(folder))) as corpus:
        accept(corpus, sys.argv[1:] or list(library()))
