"""The embedded store: generations of Oxigraph databases in a folder, switched in one atomic step."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from pyoxigraph import Store

from zhengtu.messages import say
from zhengtu.store import locks, stamps
from zhengtu.store.answers import OxigraphAnswers
from zhengtu.store.errors import StoreBusy, StoreError, StoreMissing
from zhengtu.store.layout import Layout
from zhengtu.store.memory import OxigraphWriter
from zhengtu.store.stamps import Stamps

_TRIES = 20  # a reader meets at most one switch a build; more means a broken folder


class EmbeddedStore(OxigraphAnswers):
    """The generation in force when it was opened, read-only; it stays as it is while builds go on."""

    def __init__(self, path: Path, generation: int | None = None) -> None:
        """Open the current generation of the store at ``path``, or one that is still kept.

        Raises ``StoreMissing``, ``StoreError``.
        """
        self.generation, self._lock, store = _open(Layout(path), generation)
        super().__init__(store, str(path))
        self._folder = Layout(path).generation(self.generation)

    @staticmethod
    def generations(path: Path) -> tuple[int, list[int]]:
        """The current generation of the store at ``path``, and all that are kept.  Raises ``StoreMissing``, ``StoreError``."""
        layout = Layout(path)
        return layout.current(), layout.numbers()

    def stamps(self) -> dict[str, str]:
        """For each graph a stamp that no other content of it ever had; none where another program wrote to the database."""
        return self._stamps.graphs

    def touched(self, name: str, since: str) -> set[str] | None:
        """The nodes of which a graph may say something else than when it had the stamp ``since``; ``None``: not known."""
        return self._stamps.touched(name, since)

    @cached_property
    def _stamps(self) -> Stamps:
        return stamps.read(self._folder)

    def close(self) -> None:
        """Let go of the generation."""
        super().close()
        self._lock.release()


def _open(layout: Layout, wanted: int | None) -> tuple[int, locks.FileLock, Store]:
    problem: OSError | None = None
    for _ in range(_TRIES):
        number = layout.current() if wanted is None else wanted
        try:
            lock = locks.shared(layout.lock(number))
            if lock is None:
                continue
            try:
                return number, lock, Store.read_only(str(layout.generation(number)))
            except OSError:
                lock.release()
                raise
        except OSError as error:
            problem = error
    raise StoreError(say("store.unopenable", where=layout.root, why=problem or "CURRENT"))


@contextmanager
def new_generation(path: Path, *, carry_over: bool = False) -> Iterator[OxigraphWriter]:
    """A store to fill, which becomes the current generation when the block ends well and vanishes when it does not.

    ``carry_over`` starts from the current generation's content (hard links, no copy).  What does not is merged in the end, one
    table an index: a quarter less to do for each query (``benchmarks/README.md``).  Raises ``StoreBusy`` when another process
    is building here, ``StoreError`` when the folder cannot be written, ``StoreMissing`` for nothing to carry over.
    """
    layout = Layout(path)
    lock = _writer_lock(layout)
    try:
        with _writing(layout):
            number = _next_number(layout)
            store = _start(layout, number, carry_over)
        try:
            yield store
            with _writing(layout):
                if not carry_over:
                    store.raw.optimize()
                store.raw.flush()
                names = store.graphs()
                store.close()
                stamps.write(layout.partial(number), names, store.stamps, store.before, store.written)
                layout.commit(number)
        except BaseException:
            store.close()
            shutil.rmtree(layout.partial(number), ignore_errors=True)
            raise
        layout.prune(number)
    finally:
        lock.release()


@contextmanager
def _writing(layout: Layout) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(say("store.unwritable", where=layout.root, why=error.strerror or error)) from error


def _writer_lock(layout: Layout) -> locks.FileLock:
    with _writing(layout):
        layout.create()
        lock = locks.exclusive(layout.writer_lock)
    if lock is None:
        raise StoreBusy(say("store.busy", where=layout.root))
    return lock


def _next_number(layout: Layout) -> int:
    try:
        layout.prune(layout.current())
    except StoreMissing:
        layout.prune(0)
    except StoreError:  # a damaged pointer: keep all that is there, build anew
        pass
    return max(layout.numbers(), default=0) + 1


def _start(layout: Layout, number: int, carry_over: bool) -> OxigraphWriter:
    partial = str(layout.partial(number))
    if carry_over:
        with EmbeddedStore(layout.root) as reader:
            reader.raw.backup(partial)
            return OxigraphWriter(Store(partial), str(layout.root), reader._stamps)
    return OxigraphWriter(Store(partial), str(layout.root))
