"""What cannot be read: one clear line that names the file and the reason."""

from __future__ import annotations

import pickle
import random
from pathlib import Path

import pytest

from loaders.errors import LoadError
from loaders.read import MAX_BYTES, read

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 16 + bytes(range(256)) * 8


def refused(path: Path) -> LoadError:
    with pytest.raises(LoadError) as caught:
        read(path)
    error = caught.value
    assert error.path == path
    assert str(path) in str(error)
    assert "\n" not in str(error)
    assert "Traceback" not in str(error)
    return error


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("空.txt", b"", "空"),
        ("空白.txt", b" \r\n\t\n", "空"),
        ("空白.md", "\u3000\u3000\n".encode(), "没有文字"),
        ("只有标记.txt", b"\xef\xbb\xbf", "没有文字"),
        ("图片.txt", PNG, "二进制"),
        ("旧版.txt", OLD_WORD, "二进制"),
        ("随机.txt", random.Random(1).randbytes(4096), "二进制"),
        ("表格.xls", b"PK\x03\x04", ".xls"),
        ("假.xlsx", b"PK\x03\x04", "XLSX"),
        ("旧版.doc", OLD_WORD, ".doc"),
        ("没有扩展名", "正文".encode(), "扩展名"),
        ("半个字.txt", b"\xef\xbb\xbf" + "发展".encode()[:-1], "解码"),
        ("奇数.txt", b"\xff\xfe" + "发展".encode("utf-16-le")[:-1], "解码"),
        ("假.docx", b"not a zip file at all", "DOCX"),
        ("假.pdf", b"%PDF-1.7\nnothing", "PDF"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_files_are_refused_for_the_right_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert reason in refused(path).reason


def test_a_missing_file(tmp_path: Path) -> None:
    assert "无法读取" in refused(tmp_path / "没有.txt").reason


def test_a_directory_with_a_files_name(tmp_path: Path) -> None:
    (tmp_path / "目录.txt").mkdir()
    assert "无法读取" in refused(tmp_path / "目录.txt").reason


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    """A sparse file: nothing of its bytes need be read to see that it is no plan."""
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert "过大" in refused(path).reason


def test_an_empty_zip_is_no_docx(tmp_path: Path) -> None:
    path = tmp_path / "空包.docx"
    path.write_bytes(b"PK\x05\x06" + b"\x00" * 18)
    assert "DOCX" in refused(path).reason


def test_the_error_survives_another_process(tmp_path: Path) -> None:
    error = refused(tmp_path / "没有.txt")
    again = pickle.loads(pickle.dumps(error))  # our own bytes
    assert (again.path, again.reason, str(again)) == (error.path, error.reason, str(error))
