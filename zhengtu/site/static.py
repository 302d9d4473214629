"""Static files: ``static/`` of this room; ``static/vendor`` is built by ``make assets`` and may be missing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "static"


@cache
def files() -> dict[str, Path]:
    """The static files by their path in the site, ``static/…``."""
    found = (path for path in sorted(_FOLDER.rglob("*")) if path.is_file() and not path.name.startswith("."))
    return {f"static/{path.relative_to(_FOLDER).as_posix()}": path for path in found}


def has(path: str) -> bool:
    """Whether there is such a file: a page names a script of ``static/vendor/`` only if it was built."""
    return path in files()


def vendored() -> bool:
    """Whether the front-end libraries were built."""
    return any(path.startswith("static/vendor/") for path in files())
