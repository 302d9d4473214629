"""``zhengtu export``: the graph as a file, or a folder of tables."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from zhengtu.cli.common import CommandError, OutputOption, QuietOption, StoreOption, VerboseOption, opened, tell, write
from zhengtu.messages import say

_FORMATS = "turtle|trig|nquads|jsonld|jsonld-framed|rdfxml|csvw|graphml|parquet|dcat|sssom|hdt"
_OTHERS = ("csvw", "dcat", "sssom")
"""What is no file of statements: a folder of tables, the description of the dataset, the alignment."""


def command(
    form: Annotated[str, typer.Option("--format", "-f", metavar=_FORMATS, help=say("help.format"))],
    output: OutputOption = None,
    document: Annotated[str | None, typer.Option("--document", metavar="STEM", help=say("help.document"))] = None,
    distribution: Annotated[
        list[Path] | None, typer.Option("--distribution", metavar="FILE", help=say("help.distribution"))
    ] = None,
    store: StoreOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,  # noqa: ARG001 (read by the entry point)
) -> None:
    """Write the dataset, or one document's graph, to a file (compressed by its extension), a folder or the standard output."""
    from zhengtu import export
    from zhengtu.query.entities import stem

    _check(form, output)
    if distribution and form != "dcat":
        raise CommandError(say("export.only_dcat"))
    with opened(store) as graph:
        chosen = None if document is None else stem(graph, "document", document)
        if form == "csvw" and output is not None:
            export.export_tables(graph, output, document=chosen)
        elif form == "dcat":
            write(export.description(graph, distribution or (), document=chosen), output)
            if not quiet and (names := export.unsaid(graph)):
                tell(say("export.unsaid", names=" ".join(names)))
        elif form == "sssom":
            write(export.sssom(graph, chosen), output)
        else:
            write(export.packed(export.export(graph, form, document=chosen), export.packing(output)), output)
    if output is not None and not quiet:
        tell(say("export.done", path=output))


def _check(form: str, output: Path | None) -> None:
    """Refuse, before any work, what cannot be written.  Raises ``CommandError``."""
    from zhengtu.export import FORMATS, packing

    if form == "hdt":
        raise CommandError(say("export.no_hdt"))
    known = [*FORMATS, *_OTHERS]
    if form not in known:
        raise CommandError(say("export.format", form=form, known=" ".join(get_close_matches(form, known, 3) or known)))
    if form == "csvw" and output is None:
        raise CommandError(say("export.want_folder"))
    if form != "csvw" and output is not None and output.is_dir():
        raise CommandError(say("export.want_file", path=output, form=form))
    kind = packing(output)
    if kind and (form in _OTHERS or not FORMATS[form].packs):
        raise CommandError(say("export.packed", path=output, form=form, kind=kind))
