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
from zhengtu.validate.asked import Asked
from zhengtu.validate.check import Checked, Checker

_FEW = 16  # graphs below which starting processes costs more than it saves
_AHEAD = 4  # graphs a process may be ahead of the reader: bounds what waits in memory
_SHIFT = 32  # graphs a process checks before another takes its place: what libraries never give back goes with it


@dataclass(frozen=True, slots=True)
class Job:
    """What a process opens: a generation of an embedded store, the shapes, the cache's folder."""

    store: Path
    generation: int
    folder: Path
    cache: Path | None


def check_all(store: QueryStore, asked: list[Asked], folder: Path, cache: Path | None, jobs: int | None) -> Iterator[Checked]:
    """What the checks say of each graph, in order; ``jobs`` processes (by default as many as pay) for those not known yet."""
    checker = Checker(store, folder, cache)
    known = [checker.recall(one) for one in asked]
    new = [one for one, found in zip(asked, known, strict=True) if found is None]
    workers = min(jobs or (1 if len(new) < _FEW else os.cpu_count() or 1), len(new))
    fresh: Iterator[Checked]
    if workers <= 1 or not isinstance(store, EmbeddedStore):
        fresh = map(checker.check, new)
    else:
        fresh = _in_parallel(Job(Path(store.where), store.generation, folder, cache), new, workers)
    for found in known:
        checked = found or next(fresh)
        checker.contents.learn(checked.graph, checked.content)
        yield checked
    checker.contents.keep()


def _in_parallel(job: Job, asked: list[Asked], workers: int) -> Iterator[Checked]:
    context = get_context("forkserver")  # not fork: the store's threads would not survive it
    context.set_forkserver_preload([__name__])  # imported once, not in each process
    for start in range(0, len(asked), _SHIFT * workers):  # not max_tasks_per_child, which can hang (python/cpython#115634)
        with ProcessPoolExecutor(workers, context, _open, (job,)) as pool:
            todo = iter(asked[start : start + _SHIFT * workers])
            waiting: list[Future[Checked]] = [pool.submit(_check, one) for one in islice(todo, _AHEAD * workers)]
            while waiting:
                yield waiting.pop(0).result()
                waiting += [pool.submit(_check, one) for one in islice(todo, 1)]


_checkers: list[Checker] = []


def _open(job: Job) -> None:
    store = EmbeddedStore(job.store, job.generation)
    _checkers[:] = [Checker(store, job.folder, job.cache)]


def _check(asked: Asked) -> Checked:
    return _checkers[0].check(asked)
