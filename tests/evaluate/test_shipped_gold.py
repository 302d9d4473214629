"""A store that said exactly what the shipped gold says would score 1 in every kind, however it prints brackets and blanks."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhengtu.evaluate import KINDS, read
from zhengtu.evaluate.evaluation import compare
from zhengtu.evaluate.names import Names

GOLD = Path(__file__).parents[1] / "gold"
OTHER_PRINT = str.maketrans("（），：“”—", "(),:「」－")


def told(gold, change):
    """The answers of a store that says what the gold says."""
    answers = {name: [] for kind in KINDS.values() for name in kind.asked}
    for name, file in gold.files.items():
        back = {new: old for old, new in KINDS[name].renamed.items()}
        answers[KINDS[name].asked[0]] += [
            {back.get(k, k): v if k == "document" else change(v) for k, v in row.items()} for row in file.rows
        ]
    answers["addressees"] = []
    return answers


@pytest.mark.parametrize("name", ["corpus", "written"])
@pytest.mark.parametrize("change", [str, lambda text: text.translate(OTHER_PRINT)], ids=["same", "other print"])
def test_gold_against_itself(name, change):
    gold = read(GOLD / name)
    assert not gold.unknown
    raw = name == "corpus" and change is not str  # repairs are compared character by character
    evaluation = compare(gold, told(gold, change).__getitem__, Names())
    for kind in evaluation.kinds:
        score = evaluation.of(kind)
        if score.gold and not (raw and kind == "repairs"):
            assert (kind, score.recall("full")) == (kind, 1.0)
            assert (kind, score.f1()) in ((kind, 1.0), (kind, None))
