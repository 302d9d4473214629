from __future__ import annotations

import pytest

from zhengtu.evaluate import EvaluateError, drops, read_minimum
from zhengtu.evaluate.evaluation import Evaluation
from zhengtu.evaluate.minimum import Drop
from zhengtu.evaluate.score import Score

SCORES = {
    ("tasks", "a"): Score(3, 3, (2, 2, 2), (2, 2, 2), {}, 1),  # F1 2/3
    ("places", "a"): Score(1, 1, (1, 1, 1), (1, 1, 1), {}, 1),
    ("claims", "a"): Score(0, 0, (0, 0, 0), (0, 0, 0), {}, 1),
}
EVALUATION = Evaluation("small", SCORES, (), ())


@pytest.fixture
def least(tmp_path):
    def run(text):
        path = tmp_path / "minimum.csv"
        path.write_text(text, "utf-8")
        return read_minimum(path, "small")

    return run


def test_only_this_gold_set_and_only_totals(least):
    text = "gold,kind,document,f1\nsmall,tasks,,0.5\nsmall,tasks,a,0.9\nsmall,,,0.7\nother,places,,1\nsmall,claims,,\n"
    assert least(text) == {"tasks": 0.5}


def test_the_short_form(least):
    assert least("gold,kind,f1\nsmall,tasks,0.6667\n") == {"tasks": 0.6667}


@pytest.mark.parametrize(
    "text", ["gold,kind\nsmall,tasks\n", "gold,kind,f1\nsmall,tasks,high\n", "gold,kind,f1\nother,tasks,1\n", ""]
)
def test_a_file_that_will_not_do(least, text):
    with pytest.raises(EvaluateError, match=r"minimum\.csv"):
        least(text)


def test_rounding_is_no_drop():
    assert drops(EVALUATION, {"tasks": 0.6667, "places": 1.0}) == []


def test_a_drop():
    assert drops(EVALUATION, {"tasks": 0.6668, "places": 1.0}) == [Drop("tasks", 0.6668, pytest.approx(2 / 3))]


def test_what_is_no_longer_scored_has_dropped():
    assert drops(EVALUATION, {"claims": 0.1, "events": 0.2}) == [Drop("claims", 0.1, None), Drop("events", 0.2, None)]


def test_kinds_left_out_on_purpose_have_not():
    assert drops(EVALUATION, {"tasks": 1.0, "events": 0.2}, ("places",)) == []
