"""What all commands share: their common options, where the store is, how they write."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zhengtu.messages import say
from zhengtu.paths import store_place

if TYPE_CHECKING:
    from zhengtu.store import QueryStore

StoreOption = Annotated[str | None, typer.Option("--store", metavar="PATH|URL", help=say("help.store"))]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help=say("help.quiet"))]
VerboseOption = Annotated[bool, typer.Option("--verbose", "-v", help=say("help.verbose"))]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help=say("help.output"))]


class CommandError(Exception):
    """A command cannot do what was asked; ``str`` is one line for the user."""


def opened(option: str | None) -> QueryStore:
    """The store for reading.  Raises ``StoreError``."""
    from zhengtu.store import open_store

    return open_store(store_place(option))


def check_format(form: str, known: Sequence[str]) -> None:
    """Refuse a ``--format`` that is not ``known``, before any work is done.  Raises ``UnknownFormat``."""
    if form not in known:
        from zhengtu.query import UnknownFormat

        raise UnknownFormat(form, known)


def write(content: str | Iterable[bytes], output: Path | None) -> None:
    """Write to the file, in one step, or to the standard output.  Raises ``ExportError``."""
    pieces = [content.encode("utf-8")] if isinstance(content, str) else content
    if output is None:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
        return
    from zhengtu.files import write_file

    write_file(pieces, output)


def table_width(output: Path | None) -> int | None:
    """How many columns a table may take: the terminal's where it goes to one, else as many as it wants."""
    return shutil.get_terminal_size().columns if output is None and sys.stdout.isatty() else None


def tell(line: str) -> None:
    """A line beside the answer: on the standard error."""
    typer.echo(line, err=True)


def finish(code: int) -> None:
    """End the command with an exit code."""
    if code:
        raise typer.Exit(code)
