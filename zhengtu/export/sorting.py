"""Sort more lines than fit in memory: sorted runs in temporary files, merged as they are read (Knuth, TAOCP 3, §5.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import merge
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from zhengtu.export.errors import ExportError
from zhengtu.messages import say

RUN = 32 << 20  # bytes of lines kept in memory
_FILES = 200  # runs read side by side; more are merged first


class Sorted:
    """Lines (bytes without a line feed) in the order of their bytes, each once; may be read several times.

    A context manager: the temporary files go with the block.  What is smaller than ``run`` bytes (``RUN``) never leaves memory.
    """

    def __init__(self, lines: Iterable[bytes] = (), *, run: int | None = None) -> None:
        self._limit, self._size, self._written = RUN if run is None else run, 0, 0
        self._kept: list[bytes] = []
        self._runs: list[Path] = []
        self._folder: TemporaryDirectory[str] | None = None
        for line in lines:
            self.add(line)

    def add(self, line: bytes) -> None:
        """Take a line in.  Raises ``ExportError`` where the temporary files cannot be written."""
        self._kept.append(line)
        self._size += len(line)
        if self._size > self._limit:
            try:
                self._spill()
            except OSError as error:
                raise ExportError(say("export.scratch", why=error.strerror)) from error

    def __iter__(self) -> Iterator[bytes]:
        self._kept.sort()
        before = None
        for line in merge(*map(_lines, self._runs), self._kept) if self._runs else self._kept:
            if line != before:
                yield line
            before = line

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._kept, self._runs = [], []
        if self._folder is not None:
            self._folder.cleanup()

    def _spill(self) -> None:
        if len(self._runs) == _FILES:
            merged = self._write(merge(*map(_lines, self._runs)))
            for path in self._runs:
                path.unlink()
            self._runs = [merged]
        self._kept.sort()
        self._runs.append(self._write(self._kept))
        self._kept, self._size = [], 0

    def _write(self, lines: Iterable[bytes]) -> Path:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="zhengtu-")
        self._written += 1
        path = Path(self._folder.name) / str(self._written)
        with path.open("wb") as file:
            file.writelines(line + b"\n" for line in lines)
        return path


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb", buffering=1 << 16) as file:
        for line in file:
            yield line[:-1]
