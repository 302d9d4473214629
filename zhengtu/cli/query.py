"""``zhengtu query``: a question from the library."""

from __future__ import annotations

from typing import Annotated

import typer

from zhengtu.cli.common import CommandError, OutputOption, QuietOption, StoreOption, VerboseOption, opened, table_width, write
from zhengtu.messages import language, say


def command(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help=say("help.query_name"))] = None,
    list_: Annotated[bool, typer.Option("--list", help=say("help.list"))] = False,
    set_: Annotated[list[str] | None, typer.Option("--set", metavar="name=value", help=say("help.set"))] = None,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="table|csv|tsv|json|xml|turtle", help=say("help.format"))
    ] = "table",
    output: OutputOption = None,
    store: StoreOption = None,
    quiet: QuietOption = False,  # noqa: ARG001 (nothing but the answer is shown anyway)
    verbose: VerboseOption = False,  # noqa: ARG001 (read by the entry point)
) -> None:
    """Answer a question, or list them."""
    from zhengtu import query

    if list_:
        _list()
        return
    if name is None:
        raise CommandError(say("query.no_name"))
    values = dict(_pair(item) for item in set_ or [])
    with opened(store) as graph:
        write(query.render(query.run(graph, name, values), form, table_width(output)), output)


def _list() -> None:
    from zhengtu.query import library

    for known in library().values():
        params = " ".join(f"--set {p.name}={'…' if p.default is None else p.default}" for p in known.parameters)
        typer.echo(f"{known.name:<26}{known.summary.get(language())}{'  ' + params if params else ''}")


def _pair(item: str) -> tuple[str, str]:
    name, equals, value = item.partition("=")
    if not equals or not name:
        raise CommandError(say("query.bad_set", item=item))
    return name, value
