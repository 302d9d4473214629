"""What can be set, and what is bounded."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path

MEGABYTE = 1 << 20
_FIRST = 300.0  # seconds for a page


def _readers() -> int:
    return max(4, 2 * (os.cpu_count() or 1))


@dataclass(frozen=True, slots=True)
class Options:
    """Where to listen, and the bounds: seconds an answer may take, bytes of an answer, of a request, of a reader's memory.

    ``sources`` are folders with source files, besides the shipped corpus.
    """

    place: str
    host: str = "127.0.0.1"
    port: int = 7878
    cors: str = "*"
    seconds: float = 10.0
    answer_bytes: int = 64 * MEGABYTE
    request_bytes: int = MEGABYTE
    memory_bytes: int = 1024 * MEGABYTE
    readers: int = field(default_factory=_readers)
    sources: tuple[Path, ...] = ()

    @property
    def for_pages(self) -> Options:
        """Those of the readers that make pages: half as many, with time to put lists of a large graph together once."""
        return replace(self, seconds=max(self.seconds, _FIRST), readers=max(1, self.readers // 2))
