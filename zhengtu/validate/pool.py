"""Check many graphs in several processes, each with one graph in memory at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from zhengtu.store import EmbeddedStore
from zhengtu.store.protocol import QueryStore
from zhengtu.validate.cache import Cache
from zhengtu.validate.check import Checked, Checker

_FEW = 16  # graphs below which starting processes costs more than it saves
_AHEAD = 4  # graphs a process may be ahead of the reader: bounds what waits in memory


@dataclass(frozen=True, slots=True)
class Job:
    """What a process opens: a generation of an embedded store, the shapes, the cache's folder."""

    store: Path
    generation: int
    folder: Path
    cache: Path | None


def check_all(store: QueryStore, names: list[str], folder: Path, cache: Path | None, jobs: int | None) -> Iterator[Checked]:
    """What the checks say of each graph, in the order of ``names``; ``jobs`` processes (by default as many as pay)."""
    workers = min(jobs or (1 if len(names) < _FEW else os.cpu_count() or 1), len(names))
    if workers <= 1 or not isinstance(store, EmbeddedStore):
        checker = Checker(store, folder, Cache(cache) if cache else None)
        return map(checker.check, names)
    return _in_parallel(Job(Path(store.where), store.generation, folder, cache), names, workers)


def _in_parallel(job: Job, names: list[str], workers: int) -> Iterator[Checked]:
    context = get_context("forkserver")  # not fork: the store's threads would not survive it
    context.set_forkserver_preload([__name__])  # imported once, not in each process
    with ProcessPoolExecutor(workers, context, _open, (job,)) as pool:
        todo = iter(names)
        waiting: list[Future[Checked]] = [pool.submit(_check, name) for name in islice(todo, _AHEAD * workers)]
        while waiting:
            yield waiting.pop(0).result()
            waiting += [pool.submit(_check, name) for name in islice(todo, 1)]


_checkers: list[Checker] = []


def _open(job: Job) -> None:
    store = EmbeddedStore(job.store, job.generation)
    _checkers[:] = [Checker(store, job.folder, Cache(job.cache) if job.cache else None)]


def _check(name: str) -> Checked:
    return _checkers[0].check(name)
