"""``zhengtu site``: the graph as web pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from zhengtu.cli.common import QuietOption, StoreOption, VerboseOption, opened, tell
from zhengtu.messages import say


def command(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help=say("help.site_output"))],
    source: Annotated[list[Path] | None, typer.Option("--source", metavar="DIR", help=say("help.site_source"))] = None,
    store: StoreOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,  # noqa: ARG001 (read by the entry point)
) -> None:
    """Write the site; it works from any web host and from the file system."""
    from zhengtu import validate
    from zhengtu.site import Site, static, write

    with opened(store) as graph:
        report = validate.report(graph, sources=source or ())
        site = Site(graph, sources=source or (), report=report)
        count = write(site, output)
    if not quiet:
        for document in sorted(site.without_source):
            tell(say("site.no_source", document=document))
        tell(say("site.done", count=count, path=output))
        if not static.vendored():
            tell(say("site.plain"))
