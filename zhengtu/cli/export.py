"""``zhengtu export``: the graph as a file."""

from __future__ import annotations

from typing import Annotated

import typer

from zhengtu.cli.common import OutputOption, QuietOption, StoreOption, VerboseOption, opened, tell, write
from zhengtu.messages import say


def command(
    form: Annotated[str, typer.Option("--format", "-f", metavar="turtle|trig|nquads|jsonld|graphml", help=say("help.format"))],
    output: OutputOption = None,
    document: Annotated[str | None, typer.Option("--document", metavar="STEM", help=say("help.document"))] = None,
    store: StoreOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,  # noqa: ARG001 (read by the entry point)
) -> None:
    """Write the dataset, or one document's graph, to a file or the standard output."""
    from zhengtu.export import export

    with opened(store) as graph:
        write(export(graph, form, document=document), output)
    if output is not None and not quiet:
        tell(say("export.done", path=output))
