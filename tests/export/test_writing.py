"""What an export is written to: files, links, pipes and devices."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from zhengtu.files import FileError, write_file


def test_a_link_stays_a_link(tmp_path):
    target, link = tmp_path / "real" / "x.ttl", tmp_path / "x.ttl"
    link.symlink_to(target)
    for content in (b"one", b"two"):
        write_file([content], link)
        assert link.is_symlink()
        assert target.read_bytes() == content


def test_a_pipe_takes_what_is_written(tmp_path):
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_file([b"a" * 100_000, b"b"], pipe)
    reader.join()
    assert read == [b"a" * 100_000 + b"b"]
    assert pipe.is_fifo()


def test_a_device_is_written_to_and_stays_one():
    full = Path("/dev/full")
    with pytest.raises(FileError, match="/dev/full"):
        write_file([b"x"], full)
    assert full.is_char_device()


def test_what_fails_on_the_way_leaves_the_file_as_it_was(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"before")

    def pieces():
        yield b"half"
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        write_file(pieces(), path)
    assert path.read_bytes() == b"before"
    assert [left.name for left in tmp_path.iterdir()] == ["x"]
