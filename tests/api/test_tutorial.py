"""The tutorials are run as they are printed."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from zhengtu.build import build
from zhengtu.paths import resource_dir

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = str(tmp_path_factory.mktemp("tutorial") / "store")
    assert build([resource_dir("corpus")], place).exit_code == 0
    return place


@pytest.mark.parametrize("name", ["tutorial.md", "tutorial.zh-CN.md"])
def test_the_tutorial_runs(place, monkeypatch, name):
    monkeypatch.setenv("ZHENGTU_STORE", place)
    text = (DOCS / name).read_text("utf-8").replace("```", "")  # the closing fence is no output
    test = doctest.DocTestParser().get_doctest(text, {}, name, name, 0)
    assert len(test.examples) > 8
    printed: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
    assert runner.run(test, out=printed.append).failed == 0, "".join(printed)
