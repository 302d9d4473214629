"""``zhengtu serve``: the graph over HTTP."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from zhengtu.cli.common import QuietOption, StoreOption, VerboseOption, tell
from zhengtu.messages import say
from zhengtu.paths import store_place


def command(
    host: Annotated[str, typer.Option("--host", help=say("help.host"))] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help=say("help.port"))] = 7878,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help=say("help.timeout"))] = 10.0,
    max_answer: Annotated[int, typer.Option("--max-answer", min=1, metavar="MB", help=say("help.max_answer"))] = 64,
    memory: Annotated[int, typer.Option("--memory", min=128, metavar="MB", help=say("help.memory"))] = 1024,
    readers: Annotated[int | None, typer.Option("--readers", min=1, help=say("help.readers"))] = None,
    cors: Annotated[str, typer.Option("--cors", metavar="ORIGIN|*|none", help=say("help.cors"))] = "*",
    source: Annotated[list[Path] | None, typer.Option("--source", metavar="DIR", help=say("help.site_source"))] = None,
    store: StoreOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,  # noqa: ARG001 (read by the entry point)
) -> None:
    """Serve the store until Ctrl-C: SPARQL endpoint, linked data, pages and REST API on one port."""
    from zhengtu.serve.options import MEGABYTE, Options
    from zhengtu.serve.server import serve

    options = Options(
        place=store_place(store),
        host=host,
        port=port,
        cors=cors,
        seconds=timeout,
        answer_bytes=max_answer * MEGABYTE,
        memory_bytes=memory * MEGABYTE,
        sources=tuple(path.absolute() for path in source or ()),
        **({"readers": readers} if readers else {}),
    )
    serve(options, lambda url: None if quiet else tell(say("serve.ready", url=url)))
