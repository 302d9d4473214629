"""Hostile text: every stage ends in reasonable time, fails with nothing, and finds no facts where there are none.

They run in processes of their own with a generous limit: a rule that is quadratic in the text would need hours.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from loaders.errors import LoadError
from loaders.pipeline import load
from tests.loaders.helpers import ROOT

LIMIT = 60
"""Seconds for each text as three kinds of file."""
SIZE = 200_000
PROGRAM = """
import sys
from dataclasses import fields
from pathlib import Path
from loaders.pipeline import stages
from loaders.emit import emit
from loaders.read import read
for name in sys.argv[1:]:
    done = stages(read(Path(name)))
    emit(done.text, done.identity, done.outline, done.facts)
    print({f.name: len(getattr(done.facts, f.name)) for f in fields(done.facts) if getattr(done.facts, f.name)})
"""


def facts(folder: Path, texts: Sequence[str], suffixes: tuple[str, ...] = (".txt", ".md", ".html")) -> list[str]:
    """The kinds of fact found in each text as each kind of file; `subprocess.TimeoutExpired` beyond the limit."""
    names = []
    for number, text in enumerate(texts):
        for suffix in suffixes:
            path = folder / f"hostile{number}{suffix}"
            path.write_text(text, encoding="utf-8")
            names.append(str(path))
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PROGRAM, *names]
    limit = LIMIT * len(texts)
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=limit, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines()


@pytest.mark.parametrize("chars", ["（(〔《“[", "、。，： \n", "<&|*#", "1一"])
def test_one_character_over_and_over(tmp_path: Path, chars: str) -> None:
    found = facts(tmp_path, [f"文{char * SIZE}" for char in chars])
    assert found == ["{}"] * (3 * len(chars))


@pytest.mark.parametrize(
    "pieces",
    [
        ("<!--", "<p>", "<table><tr><td>", "<td rowspan=9>", "</", "&#", "<a '\""),
        ("[](", "![", "**", "| |\n", "\t\n"),
        ("（）", "（、", "〔2024〕", "2024年", "3. 5", "——"),
        ("1、\n", "1.", "一、", "（一）", "第一条"),
        ("由负责", "责任单位：", "以下任务均需", "等", "和"),
        ("a\tb\n", "重点工作安排\n推进建设，加快发展。\n", "方案印发\n重点工作\n\n推进建设，加快发展。\n"),
    ],
    ids=["tags", "Markdown", "brackets and figures", "numbers", "words", "headings"],
)
def test_marks_over_and_over(tmp_path: Path, pieces: tuple[str, ...]) -> None:
    texts = [f"文{piece * (SIZE // 4 // len(piece))}" for piece in pieces]
    assert len(facts(tmp_path, texts)) == 3 * len(pieces)


def test_one_line_of_a_megabyte(tmp_path: Path) -> None:
    assert facts(tmp_path, ["坚持系统观念，统筹发展和安全，" * 70_000], (".txt",)) == ["{}"]


def test_half_a_megabyte_of_ordinary_items_is_read(tmp_path: Path) -> None:
    item = "（一）建设水库。推进引调水工程建设，提高供水保障能力和应急处置能力。\n"
    head = "湖北省水网建设实施方案\n鄂政办发〔2024〕5号\n\n一、重点任务\n"
    assert len(facts(tmp_path, [head + item * 4_500], (".txt",))) == 1


@pytest.mark.parametrize("text", ["\x01", "一\x00二", "\ufffe", "a" * 10])
def test_odd_characters_are_read_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(text.encode())
    try:
        load(path)
    except LoadError as error:
        assert "\n" not in error.reason


@pytest.mark.parametrize(("suffix", "text"), [(".md", "|" * 90), (".html", "<p></p>"), (".txt", " \n ")])
def test_marks_without_text_are_refused(tmp_path: Path, suffix: str, text: str) -> None:
    path = tmp_path / f"marks{suffix}"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LoadError):
        load(path)


@pytest.mark.parametrize("stem", ["a b", "方案（终稿）", "a%20b", "x#y", "‮"])
def test_odd_file_names_are_no_obstacle(tmp_path: Path, stem: str) -> None:
    path = tmp_path / f"{stem}.txt"
    path.write_text("一、建设水库。推进建设。\n", encoding="utf-8")
    assert load(path).stem == stem
