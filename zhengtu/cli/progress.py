"""A build's progress: a bar on a terminal, lines elsewhere; always on the standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from zhengtu.build import Problem, Progress, Silent
from zhengtu.cli.common import tell
from zhengtu.messages import say

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress


@contextmanager
def shown(quiet: bool) -> Iterator[Progress]:
    """The progress to give to a build."""
    if quiet:
        yield Silent()
    elif not sys.stderr.isatty():
        yield _Lines()
    else:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
        from rich.progress import Progress as Rich

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Rich(*columns, console=Console(stderr=True), transient=True) as bar:
            yield _Bar(bar)


class _Lines:
    def __init__(self) -> None:
        self._total = self._done = 0

    def begin(self, total: int) -> None:
        """Remember how many there will be."""
        self._total = total

    def document(self, path: Path, problem: Problem | None) -> None:
        """One line a document; skipped ones are listed at the end."""
        if problem is None:
            self._done += 1
            tell(f"[{self._done}/{self._total}] {path.name}")

    def stage(self, name: str) -> None:
        """One line a stage."""
        tell(say(f"stage.{name}"))


class _Bar:
    def __init__(self, bar: RichProgress) -> None:
        self._bar = bar
        self._task = bar.add_task(say("stage.load"), total=None)

    def begin(self, total: int) -> None:
        """Set the bar's length."""
        self._bar.update(self._task, total=total)

    def document(self, path: Path, problem: Problem | None) -> None:  # noqa: ARG002 (skipped ones are listed at the end)
        """One step on."""
        self._bar.update(self._task, description=path.name)
        self._bar.advance(self._task)

    def stage(self, name: str) -> None:
        """Show the stage."""
        self._bar.update(self._task, description=say(f"stage.{name}"))
