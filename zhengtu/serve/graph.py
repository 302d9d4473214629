"""The store as a reader holds it: always the newest generation, with what is made from it once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from zhengtu import __version__, graphs
from zhengtu.ask import Asker
from zhengtu.export import described
from zhengtu.serve.site import Pages, pages
from zhengtu.store import EmbeddedStore, QueryStore, StoreError, memory_store
from zhengtu.store.layout import Layout


@dataclass
class Generation:
    """One generation, open."""

    store: EmbeddedStore
    base: str
    tag: str
    sources: Sequence[Path] = ()
    prepares: bool = True

    @cached_property
    def asker(self) -> Asker:
        """What reads questions in words."""
        return Asker(self.store)

    def prepare(self) -> bool:
        """Make a page in advance where pages have been asked for; whether one was left.

        Where that fails, whoever asks for the page is told why; nothing more is made in advance.
        """
        if not self.prepares or "pages" not in self.__dict__:
            return False
        try:
            self.prepares = self.pages.prepare()
        except Exception:
            self.prepares = False
        return self.prepares

    @cached_property
    def description(self) -> QueryStore:
        """What is told of the dataset, its counts among it, in the graph of its own IRI; worked out when first asked for."""
        store, dataset = memory_store(), NamedNode(f"{self.base}dataset")
        store.add(Quad(t.subject, t.predicate, t.object, dataset) for t in described(self.store, self.store.quads()))
        return store

    @cached_property
    def pages(self) -> Pages:
        """The HTML pages."""
        return pages(self.store, self.base, self.sources)


class Current:
    """The generation in force, opened anew when a build has replaced it."""

    def __init__(self, place: Path, sources: Sequence[Path] = ()) -> None:
        """Raises ``StoreMissing``, ``StoreError``."""
        self._sources = sources
        self._layout = Layout(place)
        self._mark: tuple[int, ...] = ()
        self._open: Generation | None = None
        self.get()

    def get(self) -> Generation:
        """The newest generation; one that cannot be opened is an error only where none is open yet.

        Raises ``StoreMissing``, ``StoreError``.
        """
        try:
            mark = self._layout.mark()
            if self._open is None or mark != self._mark:
                self._open, self._mark = self._opened(mark[1]), mark
        except StoreError:
            if self._open is None:
                raise
        return self._open

    def _opened(self, when: int) -> Generation:
        store = EmbeddedStore(self._layout.root)
        if self._open is not None:
            self._open.store.close()
        tag = f'W/"{store.generation}-{when:x}-{__version__}"'
        return Generation(store, graphs.base_of(store.graphs()), tag, self._sources)
