"""Compress a stream by the extension of its file; the same stream gives the same bytes (neither time nor name stands in it)."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

_GZIP = 31  # wbits: the widest window, in a gzip container (RFC 1952)


class _Compressor(Protocol):
    def compress(self, data: bytes, /) -> bytes: ...

    def flush(self) -> bytes: ...


def packing(path: Path | None) -> str:
    """``gz`` or ``zst`` where the file's name ends so, else empty."""
    suffix = path.suffix.lower().lstrip(".") if path else ""
    return suffix if suffix in ("gz", "zst") else ""


def packed(pieces: Iterable[bytes], kind: str) -> Iterator[bytes]:
    """The pieces compressed as ``gz`` or ``zst``; as they are where ``kind`` is empty."""
    if not kind:
        yield from pieces
        return
    compressor = _zstandard() if kind == "zst" else zlib.compressobj(wbits=_GZIP)
    for piece in pieces:
        if part := compressor.compress(piece):
            yield part
    yield compressor.flush()


def _zstandard() -> _Compressor:
    if sys.version_info >= (3, 14):
        from compression.zstd import CompressionParameter, ZstdCompressor
    else:
        from backports.zstd import CompressionParameter, ZstdCompressor
    return ZstdCompressor(options={CompressionParameter.checksum_flag: 1})
