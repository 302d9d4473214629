"""Sorting beyond memory: the same as sorting in memory, and nothing stays behind."""

from __future__ import annotations

import tempfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhengtu.export import ExportError, sorting
from zhengtu.export.sorting import Sorted

LINES = st.lists(st.binary(max_size=12).map(lambda line: line.replace(b"\n", b"\\n")), max_size=60)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a machine with much else to do
@given(LINES, st.integers(min_value=8, max_value=80))
def test_lines_come_sorted_and_once_however_little_memory_there_is(lines, run):
    with Sorted(lines, run=run) as found:
        assert list(found) == sorted(set(lines))
        assert list(found) == sorted(set(lines))


def test_many_runs_are_merged_first(monkeypatch):
    monkeypatch.setattr(sorting, "_FILES", 3)
    lines = [str(number * 7 % 50).encode() for number in range(120)]
    with Sorted(lines, run=10) as found:
        assert len(found._runs) <= 3
        assert list(found) == sorted(set(lines))


def test_temporary_files_go_with_the_block_even_when_it_fails(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def fail():
        with Sorted([b"b", b"a"], run=0):
            assert sum(path.is_file() for path in tmp_path.rglob("*")) == 2
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_temporary_files_that_cannot_be_written_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(ExportError, match="TMPDIR"):
        Sorted([b"a"], run=0)
