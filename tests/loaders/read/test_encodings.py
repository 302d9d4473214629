"""Encodings that Chinese offices use: UTF-8, UTF-16, GB18030 (GBK and GB 2312 are parts of it)."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.model import Source
from loaders.read import read

TEXT = "湖北省人民政府办公厅关于印发《方案》的通知\n鄂政办发〔2022〕16号\n到2025年，达到1.5万亿元——“十四五”。\n"
RARE = "地名用字：\u3400\u4dae与𠮷、𬭎、㛃。\n"
"""U+20BB7 and U+2CB4E take four bytes in GB18030; so do U+3400 and U+4DAE of Extension A."""


def written(folder: Path, data: bytes, name: str = "公文.txt") -> Source:
    path = folder / name
    path.write_bytes(data)
    return read(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("text", [TEXT, RARE + TEXT, TEXT * 300], ids=["plain", "four-byte characters", "long"])
def test_every_encoding_gives_the_same_text(tmp_path: Path, encoding: str, text: str) -> None:
    assert written(tmp_path, text.encode(encoding)).text == text


def test_utf16_big_endian_with_its_mark(tmp_path: Path) -> None:
    assert written(tmp_path, b"\xfe\xff" + TEXT.encode("utf-16-be")).text == TEXT


@pytest.mark.parametrize("encoding", ["gbk", "gb2312"])
def test_older_standards_are_read_as_gb18030(tmp_path: Path, encoding: str) -> None:
    text = "省发展改革委、省财政厅按职责分工负责。\n"
    assert written(tmp_path, text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"])
def test_the_byte_order_mark_is_no_character_of_the_text(tmp_path: Path, encoding: str) -> None:
    """Offsets count from the first character a reader sees."""
    assert written(tmp_path, TEXT.encode(encoding)).text.index("湖北省") == 0


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark_where_only_line_ends_are_ascii(tmp_path: Path, encoding: str) -> None:
    text = "坚持生态优先、绿色发展。\n由省水利厅牵头落实。\n" * 20
    assert written(tmp_path, text.encode(encoding)).text == text


def test_plain_ascii_and_a_single_character_are_texts(tmp_path: Path) -> None:
    assert written(tmp_path, b"GB/T 9704-2012\n").text == "GB/T 9704-2012\n"
    assert written(tmp_path, "一".encode()).text == "一"


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    """Offsets count in the decoded file, so nothing may be normalised on the way in."""
    assert written(tmp_path, "一\r\n二\r三\n".encode()).text == "一\r\n二\r三\n"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("a.TXT", "text/plain"),
        ("a.md", "text/markdown"),
        ("a.html", "text/html"),
        ("a.htm", "text/html"),
    ],
)
def test_the_extension_names_the_media_type(tmp_path: Path, name: str, media_type: str) -> None:
    assert written(tmp_path, TEXT.encode(), name).media_type == media_type


def test_the_stem_drops_the_last_extension_only(tmp_path: Path) -> None:
    assert written(tmp_path, TEXT.encode(), "鄂政办发2022.16号.txt").stem == "鄂政办发2022.16号"


def test_the_digest_is_of_the_files_bytes(tmp_path: Path) -> None:
    """SHA-256 of the three bytes 'abc' is the test vector of FIPS 180-4."""
    assert written(tmp_path, b"abc").sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
