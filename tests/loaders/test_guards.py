"""Patterns that ask the first character first: the guard must let pass whatever a branch of the pattern begins with.

A search that a guard stops finds nothing and says nothing, so the test reads the pattern's branches, not texts.
"""

from __future__ import annotations

import re
from re import _constants as op
from re import _parser
from typing import Any

import pytest

from loaders import numerals
from loaders.extract.groupings import regions
from loaders.extract.projects import lists
from loaders.extract.targets import events, levels, rank, scan

GUARD = re.compile(r"\(\?=((?:\\d\|)?\[[^\]]+\])\)")
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


def first(items: Any) -> tuple[set[str], bool]:
    """What a sequence of parsed items can begin with, one sample of each range or class, and whether it may be empty."""
    found: set[str] = set()
    for kind, value in items:
        if kind in (op.ASSERT, op.ASSERT_NOT, op.AT):
            continue
        chars, empty = of_one(kind, value)
        found |= chars
        if not empty:
            return found, False
    return found, True


def of_one(kind: Any, value: Any) -> tuple[set[str], bool]:
    if kind is op.LITERAL:
        return {chr(value)}, False
    if kind is op.RANGE:
        return {chr(value[0]), chr(value[1])}, False
    if kind is op.CATEGORY and value is op.CATEGORY_DIGIT:
        return {"0", "9", "９"}, False
    if kind is op.IN:
        return set().union(*(of_one(*item)[0] for item in value)), False
    if kind is op.SUBPATTERN:
        return first(value[-1])
    if kind is op.BRANCH:
        each = [first(branch) for branch in value[1]]
        return set().union(*(chars for chars, _ in each)), any(empty for _, empty in each)
    if kind in REPEATS:
        chars, empty = first(value[2])
        return chars, empty or value[0] == 0
    raise AssertionError(f"a guard over {kind} tells nothing")


def hidden(pattern: str) -> set[str]:
    """The characters that ``pattern`` could begin with if its guard let them pass."""
    guard = GUARD.match(pattern)
    assert guard, "no guard"
    chars, empty = first(_parser.parse(pattern[guard.end() :]))
    assert not empty
    return {char for char in chars if not re.match(guard[1], char)}


@pytest.mark.parametrize(
    "pattern",
    [events._EVENT, levels._LEVEL, rank._PLACE, scan._NUMBER, regions._HOLDS, lists._MARK, numerals._DATE],
    ids=["events", "levels", "ranks", "numbers", "holds", "marks", "dates"],
)
def test_the_guard_hides_no_branch(pattern: re.Pattern[str]) -> None:
    assert hidden(pattern.pattern) == set()


def test_a_branch_behind_the_guard_is_noticed() -> None:
    assert hidden("(?=[一二])(?:一月|二月|(?:约)?三月)") == {"三", "约"}
