"""Corrupted words: each occurrence in the corpus documents, as tests/gold/corpus/repairs.csv reads it."""

from __future__ import annotations

import re

import pytest

from loaders.model import Repair
from tests.loaders.helpers import PROVINCIAL, corpus, gold, squeezed

ROWS = [row for row in gold("repairs") if row["kind"] != "order" and row["certainty"] == "certain"]
"""The order has tests of its own; what is only probable (a slip of an author) no rule need restore."""
ONLY_THE_PARALLEL_PASSAGE_TELLS = 2007
"""规范开展对外投资合作 is good Chinese; only 规范发展对外投资合作 in the national plan proves the substitution."""
BEYOND = pytest.mark.xfail(strict=True, reason="only the parallel passage in another document tells")


def repairs(stem: str) -> list[Repair]:
    done = corpus(stem)
    return [r for r in (*done.text.repairs, *done.outline.repairs) if r.kind == "word"]


def restored_at(stem: str, begin: int, end: int) -> str:
    """What the clean text reads for the source characters ``[begin, end)``."""
    text = corpus(stem).text
    held = [i for i, (b, e) in enumerate(zip(text.begins, text.ends, strict=True)) if begin <= b and e <= end and b < e]
    return "".join(text.text[i] for i in held if text.text[i] != "\n")


@pytest.mark.parametrize(
    "row",
    [pytest.param(r, marks=BEYOND) if int(r["begin"]) == ONLY_THE_PARALLEL_PASSAGE_TELLS else r for r in ROWS],
    ids=[f"{r['printed']}→{r['restored']} {r['occurrence']}" for r in ROWS],
)
def test_each_corruption_is_repaired(row: dict[str, str]) -> None:
    begin, end = int(row["begin"]), int(row["end"])
    found = [r for r in repairs(row["document"]) if r.source.begin < end and begin < r.source.end]
    assert len(found) == 1, row["context"]
    repair = found[0]
    assert begin <= repair.source.begin
    assert repair.source.end <= end
    outside = row["printed"].replace(repair.printed, repair.restored, 1)
    assert squeezed(outside) == squeezed(row["restored"]), row["context"]


def test_nothing_else_is_repaired() -> None:
    known = [(int(r["begin"]), int(r["end"])) for r in ROWS if r["document"] == PROVINCIAL]
    extra = [r for r in repairs(PROVINCIAL) if not any(b < r.source.end and r.source.begin < e for b, e in known)]
    assert [(r.printed, r.restored) for r in extra] == []


def occurrences() -> list[tuple[int, bool]]:
    """Where 开展 stands in the shared copy (also over a line's end), and whether it should read 发展."""
    text = corpus(PROVINCIAL).text.source.text
    wrong = {int(r["begin"]) for r in ROWS if r["document"] == PROVINCIAL and r["printed"] == "开展"}
    body = text.index("\n1、"), text.index("- 配套讲稿")
    found = [m for m in re.finditer(r"开(?:\s|\n\d+、)*展", text) if body[0] < m.start() < body[1]]
    return [(m.start(), m.start() in wrong) for m in found]


def test_the_reader_counted_fifty() -> None:
    found = occurrences()
    assert len(found) == 50
    assert sum(wrong for _, wrong in found) == 36


@pytest.mark.parametrize(
    ("at", "wrong"),
    [pytest.param(*o, marks=BEYOND) if o[0] == ONLY_THE_PARALLEL_PASSAGE_TELLS else o for o in occurrences()],
)
def test_each_kaizhan(at: int, wrong: bool) -> None:
    text = corpus(PROVINCIAL).text
    index = next(i for i, b in enumerate(text.begins) if b == at and text.ends[i] > b)
    assert text.text[index : index + 2] == ("发展" if wrong else "开展"), text.source.text[at - 12 : at + 14]


def test_a_repair_says_what_why_and_how_sure() -> None:
    for repair in (r for r in corpus(PROVINCIAL).text.repairs if r.kind == "word"):
        assert repair.printed != repair.restored
        assert repair.reason
        assert 0 < repair.confidence <= 1


def test_a_repair_quotes_what_is_printed_there() -> None:
    source = corpus(PROVINCIAL).text.source.text
    for repair in (r for r in corpus(PROVINCIAL).text.repairs if r.kind == "word"):
        there = re.sub(r"\n\d+、|\n", "", source[repair.source.begin : repair.source.end])
        assert repair.printed == there
        assert corpus(PROVINCIAL).text.slice(repair.span) == repair.restored
