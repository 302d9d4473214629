"""``zhengtu validate``: is the graph complete and well-formed?"""

from __future__ import annotations

from typing import Annotated

import typer

from zhengtu.cli.common import OutputOption, QuietOption, StoreOption, VerboseOption, finish, opened, tell, write
from zhengtu.messages import language, say


def command(
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="text|json|html|turtle|sarif", help=say("help.format"))
    ] = "text",
    output: OutputOption = None,
    store: StoreOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,  # noqa: ARG001 (read by the entry point)
) -> None:
    """Check the graph.  Exit code 0 conforms, 1 violations, 2 could not run."""
    from zhengtu import validate

    with opened(store) as graph:
        report = validate.run(graph)
    if not quiet or output is not None:
        write(validate.render(report, form, language()), output)
    if output is not None and not quiet:
        tell(say("validate.done", count=len(report.findings), path=output))
    finish(0 if report.conforms else 1)
