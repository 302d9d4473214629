"""The question sets (``*.csv``) and what becomes of their questions.

``also`` gives answers that are as good as the one written down, each as ``query name=value;name=value``, joined by `` | ``; a
question without a query is one that the library cannot answer, which must be declined.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from zhengtu.query import library
from zhengtu.query.entities import terms
from zhengtu.query.header import Parameter, Text

Row = Mapping[str, str]
_BETWEEN = re.compile(r";(?=[a-z_]+=)")


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((Path(__file__).parent / f"{name}.csv").read_text("utf-8").splitlines()))


QUESTIONS, BLIND, BLIND_2, BLIND_3, BLIND_4, BLIND_5, BLIND_6, BLIND_7, BLIND_8, BLIND_9, ROUNDS, ROUNDS_2, ROUNDS_3 = map(
    _rows,
    (
        "questions",
        "blind",
        "blind-2",
        "blind-3",
        "blind-4",
        "blind-5",
        "blind-6",
        "blind-7",
        "blind-8",
        "blind-9",
        "rounds",
        "rounds-2",
        "rounds-3",
    ),
)
# Rounds 1 to 4 were written by one author of the matcher, 5 to 7 by another, 8 and on by a third; these wrote many of the
# wordings in the headers.  Rounds 11 to 15 are a fourth author's, 16 to 18 a fifth's.
AUTHORS: dict[str, list[dict[str, str]]] = {
    "questions": QUESTIONS,
    "blind": BLIND,
    "blind-2": BLIND_2,
    "blind-3": BLIND_3,
    "blind-4": BLIND_4,
    "blind-5": BLIND_5,
    "blind-6": BLIND_6,
    "blind-7": BLIND_7,
    "blind-8": BLIND_8,
    "blind-9": BLIND_9,
    "rounds 1-4": [row for row in ROUNDS if int(row["round"]) < 5],
    "rounds 5-7": [row for row in ROUNDS if 5 <= int(row["round"]) <= 7],
    "rounds 8-10": [row for row in ROUNDS if int(row["round"]) >= 8],
    "rounds 11-15": ROUNDS_2,
    "rounds 16-18": ROUNDS_3,
}


class Outcome(NamedTuple):
    question: str
    verdict: str  # right, wrong, declined
    got: str


def _values(text: str) -> dict[str, str]:
    return dict(item.split("=", 1) for item in _BETWEEN.split(text) if item)


def expected(row: Row) -> list[tuple[str, dict[str, str]]]:
    """The queries and values that answer the question; none where it must be declined."""
    written = [f"{row['query']} {row['parameters']}"] if row["query"] else []
    found = (entry.partition(" ") for entry in (*written, *row["also"].split(" | ")) if entry)
    return [(name, _values(values)) for name, _, values in found]


def resolved(store, query: str, values: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """What the values stand for, however they are written."""
    known = {p.name: p for p in library()[query].parameters} | {
        "document": Parameter("document", "document", None, Text("", ""))
    }
    return {n: tuple(t.value for t in terms(store, known[n], v)) if n in known else (v,) for n, v in values.items()}


def is_right(store, row: Row, match) -> bool:
    """Whether the query and values of ``match`` answer the question."""
    got = resolved(store, match.name, match.values)
    return any(name == match.name and resolved(store, name, values) == got for name, values in expected(row))


def outcome(store, asker, row: Row) -> Outcome:
    match = asker.understand(row["question"]).best
    if match is None:
        return Outcome(row["question"], "declined" if expected(row) else "right", "")
    verdict = "right" if is_right(store, row, match) else "wrong"
    return Outcome(row["question"], verdict, f"{match.name} {match.values}")
