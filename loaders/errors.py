"""Errors that a loader reports to its caller."""

from __future__ import annotations

from pathlib import Path


class LoadError(ValueError):
    """A file that cannot be loaded; ``path`` names it, ``reason`` says why in one line."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[LoadError], tuple[Path, str]]:
        """Pickle by constructor arguments, so that the error crosses process borders."""
        return (LoadError, (self.path, self.reason))
