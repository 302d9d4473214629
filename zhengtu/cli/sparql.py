"""``zhengtu sparql``: a question of one's own."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zhengtu.cli.common import CommandError, OutputOption, QuietOption, StoreOption, VerboseOption, opened, table_width, write
from zhengtu.messages import say

if TYPE_CHECKING:
    from zhengtu.store import QueryStore


def command(
    query: Annotated[str, typer.Argument(metavar="QUERY|FILE.rq|-", help=say("help.sparql_query"))],
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="table|csv|tsv|json|xml|turtle", help=say("help.format"))
    ] = "table",
    output: OutputOption = None,
    store: StoreOption = None,
    quiet: QuietOption = False,  # noqa: ARG001 (nothing but the answer is shown anyway)
    verbose: VerboseOption = False,  # noqa: ARG001 (read by the entry point)
) -> None:
    """Run a SPARQL query; the store is only read."""
    text = _text(query)
    with opened(store) as graph:
        write(_answer(graph, text, form, table_width(output)), output)


def _text(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if not query.endswith(".rq"):
        return query
    try:
        return Path(query).read_text("utf-8")
    except (OSError, ValueError) as error:
        raise CommandError(say("sparql.unreadable", path=query, why=getattr(error, "strerror", error))) from error


def _answer(graph: QueryStore, text: str, form: str, width: int | None) -> str | Iterable[bytes]:
    from zhengtu.query import Table, render
    from zhengtu.store.bind import query_form

    kind = query_form(text)
    if kind == "ASK":
        return f"{graph.ask(text)}\n".lower()
    if kind in ("CONSTRUCT", "DESCRIBE"):
        return _triples(graph, text)
    return render(Table.of(graph.select(text)), form, width)


def _triples(graph: QueryStore, text: str) -> Iterable[bytes]:
    from pyoxigraph import RdfFormat, serialize

    from zhengtu.export.prefixes import VOCABULARIES

    triples = sorted(set(graph.construct(text)), key=str)
    return [serialize(triples, format=RdfFormat.TURTLE, prefixes=VOCABULARIES) or b""]
