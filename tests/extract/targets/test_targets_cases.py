"""Sentences and what a careful reader takes from them; see cases/*.txt."""

import itertools
import re
from pathlib import Path

import pytest

from loaders.extract.targets import figures
from loaders.extract.targets.layout import Section

CASES = Path(__file__).parent / "cases"


def cases():
    """``(id, text, document year, section title, expected rows)`` of every case file."""
    for path in sorted(CASES.glob("*.txt")):
        blocks = re.split(r"(?m)^(?=> )", path.read_text(encoding="utf-8"))
        year, title = 2022, ""
        for before, block in itertools.pairwise(blocks):
            if head := re.search(r"(?m)^@ (\d+) ?(.*)$", before):
                year, title = int(head[1]), head[2]
            lines = block.splitlines()
            rows = [tuple(cell.strip() for cell in line[2:].split("|")) for line in lines if line.startswith("= ")]
            yield pytest.param(lines[0][2:].replace("\\n", "\n"), year, title, rows, id=f"{path.stem}: {lines[0][2:16]}")


def row(figure):
    """A figure as the case files write it."""
    value = f"{figure.value.normalize():f}"
    year = str(figure.year or "")
    return (figure.indicator, figure.comparator, value, figure.unit, year, figure.kind, figure.scope)


@pytest.mark.parametrize(("text", "year", "title", "rows"), list(cases()))
def test_a_reader_finds_these_figures(text, year, title, rows):
    sections = (Section(0, len(text), title),) if title else ()
    assert [row(f) for f in figures(text, year, sections)] == rows


def test_there_are_enough_cases():
    assert sum(1 for _ in cases()) >= 180
