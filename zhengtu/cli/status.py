"""``zhengtu status``: what is in the store."""

from __future__ import annotations

import typer

from zhengtu.cli.common import QuietOption, StoreOption, VerboseOption, opened
from zhengtu.messages import language, say


def command(store: StoreOption = None, quiet: QuietOption = False, verbose: VerboseOption = False) -> None:
    """Documents, graphs, counts, versions."""
    from zhengtu import __version__
    from zhengtu.graphs import stem_of
    from zhengtu.status import read

    with opened(store) as graph:
        status = read(graph)
        where = graph.where
    typer.echo(say("status.store", place=where, built=status.version or "?", version=__version__))
    typer.echo(say("status.documents", count=len(status.documents)))
    if not quiet:
        for stem, title in status.documents.items():
            typer.echo(f"  {stem}  {title}")
    typer.echo(say("status.graphs", count=len(status.graphs), triples=sum(status.graphs.values())))
    for iri, triples in status.graphs.items():
        if verbose or not stem_of(iri):
            typer.echo(f"  {iri}  {triples}")
    names = [f"{kind.zh if language() == 'zh' else kind.en} {kind.nodes}" for kind in status.kinds]
    typer.echo(say("status.kinds", kinds=" · ".join(names)))
    if status.unregistered:
        agencies = "、".join(status.unregistered)
        typer.echo(say("status.unregistered", count=len(status.unregistered), agencies=agencies))
