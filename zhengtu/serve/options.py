"""What can be set, and what is bounded."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

MEGABYTE = 1 << 20


def _readers() -> int:
    return max(4, 2 * (os.cpu_count() or 1))


@dataclass(frozen=True, slots=True)
class Options:
    """Where to listen, and the bounds: seconds an answer may take, bytes of an answer, of a request, of a reader's memory."""

    place: str
    host: str = "127.0.0.1"
    port: int = 7878
    cors: str = "*"
    seconds: float = 10.0
    answer_bytes: int = 64 * MEGABYTE
    request_bytes: int = MEGABYTE
    memory_bytes: int = 1024 * MEGABYTE
    readers: int = field(default_factory=_readers)
