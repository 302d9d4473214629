"""What validation keeps beside an embedded store: the cache, and the findings of each generation."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from zhengtu.messages import say
from zhengtu.paths import resource_dir
from zhengtu.store import EmbeddedStore, QueryStore, StoreError
from zhengtu.validate import history, waiver
from zhengtu.validate.cache import Cache
from zhengtu.validate.errors import ValidateError
from zhengtu.validate.finding import Finding, Report, told_apart
from zhengtu.validate.run import Options, run
from zhengtu.validate.unit import names


def report(
    store: QueryStore,
    *,
    document: str = "",
    since: str = "",
    waivers: Path | None = None,
    sources: Sequence[Path] = (),
    jobs: int | None = None,
    today: datetime.date | None = None,
) -> Report:
    """Check a store, apply the waivers of a file and compare with an earlier report.

    ``since`` is the number of a generation of an embedded store or a report written as JSON; ``sources`` are folders with
    the source files, besides the shipped corpus; ``today`` decides which waivers hold.  Raises ``StoreError``,
    ``ValidateError``.
    """
    options = Options(None, _folder(store, "cache"), jobs, document, (*sources, resource_dir("corpus")))
    signed = waiver.read(waivers) if waivers else ()
    earlier = _earlier(store, since, options) if since else None
    told = run(store, options)
    if options.cache and not document:
        Cache(options.cache).prune(names(store))
    standing, waived = waiver.apply(told.findings, signed, today or datetime.datetime.now().astimezone().date())
    told = replace(told, findings=tuple(told_apart(standing)), waived=waived)
    if earlier is None:
        return told
    if document:
        earlier = tuple(finding for finding in earlier if finding.where.document == document)
    return history.compared(told, earlier, since)


def keep_beside(store: QueryStore, told: Report, generation: int | None) -> None:
    """Keep the findings for ``--since``: for the generation that was checked and the one they were written to."""
    folder = _folder(store, "reports")
    if folder is None or not isinstance(store, EmbeddedStore):
        return
    for number in {store.generation, generation or store.generation}:
        history.keep(told, folder / f"{number:06d}.json")


def recorded(store: QueryStore) -> Report | None:
    """The report of the last validation of this very generation; ``None`` where it was not checked, or nothing was kept."""
    folder = _folder(store, "reports")
    if folder is None or not isinstance(store, EmbeddedStore):
        return None
    try:
        return history.recorded(folder / f"{store.generation:06d}.json")
    except (OSError, ValidateError):
        return None


def _earlier(store: QueryStore, since: str, options: Options) -> tuple[Finding, ...]:
    path = Path(since)
    if since.isdigit():
        folder = _folder(store, "reports")
        if folder is None:
            raise ValidateError(say("validate.since_remote"))
        path = folder / f"{int(since):06d}.json"
        if not path.is_file():
            return _again(Path(store.where), int(since), options)
    try:
        return history.kept(path)
    except OSError as error:
        raise ValidateError(say("validate.since_missing", since=since)) from error


def _again(place: Path, generation: int, options: Options) -> tuple[Finding, ...]:
    """The findings of a generation that is still there but was never checked."""
    try:
        with EmbeddedStore(place, generation) as store:
            return run(store, replace(options, cache=None)).findings
    except StoreError as error:
        raise ValidateError(say("validate.since_missing", since=generation)) from error


def _folder(store: QueryStore, name: str) -> Path | None:
    return Path(store.where) / "validation" / name if isinstance(store, EmbeddedStore) else None
