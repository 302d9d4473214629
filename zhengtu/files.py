"""Write a file in one step: it is whole or as it was."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from zhengtu.messages import say


class FileError(Exception):
    """A file cannot be written; ``str`` is one line for the user."""


def write_file(content: Iterable[bytes], path: Path) -> None:
    """Write the pieces; the folder is made if need be.  Raises ``FileError``."""
    try:
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
    except OSError as error:
        raise FileError(say("file.unwritable", path=path, why=error.strerror)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
