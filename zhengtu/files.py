"""Write a file or a folder in one step: it is whole or as it was."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from zhengtu.messages import say

T = TypeVar("T")


class FileError(Exception):
    """A file cannot be written; ``str`` is one line for the user."""


def write_file(content: Iterable[bytes], path: Path) -> None:
    """Write the pieces; the folder is made if need be.  Raises ``FileError``.

    A link stays one: the file it leads to is written.  A device or a pipe (``/dev/stdout``) takes the pieces as they come.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                stream.writelines(content)
            return
        _replace(content, path.resolve())
    except OSError as error:
        raise FileError(say("file.unwritable", path=path, why=error.strerror)) from error


def _replace(content: Iterable[bytes], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(content)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def keep_json(told: object, path: Path) -> None:
    """Write, as JSON, what can be found out anew: where it cannot be written, that is no reason to fail."""
    with suppress(FileError):
        write_file([json.dumps(told, ensure_ascii=False).encode()], path)


def kept_json(path: Path, read: Callable[[Any], T]) -> T | None:
    """What ``read`` makes of the JSON that ``keep_json`` kept; ``None`` where nothing is kept, or nothing that it can read."""
    try:
        return read(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, which takes the place of what is at ``path`` when the block ends well and vanishes when it does not.

    The caller has made sure that what is there may go.  Raises ``FileError``.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as scratch:
            new, old = Path(scratch) / "new", Path(scratch) / "old"
            new.mkdir()
            yield new
            if path.exists():
                path.rename(old)
            try:
                new.rename(path)
            except OSError:
                if old.exists():
                    old.rename(path)
                raise
    except OSError as error:
        raise FileError(say("file.unwritable", path=path, why=error.strerror)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
