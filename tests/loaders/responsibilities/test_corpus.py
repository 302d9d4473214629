"""Responsibilities of the two plans, row by row as tests/gold/corpus/responsibilities.csv reads them."""

from __future__ import annotations

from collections import Counter

import pytest

from loaders.model import Clause
from tests.loaders.helpers import NATIONAL, PROVINCIAL, TEXTS, corpus, gold, squeezed

Row = tuple[str, str, str, str, str, int]


def rows(stem: str) -> list[Row]:
    """(task, title, unit, role, basis, position) in reading order, explicit shares before inherited ones of a task."""
    parts = corpus(stem).outline.parts
    found = [
        (parts[c.part].path, squeezed(parts[c.part].title), s.unit.text, s.role, s.basis, s.position)
        for c in corpus(stem).facts.clauses
        for s in c.shares
    ]
    return sorted(found, key=order)


def order(row: Row) -> tuple[list[int], str, int]:
    return [int(n) for n in row[0].split(".")], row[4], row[5]


def wanted(stem: str) -> list[Row]:
    found = [
        (r["task_number"], squeezed(r["task_title"]), r["unit"], r["role"], r["basis"], int(r["position"]))
        for r in gold("responsibilities", stem)
    ]
    return sorted(found, key=order)


@pytest.mark.parametrize("stem", [NATIONAL, PROVINCIAL])
def test_row_by_row(stem: str) -> None:
    found, gold_rows = rows(stem), wanted(stem)
    assert Counter(found) - Counter(gold_rows) == Counter()
    assert Counter(gold_rows) - Counter(found) == Counter()
    assert found == gold_rows


def clauses(stem: str, basis: str) -> list[Clause]:
    return [c for c in corpus(stem).facts.clauses if c.shares[0].basis == basis]


def test_the_national_plan_counts() -> None:
    explicit, inherited = clauses(NATIONAL, "explicit"), clauses(NATIONAL, "inherited")
    assert (len(explicit), sum(len(c.shares) for c in explicit)) == (26, 136)
    assert (len(inherited), sum(len(c.shares) for c in inherited)) == (25, 75)


def test_the_division_plan_counts() -> None:
    explicit = clauses(PROVINCIAL, "explicit")
    assert (len(explicit), sum(len(c.shares) for c in explicit)) == (21, 118)
    assert clauses(PROVINCIAL, "inherited") == []


def test_pairs_are_distinct() -> None:
    for stem in (NATIONAL, PROVINCIAL):
        pairs = [(c.part, s.unit.text) for c in clauses(stem, "explicit") for s in c.shares]
        assert len(pairs) == len(set(pairs))


def test_the_inherited_shares_point_at_the_clause_that_says_so() -> None:
    done = corpus(NATIONAL)
    assert {done.text.slice(c.span) for c in clauses(NATIONAL, "inherited")} == {"以下任务均需三省落实，不再列出"}


def test_items_without_a_clause() -> None:
    held = {corpus(NATIONAL).outline.parts[c.part].number for c in corpus(NATIONAL).facts.clauses}
    assert held == set(range(5, 31))


@pytest.mark.parametrize("stem", [t for t in TEXTS if t not in (NATIONAL, PROVINCIAL)])
def test_news_assigns_nobody(stem: str) -> None:
    assert corpus(stem).facts.clauses == ()


@pytest.mark.parametrize("stem", [NATIONAL, PROVINCIAL])
def test_the_evidence_of_each_unit_reads_its_name(stem: str) -> None:
    text = corpus(stem).text
    for clause in clauses(stem, "explicit"):
        for share in clause.shares:
            printed = text.slice(share.unit.span)
            assert share.unit.text.startswith(printed)
            assert clause.span.begin < share.unit.span.begin
            assert share.unit.span.end < clause.span.end
