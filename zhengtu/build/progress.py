"""What a build tells while it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from zhengtu.build.inputs import Problem


class Progress(Protocol):
    """Told of each step; the command line shows it as a bar or as lines."""

    def begin(self, total: int) -> None:
        """So many documents will be loaded."""
        ...

    def document(self, path: Path, problem: Problem | None) -> None:
        """One document is loaded, or skipped for the problem."""
        ...

    def stage(self, name: str) -> None:
        """A stage begins: ``terms``, ``reason``, ``align``, ``closure``, ``publish``."""
        ...


class Silent:
    """Shows nothing."""

    def begin(self, total: int) -> None:
        """Nothing."""

    def document(self, path: Path, problem: Problem | None) -> None:
        """Nothing."""

    def stage(self, name: str) -> None:
        """Nothing."""
