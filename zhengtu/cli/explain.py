"""``zhengtu explain``: what is known of a thing, and the sentences that say so."""

from __future__ import annotations

from typing import Annotated

import typer

from zhengtu.cli.common import CommandError, QuietOption, StoreOption, VerboseOption, opened
from zhengtu.messages import say

_MOST = 12
"""So many nodes of one name are explained; of more the user chooses."""


def command(
    iri_or_label: Annotated[str, typer.Argument(metavar="IRI_OR_LABEL", help=say("help.iri_or_label"))],
    store: StoreOption = None,
    quiet: QuietOption = False,  # noqa: ARG001 (nothing but the answer is shown anyway)
    verbose: VerboseOption = False,
) -> None:
    """Explain what the IRI or name means: the node, or one after another those that bear the name in several texts."""
    from zhengtu.explain import Reasons, explain, find, render

    with opened(store) as graph:
        nodes = find(graph, iri_or_label)
        if not nodes:
            from zhengtu.query import unknown

            raise unknown(graph, iri_or_label)
        if len(nodes) > _MOST:
            raise CommandError(say("explain.several", name=iri_or_label, nodes=" ".join(nodes)))
        reasons = Reasons(graph)
        for at, node in enumerate(nodes):
            if at:
                typer.echo()
            for line in render(explain(graph, node), reasons, full=verbose):
                typer.echo(line)
