"""Entry point: the commands, and how what goes wrong is told."""

from __future__ import annotations

import logging
import os
import sys
import traceback
import warnings
from typing import Annotated

import typer
from typer.main import get_command

from zhengtu import __version__
from zhengtu.cli import ask, build, diff, evaluate, explain, export, graph, query, serve, site, sparql, status, validate
from zhengtu.messages import say

_COULD_NOT_RUN = {"build": 2, "validate": 2}  # where exit code 1 has another meaning

app = typer.Typer(
    name="zhengtu",
    help=say("help.app"),
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for _module in (build, ask, query, sparql, validate, diff, export, site, serve, explain, graph, status):
    app.command(_module.__name__.rsplit(".", 1)[-1], help=say(f"help.{_module.__name__.rsplit('.', 1)[-1]}"))(_module.command)
app.command("evaluate", help=evaluate.HELP)(evaluate.command)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"zhengtu {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help=say("help.version"))] = False,
) -> None:
    """The commands share nothing but ``--version``."""


def run() -> None:
    """The console script."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: list[str]) -> int:
    """Run a command; the exit code.  Every error becomes one line on the standard error."""
    verbose = "--verbose" in arguments or "-v" in arguments
    if not verbose:
        warnings.simplefilter("ignore")
    logging.basicConfig(level=logging.INFO if verbose else logging.ERROR)
    try:
        return get_command(app).main(arguments or ["--help"], prog_name="zhengtu", standalone_mode=False) or 0
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, typer.Abort):
        typer.echo(say("error.interrupted"), err=True)
        return 130
    except Exception as error:
        if verbose:
            traceback.print_exc()
        typer.echo(say("error", why=_line(error)), err=True)
        return _code(error, arguments)


def _line(error: Exception) -> str:
    usage = getattr(error, "format_message", None)  # a wrong option or argument
    if usage is not None:
        return str(usage())
    if type(error).__module__.startswith("zhengtu."):
        return str(error)
    return say("error.internal", why=f"{type(error).__name__}: {error}")


def _code(error: Exception, arguments: list[str]) -> int:
    if hasattr(error, "exit_code"):
        return int(error.exit_code)
    name = next((argument for argument in arguments if not argument.startswith("-")), "")
    return _COULD_NOT_RUN.get(name, 1)
