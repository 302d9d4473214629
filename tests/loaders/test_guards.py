"""Patterns that ask the first character first: the guard must let pass whatever a branch of the pattern begins with."""

from __future__ import annotations

import re

import pytest

from loaders import numerals
from loaders.extract.groupings import regions
from loaders.extract.projects import lists
from loaders.extract.targets import events, levels, rank, scan
from loaders.read import read
from tests.loaders.helpers import ROOT

GUARD = re.compile(r"\(\?=(?:\[[^\]]+\]|\\d\|\[[^\]]+\])\)")
FOLDERS = ("corpus", "tests/gold/written/docs", "tests/gold/written-2/docs", "tests/gold/written-3/docs")
TEXT = "\n".join(
    read(path).text
    for folder in FOLDERS
    for path in sorted((ROOT / folder).iterdir())
    if path.suffix in (".txt", ".md", ".html")
)
WORDS = sorted(set(re.findall("[一-鿿]{2}", TEXT)))
"""Every pair of characters of the texts: what no text puts behind one another stands here once."""


@pytest.mark.parametrize(
    "pattern",
    [events._EVENT, levels._LEVEL, rank._PLACE, scan._NUMBER, regions._HOLDS, lists._MARK, numerals._DATE],
    ids=["events", "levels", "ranks", "numbers", "holds", "marks", "dates"],
)
def test_the_guard_hides_no_match(pattern: re.Pattern[str]) -> None:
    bare = re.compile(GUARD.sub("", pattern.pattern, count=1))
    assert bare.pattern != pattern.pattern
    for text in (TEXT, "".join(WORDS)):
        assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in bare.finditer(text)]
