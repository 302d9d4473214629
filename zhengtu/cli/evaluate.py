"""``zhengtu evaluate``: how good is the graph, measured against gold?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from zhengtu.cli.common import OutputOption, QuietOption, StoreOption, VerboseOption, finish, opened, tell, write
from zhengtu.messages import either, say

HELP = either(
    "对照标注计分：0 完成，1 有分数低于下限，2 无法计分",
    "score the graph against gold: 0 done, 1 a score is below the minimum, 2 could not run",
)
_GOLD = either("标注所在文件夹（每类一个 CSV）", "folder of the gold (a CSV file a kind)")
_ERRORS = either("列出每处漏、多、错及其原句", "list each row missed, spurious or different, with its sentence")
_KIND = either("只看这一类，可多次给出", "this kind only; may be given several times")
_DOCUMENT = either("只看这个文档，可多次给出", "this document only; may be given several times")
_MINIMUM = either("F1 下限（CSV：gold,kind,f1）", "least F1 asked for (CSV: gold,kind,f1)")


def command(
    gold: Annotated[Path, typer.Option("--gold", metavar="DIR", help=_GOLD)],
    errors: Annotated[bool, typer.Option("--errors", help=_ERRORS)] = False,
    form: Annotated[str, typer.Option("--format", "-f", metavar="table|csv|json", help=say("help.format"))] = "table",
    kind: Annotated[list[str] | None, typer.Option("--kind", metavar="KIND", help=_KIND)] = None,
    document: Annotated[list[str] | None, typer.Option("--document", metavar="STEM", help=_DOCUMENT)] = None,
    minimum: Annotated[Path | None, typer.Option("--minimum", metavar="FILE", help=_MINIMUM)] = None,
    output: OutputOption = None,
    store: StoreOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,  # noqa: ARG001 (read by the entry point)
) -> None:
    """Score the graph.  Exit code 0, 1 when a score is below ``--minimum``, 2 could not run."""
    from zhengtu import evaluate
    from zhengtu.files import FileError
    from zhengtu.store import StoreError

    request = evaluate.Request(gold, form, errors, tuple(kind or ()), tuple(document or ()), minimum)
    try:
        plan = request.checked()
        with opened(store) as graph:
            answer = plan.run(graph)
        write(answer.text, output)
    except (StoreError, FileError) as error:
        raise evaluate.EvaluateError(str(error)) from error
    for line in (*(() if quiet else answer.notes), *answer.drops):
        tell(line)
    finish(1 if answer.drops else 0)
