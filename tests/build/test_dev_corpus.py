"""Texts that the shipped corpus does not hold, in another layout: they load, whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhengtu.build import build

FOLDER = Path(__file__).parents[3] / "shared" / "dev-corpus"


@pytest.mark.dev_corpus
@pytest.mark.skipif(not FOLDER.is_dir(), reason="../shared/dev-corpus is not here")
def test_the_development_corpus_loads(tmp_path):
    report = build([FOLDER], str(tmp_path / "store"))
    assert report.problems == []
    assert set(report.loaded) == {p.stem for p in FOLDER.iterdir() if p.name != "README.md"}
