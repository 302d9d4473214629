"""``zhengtu ask``: a question in words."""

from __future__ import annotations

from typing import Annotated

import typer

from zhengtu.cli.common import (
    OutputOption,
    QuietOption,
    StoreOption,
    VerboseOption,
    check_format,
    finish,
    opened,
    table_width,
    write,
)
from zhengtu.messages import say

_ROWS = 20  # shown without --verbose


def command(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help=say("help.question"))],
    form: Annotated[str, typer.Option("--format", "-f", metavar="text|json", help=say("help.format"))] = "text",
    output: OutputOption = None,
    store: StoreOption = None,
    quiet: QuietOption = False,  # noqa: ARG001 (nothing but the answer is shown anyway)
    verbose: VerboseOption = False,
) -> None:
    """Answer a question in Chinese or English.  Exit code 1 where it is not understood well enough."""
    from zhengtu import ask

    check_format(form, ask.FORMATS)
    most = None if verbose or form == "json" else _ROWS
    with opened(store) as graph:
        answer = ask.Asker(graph).ask(question, most)
    if form == "json":
        write(ask.as_json(answer), output)
    else:
        write(ask.as_text(answer, width=table_width(output), most=most, full=verbose), output)
    finish(0 if answer.match else 1)
