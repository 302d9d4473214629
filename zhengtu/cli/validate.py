"""``zhengtu validate``: is the graph complete and well-formed?"""

from __future__ import annotations

from typing import Annotated

import typer

from zhengtu.cli.common import OutputOption, QuietOption, StoreOption, VerboseOption, finish, opened, tell, write
from zhengtu.messages import language, say
from zhengtu.store import QueryStore


def _consistent(graph: QueryStore, quiet: bool) -> bool:
    """HermiT's verdict, told on stderr.  A missing Java or a reasoner that fails ends the command with code 2."""
    from zhengtu.ontology.hermit import HermitError
    from zhengtu.ontology.logic import check_store

    try:
        result = check_store(graph)
    except HermitError as error:
        tell(say("validate.logic_failed", reason=error))
        finish(2)
    sound = result.consistent and not result.unsatisfiable
    if not quiet:
        seconds = f"{result.seconds:.1f}"
        tell(say("validate.consistent", seconds=seconds) if sound else say("validate.inconsistent", seconds=seconds))
    return sound


def command(
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="text|json|html|turtle|sarif", help=say("help.format"))
    ] = "text",
    logic: Annotated[bool, typer.Option("--logic", help=say("help.logic"))] = False,
    output: OutputOption = None,
    store: StoreOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,  # noqa: ARG001 (read by the entry point)
) -> None:
    """Check the graph.  Exit code 0 conforms, 1 violations, 2 could not run."""
    from zhengtu import validate

    with opened(store) as graph:
        report = validate.run(graph)
        consistent = _consistent(graph, quiet) if logic else True
    if not quiet or output is not None:
        write(validate.render(report, form, language()), output)
    if output is not None and not quiet:
        tell(say("validate.done", count=len(report.findings), path=output))
    finish(0 if report.conforms and consistent else 1)
