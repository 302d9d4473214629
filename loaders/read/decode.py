"""Which encoding, and the text: UTF-8, UTF-16, GB18030 (GB 18030-2022, a superset of GBK and GB 2312) and Big5 (with HKSCS)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from loaders.errors import LoadError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_UNUSUAL = re.compile(r"[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")


def decode(data: bytes, path: Path) -> tuple[str, str]:
    """The text of ``data`` and the encoding's name.

    A byte-order mark decides; else the first of UTF-8, UTF-16 without mark, GB18030 or Big5 that decodes without error
    into text.  Raises `LoadError` where none does.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strict(data, name, path), name
    for name in _candidates(data):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text, name
    if b"\x00" in data[:8192] or _CONTROL.search(data[:8192].decode("latin-1")):
        raise LoadError(path, "是二进制文件，不是文本")
    raise LoadError(path, "编码无法识别（可读 UTF-8、UTF-16、GB18030、Big5）")


def _candidates(data: bytes) -> Iterator[str]:
    """The encodings to try; the costly look at the double-byte ones comes when the others have failed."""
    yield "utf-8"
    yield from _utf16_without_mark(data)
    yield from _double_byte(data)


def _strict(data: bytes, name: str, path: Path) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise LoadError(path, f"按 {name} 解码失败（第 {error.start} 字节）") from error


def _utf16_without_mark(data: bytes) -> tuple[str, ...]:
    """The UTF-16 byte order that puts ASCII and CJK text in place: where NUL bytes stand, or none."""
    head = data[:4096]
    if len(data) % 2 or not head.count(0):
        return ()
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return ("utf-16-be",) if even > odd else ("utf-16-le",)


def _double_byte(data: bytes) -> tuple[str, ...]:
    """GB18030 and Big5, the likelier first: nearly every text of one decodes in the other, into other characters.

    What tells them apart is how often the commonest marks and the commonest character of Chinese texts come out.
    """
    head = data[:65536]
    often = {name: sum(map(head.decode(name, "ignore").count, "，。、：；的")) for name in ("gb18030", "big5hkscs")}
    return tuple(sorted(often, key=lambda name: -often[name]))


def _is_text(text: str) -> bool:
    """Text holds (nearly) no control characters, private-use or replacement characters."""
    sample = text[:65536] + text[-4096:]
    unusual = _UNUSUAL.findall(sample)
    return len(unusual) * 50 < len(sample) and _CONTROL.search("".join(unusual)) is None
