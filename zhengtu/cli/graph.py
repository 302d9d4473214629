"""``zhengtu graph``: a network as a table, for other tools, or as a picture."""

from __future__ import annotations

from typing import Annotated

import typer

from zhengtu.cli.common import (
    CommandError,
    OutputOption,
    QuietOption,
    StoreOption,
    VerboseOption,
    opened,
    table_width,
    tell,
    write,
)
from zhengtu.messages import say


def command(
    name: Annotated[str, typer.Argument(metavar="NAME", help=say("help.graph_name"))],
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="table|csv|json|graphml|gexf|svg|png", help=say("help.format"))
    ] = "table",
    edges: Annotated[bool, typer.Option("--edges", help=say("help.edges"))] = False,
    top: Annotated[int, typer.Option("--top", metavar="N", help=say("help.top"))] = 60,
    output: OutputOption = None,
    store: StoreOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,  # noqa: ARG001 (read by the entry point)
) -> None:
    """Show a network of agencies, places, documents or tasks."""
    from zhengtu import graph

    if top < 1:
        raise CommandError(say("graph.top"))
    with opened(store) as source:
        network = graph.graph(source, name)
    write(graph.render(network, form, of="edges" if edges else "nodes", top=top, width=table_width(output)), output)
    if output is not None and not quiet:
        tell(say("export.done", path=output))
