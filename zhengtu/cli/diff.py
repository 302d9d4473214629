"""``zhengtu diff``: what changed between two documents, or two generations of the store."""

from __future__ import annotations

from typing import Annotated

import typer

from zhengtu.cli.common import OutputOption, QuietOption, StoreOption, VerboseOption, check_format, write
from zhengtu.messages import say
from zhengtu.paths import store_place


def command(
    old: Annotated[str, typer.Argument(metavar="OLD", help=say("help.diff_side"))],
    new: Annotated[str, typer.Argument(metavar="NEW", help=say("help.diff_side"))],
    form: Annotated[str, typer.Option("--format", "-f", metavar="text|json", help=say("help.format"))] = "text",
    output: OutputOption = None,
    store: StoreOption = None,
    quiet: QuietOption = False,  # noqa: ARG001 (nothing but the answer is shown anyway)
    verbose: VerboseOption = False,
) -> None:
    """Tasks added, dropped and reworded, units and figures that changed."""
    from zhengtu import diff

    check_format(form, diff.FORMATS)
    found = diff.diff(store_place(store), old, new)
    write(diff.as_json(found) if form == "json" else diff.as_text(found, full=verbose), output)
