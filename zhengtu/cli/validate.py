"""``zhengtu validate``: is the graph complete and well-formed?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zhengtu.cli.common import OutputOption, QuietOption, StoreOption, VerboseOption, finish, opened, tell, write
from zhengtu.messages import language, say

if TYPE_CHECKING:
    from zhengtu.store import QueryStore
    from zhengtu.validate import Report


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


def _record(graph: QueryStore, report: Report, quiet: bool) -> None:
    """Write the findings into the store; one that takes none, or is being written to, is told of and no more."""
    from zhengtu.store import StoreError
    from zhengtu.validate import keep_beside, record

    try:
        keep_beside(graph, report, record(graph, report))
    except StoreError as error:
        if not quiet:
            tell(say("validate.unrecorded", why=error))


def command(
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="text|json|html|turtle|sarif", help=say("help.format"))
    ] = "text",
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=say("help.lang"))] = "",
    document: Annotated[str, typer.Option("--document", metavar="STEM", help=say("help.only_document"))] = "",
    since: Annotated[str, typer.Option("--since", metavar="GENERATION|FILE", help=say("help.since"))] = "",
    waivers: Annotated[Path | None, typer.Option("--waivers", metavar="FILE", help=say("help.waivers"))] = None,
    source: Annotated[list[Path] | None, typer.Option("--source", metavar="DIR", help=say("help.source"))] = None,
    logic: Annotated[bool, typer.Option("--logic", help=say("help.logic"))] = False,
    keep: Annotated[bool, typer.Option("--record/--no-record", help=say("help.record"))] = True,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help=say("help.jobs"))] = None,
    output: OutputOption = None,
    store: StoreOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,  # noqa: ARG001 (read by the entry point)
) -> None:
    """Check the graph.  Exit code 0 conforms, 1 violations, 2 could not run."""
    from zhengtu import validate

    if lang not in ("", "zh", "en"):
        raise validate.ValidateError(say("validate.bad_lang", lang=lang))
    with opened(store) as graph:
        report = validate.report(graph, document=document, since=since, waivers=waivers, sources=source or (), jobs=jobs)
        consistent = _consistent(graph, quiet) if logic else True
        text = validate.render(report, form, lang or language())
        if keep and not document:
            _record(graph, report, quiet)
    if not quiet or output is not None:
        write(text, output)
    if output is not None and not quiet:
        tell(say("validate.done", count=len(report.findings), path=output))
    finish(0 if report.conforms and consistent else 1)
