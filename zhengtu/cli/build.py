"""``zhengtu build``: texts to graph."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zhengtu.cli.common import QuietOption, StoreOption, VerboseOption, finish, tell
from zhengtu.graphs import BASE
from zhengtu.messages import language, say

if TYPE_CHECKING:
    from zhengtu.build import Report


def command(
    corpus: Annotated[list[Path] | None, typer.Argument(metavar="[CORPUS_DIR_OR_FILES]...", show_default=False)] = None,
    store: StoreOption = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help=say("help.jobs"))] = None,
    base_iri: Annotated[str, typer.Option("--base-iri", help=say("help.base_iri"))] = BASE,
    no_reason: Annotated[bool, typer.Option("--no-reason", help=say("help.no_reason"))] = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Build the graph.  Exit code 0 all loaded, 3 some skipped, 2 nothing done."""
    from zhengtu.build import build
    from zhengtu.cli.progress import shown
    from zhengtu.paths import resource_dir, store_place

    begin = time.perf_counter()
    place = store_place(store)
    places = corpus or [resource_dir("corpus")]
    with shown(quiet) as progress:
        report = build(places, place, base_iri=_checked(base_iri), jobs=jobs, reasoning=not no_reason, progress=progress)
    _remarks(report, verbose)
    if not report.loaded:
        tell(say("build.nothing", places=" ".join(map(str, places))))
    elif not quiet:
        _summary(report, place, time.perf_counter() - begin)
    finish(report.exit_code)


def _checked(base_iri: str) -> str:
    if not base_iri.startswith(("http://", "https://")) or not base_iri.endswith("/") or set(base_iri) & set(' <>"{}|\\^`'):
        raise typer.BadParameter(say("build.base_iri", iri=base_iri))
    return base_iri


def _remarks(report: Report, verbose: bool) -> None:
    from zhengtu.build import Failure

    for problem in report.problems:
        tell(say("build.skipped", path=problem.path, reason=problem.reason))
        if verbose and isinstance(problem, Failure) and problem.detail:
            tell(problem.detail)
    if verbose:
        for stem, notes in report.loaded.items():
            for note in notes:
                tell(f"{stem}: {note}")


def _summary(report: Report, place: str, seconds: float) -> None:
    skipped = say("build.some_skipped", count=len(report.problems)) if report.problems else ""
    values = {"loaded": len(report.loaded), "skipped": skipped, "quads": report.quads, "place": place}
    typer.echo(say("build.done", seconds=f"{seconds:.1f}", **values))
    typer.echo(" · ".join(f"{kind.zh if language() == 'zh' else kind.en} {kind.nodes}" for kind in report.kinds))
