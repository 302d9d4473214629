"""Advisory file locks (flock): they go with the process that held them, however it ended."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path


class FileLock:
    """An open lock file; ``release`` or the end of the process frees it."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Free the lock; harmless when done twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def shared(path: Path) -> FileLock | None:
    """A reader's lock on an existing file; ``None`` when a writer holds it or the file is gone."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    return _lock(descriptor, fcntl.LOCK_SH)


def exclusive(path: Path) -> FileLock | None:
    """The only lock on the file, made if need be; ``None`` when anyone else holds one.  Raises ``OSError``."""
    return _lock(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644), fcntl.LOCK_EX)


def _lock(descriptor: int, kind: int) -> FileLock | None:
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except OSError:
        os.close(descriptor)
        raise
    return FileLock(descriptor)
