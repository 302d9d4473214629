"""Bad input, as a user meets it: one clear line naming the file and the reason; the rest loads; the old graph stays."""

from __future__ import annotations

import os

import pytest

GOOD = "示范城市群发展实施方案\n一、总体要求\n（一）指导思想。坚持统筹协调。\n"


def bad_file(folder, kind: str):
    """A file that cannot be loaded."""
    path = folder / {"folder": "x.txt", "extension": "x.wps", "pdf": "x.pdf", "docx": "x.docx", "xlsx": "x.xlsx"}.get(
        kind, "x.txt"
    )
    if kind == "empty":
        path.touch()
    elif kind == "blank":
        path.write_text(" \n\t\n\u3000")
    elif kind == "binary":
        path.write_bytes(bytes(range(256)) * 64)
    elif kind == "image":
        path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0")
    elif kind == "folder":
        path.mkdir()
    elif kind == "dangling":
        path.symlink_to(folder / "nothing")
    elif kind == "huge":
        path.write_bytes("政".encode() * (50 << 20 >> 1))
    elif kind == "unreadable":
        path.write_text(GOOD)
        path.chmod(0)
    else:
        path.write_bytes(b"not what it says")
    return path


KINDS = ["empty", "blank", "binary", "image", "extension", "folder", "dangling", "huge", "pdf", "docx", "xlsx"]
if os.geteuid() != 0:  # root reads everything
    KINDS.append("unreadable")


@pytest.mark.parametrize("kind", KINDS)
def test_a_bad_file_is_named_with_its_reason_and_the_rest_loads(cli, tmp_path, kind):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "good.txt").write_text(GOOD, "utf-8")
    path = bad_file(corpus, kind)
    result = cli("build", corpus, "--quiet")
    assert result.code == 3
    lines = result.err.splitlines()
    assert len(lines) == 1, result.err
    assert lines[0].startswith(f"跳过 {path}：")
    assert len(lines[0]) > len(f"跳过 {path}：")
    assert "good" in cli("status").out


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_these_encodings_are_right_ones(cli, tmp_path, encoding):
    (tmp_path / "plan.txt").write_bytes((GOOD * 3).encode(encoding))
    assert cli("build", tmp_path / "plan.txt", "--quiet") == (0, "", "")
    assert "示范城市群发展实施方案" in cli("status").out


def test_a_folder_without_documents(cli, tmp_path):
    (tmp_path / "corpus").mkdir()
    result = cli("build", tmp_path / "corpus")
    assert result.code == 2
    assert result.err.splitlines() == [f"没有载入任何文档：{tmp_path / 'corpus'}"]
    assert not (tmp_path / "default-store").exists()


def test_only_bad_files_leave_the_old_graph(cli, tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    assert cli("build", tmp_path / "good.txt").code == 0
    (tmp_path / "empty.txt").touch()
    result = cli("build", tmp_path / "empty.txt", tmp_path / "none.txt")
    assert result.code == 2
    assert sum(line.startswith("跳过 ") for line in result.err.splitlines()) == 2
    assert "good" in cli("status").out


@pytest.mark.parametrize("place", ["occupied", "occupied/store", "/proc/store"])
def test_an_unwritable_store(cli, tmp_path, place):
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "occupied").touch()
    result = cli("build", tmp_path / "good.txt", "--store", place, "--quiet")
    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert result.err.startswith("错误：")
    assert place in result.err


def test_an_endpoint_out_of_reach(cli, tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    result = cli("build", tmp_path / "good.txt", "--store", "http://127.0.0.1:9/query", "--quiet")
    assert result.code == 2
    assert result.err.startswith("错误：http://127.0.0.1:9/query：")
    assert len(result.err.splitlines()) == 1
