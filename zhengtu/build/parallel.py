"""Load in several processes; a file that kills its process is reported like any other failure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

from zhengtu.build.inputs import Input
from zhengtu.build.loading import Document, Failure
from zhengtu.messages import say

Loader = Callable[[Input], Document | Failure]
_AHEAD = 4  # inputs a process may be ahead of the reader: bounds what waits in memory


def in_parallel(load: Loader, inputs: list[Input], workers: int) -> Iterator[Document | Failure]:
    """Each input's document or failure, in the order of the inputs; ``load`` must be picklable."""
    # Not fork: the store's threads would not survive it.
    with ProcessPoolExecutor(workers, mp_context=get_context("forkserver")) as pool:
        todo = iter(inputs)
        waiting = [_submit(pool, load, item) for item in islice(todo, _AHEAD * workers)]
        for item in inputs:
            first = waiting.pop(0)
            try:
                yield first.result()
            except BrokenExecutor:
                yield _alone(load, item)
            waiting.extend(_submit(pool, load, following) for following in islice(todo, 1))


def _submit(pool: ProcessPoolExecutor, load: Loader, item: Input) -> Future[Document | Failure]:
    try:
        return pool.submit(load, item)
    except BrokenExecutor as error:
        failed: Future[Document | Failure] = Future()
        failed.set_exception(error)
        return failed


def _alone(load: Loader, item: Input) -> Document | Failure:
    """Load in a process of its own: the pool broke, perhaps by this file, perhaps by another."""
    try:
        with ProcessPoolExecutor(1, mp_context=get_context("forkserver")) as pool:
            return pool.submit(load, item).result()
    except BrokenExecutor:
        return Failure(item.path, say("input.crash"))
