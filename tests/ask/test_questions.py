"""``questions.csv``: how often the right query and values are found, and how often the wrong ones.

The questions were written before the matcher, from the descriptions of the queries; the matcher was first developed on the
half ``dev`` alone.  Since the library grew the failures of both halves have been looked at, so neither is unseen now.  ``also`` gives
answers that are as good, each as ``query name=value;name=value``, joined by `` | ``; a question without a query is one that the
library cannot answer, which must be declined.

``blind.csv`` was written by an author who saw neither the matcher nor the words it knows.  Asked before anything was changed
for it, 20 of its 48 answerable questions were answered rightly (0.417) and 4 of all 60 wrongly (0.067).  The causes were then
mended where they were general, so that its figure now is no longer a blind one; the floor below only keeps what was reached.

``blind-2.csv`` is a second such set, by an author who knew nothing but the names of the queries.  At first contact 41 of its 78
answerable questions were answered as written down (0.526), 24 otherwise, 12 not at all (the last could not be compared: it
names 引江补汉, which the store knows as 引江补汉工程); its 12 others were all declined.  Seventeen of the 24 were answers as good,
by a narrower query that the author did not know, now in ``also``: so counted, 59 of 78 (0.756) were right with that row put
right, and 7 of all 90 wrong (0.078).  Causes were then mended where they were general, with seven more such narrower queries
in ``also``; its figure now is no blind one either.

``rounds.csv`` holds four sets, each written whole before it was asked, by the author of the matcher: reporters, clerks of a
supervision office, researchers and readers of English in turn.  At first contact they gave, right of the answerable and wrong
of all: round 1 (before any change) 0.450 and 0.014, round 2 0.652 and 0.130, round 3 (the most colloquial) 0.600 and 0.110,
round 4 (plainer again) 0.955 and 0.026.  After each round its failures were mended where the cause was general.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from zhengtu.query import library
from zhengtu.query.entities import terms
from zhengtu.query.header import Parameter, Text

RIGHT, WRONG = 0.9, 0.03
BLIND_RIGHT, ROUNDS_RIGHT = 0.8, 0.85
BLIND_2_RIGHT = 0.9
BLIND_WRONG = 0.06  # the narrower readings that its author did not foresee count as wrong
BLIND = list(csv.DictReader((Path(__file__).parent / "blind.csv").read_text("utf-8").splitlines()))
BLIND_2 = list(csv.DictReader((Path(__file__).parent / "blind-2.csv").read_text("utf-8").splitlines()))
ROUNDS = list(csv.DictReader((Path(__file__).parent / "rounds.csv").read_text("utf-8").splitlines()))
QUESTIONS = list(csv.DictReader((Path(__file__).parent / "questions.csv").read_text("utf-8").splitlines()))
_BETWEEN = re.compile(r";(?=[a-z_]+=)")


class Outcome(NamedTuple):
    question: str
    verdict: str  # right, wrong, declined
    got: str


def _values(text: str) -> dict[str, str]:
    return dict(item.split("=", 1) for item in _BETWEEN.split(text) if item)


def _expected(row: dict[str, str]) -> list[tuple[str, dict[str, str]]]:
    written = [f"{row['query']} {row['parameters']}"] if row["query"] else []
    found = (entry.partition(" ") for entry in (*written, *row["also"].split(" | ")) if entry)
    return [(name, _values(values)) for name, _, values in found]


def _resolved(store, query: str, values: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """What the values stand for, however they are written."""
    known = {p.name: p for p in library()[query].parameters} | {
        "document": Parameter("document", "document", None, Text("", ""))
    }
    return {n: tuple(t.value for t in terms(store, known[n], v)) if n in known else (v,) for n, v in values.items()}


def _outcome(store, asker, row) -> Outcome:
    match = asker.understand(row["question"]).best
    expected = _expected(row)
    if match is None:
        return Outcome(row["question"], "declined" if expected else "right", "")
    got = _resolved(store, match.name, match.values)
    right = any(name == match.name and _resolved(store, name, values) == got for name, values in expected)
    return Outcome(row["question"], "right" if right else "wrong", f"{match.name} {match.values}")


def test_the_set_is_what_it_should_be():
    assert len(QUESTIONS) >= 150
    assert sum(not row["query"] for row in QUESTIONS) >= 25
    assert {row["query"] for row in QUESTIONS} - {""} <= set(library())
    assert len({row["question"] for row in QUESTIONS}) == len(QUESTIONS)
    halves = Counter(row["half"] for row in QUESTIONS)
    assert abs(halves["dev"] - halves["held"]) <= 2


@pytest.mark.parametrize(
    ("rows", "least", "most"),
    [
        ([row for row in QUESTIONS if row["half"] == "dev"], RIGHT, WRONG),
        ([row for row in QUESTIONS if row["half"] == "held"], RIGHT, WRONG),
        (BLIND, BLIND_RIGHT, BLIND_WRONG),
        (BLIND_2, BLIND_2_RIGHT, WRONG),
        (ROUNDS, ROUNDS_RIGHT, WRONG),
    ],
    ids=["dev", "held", "blind", "blind-2", "rounds"],
)
def test_the_bars(corpus, asker, rows, least, most):
    outcomes = [_outcome(corpus, asker, row) for row in rows]
    answerable = [o for o, row in zip(outcomes, rows, strict=True) if row["query"]]
    right = sum(o.verdict == "right" for o in answerable) / len(answerable)
    wrong = [o for o in outcomes if o.verdict == "wrong"]
    print(f"right {right:.3f} of {len(answerable)}, wrong {len(wrong)} of {len(rows)}")
    assert right >= least
    assert len(wrong) <= most * len(rows), wrong
