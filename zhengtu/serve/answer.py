"""What a reader answers a request with, and the sink that its content is written to under a limit."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

INLINE = 1 << 18  # bytes sent through the pipe; longer content goes through a file, so that no reader waits for a client


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers (``content-type`` among them) and content: bytes, or a file that whoever receives it removes."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes | Path = b""


class Failure(Exception):
    """A request that cannot be answered: the HTTP status, and one line for the user as ``str``."""

    def __init__(self, status: int, line: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(line)
        self.status = status
        self.headers = headers or {}


class TooLarge(Exception):
    """More was written than the limit allows."""


class Sink(io.RawIOBase):
    """Takes up to ``limit`` bytes: the first in memory, then a file in ``folder``."""

    _numbers = count()

    def __init__(self, folder: Path, limit: int) -> None:
        self._folder = folder
        self._limit = limit
        self._written = 0
        self._memory = bytearray()
        self._file: IO[bytes] | None = None

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        """Take the data.  Raises ``TooLarge``, ``OSError``."""
        piece = memoryview(data)
        self._written += len(piece)
        if self.is_over:
            raise TooLarge
        if self._file is None and self._written > INLINE:
            self._path = self._folder / f"{os.getpid()}-{next(self._numbers)}"
            self._file = self._path.open("xb")
            self._file.write(self._memory)
        if self._file is None:
            self._memory += piece
        else:
            self._file.write(piece)
        return len(piece)

    @property
    def is_over(self) -> bool:
        """Whether more was written than the limit allows."""
        return self._written > self._limit

    def content(self) -> bytes | Path:
        """All that was written."""
        if self._file is None:
            return bytes(self._memory)
        self._file.close()
        return self._path

    def discard(self) -> None:
        """Forget what was written."""
        if self._file is not None:
            self._file.close()
            self._path.unlink(missing_ok=True)
