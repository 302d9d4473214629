"""The site as a server shows it: a page is made of what it asks of the store, which nobody has to read as a whole first.

What a node is, what it is called and which node a path means is looked up one by one; the answers at hand are bounded.  A list
alone has all its rows in memory, and only the last few lists.  A site of files reads whole tables instead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

from pyoxigraph import Literal, NamedNode

from zhengtu.query.header import Text
from zhengtu.site.address import page_of, split
from zhengtu.site.knowledge import NAMED, Knowledge, kept
from zhengtu.site.site import Site
from zhengtu.site.view import View
from zhengtu.site.views import entries, nodes_of, views
from zhengtu.store import QueryStore
from zhengtu.validate import Report

_NODES = 50_000
"""Nodes whose kind and name are at hand: some 20 MB."""
_MADE = 24
"""Lists at hand, each of one kind and language."""
_PAGES = 64
"""Pages at hand that ask nothing; up to half a megabyte each."""
_ROWS = 3000
"""Rows of an answer that is kept."""
_AT_ONCE = 500
_V = TypeVar("_V")


class ServedSite(Site):
    """The pages of a store behind a server.  The store must stay as it is meanwhile."""

    def __init__(self, store: QueryStore, base: str, sources: Sequence[Path], report: Report | None, endpoint: str) -> None:
        """As ``Site``; ``endpoint`` is where the server answers SPARQL."""
        super().__init__(store, base, sources, report, endpoint)
        self._kinds: dict[str, str] = {}
        self._standing: dict[str, str] = {}
        self._called: dict[str, Text | None] = {}
        self._numbered: dict[str, str] = {}
        self._pages: dict[str, bytes | None] = {}

    def render(self, path: str, asked: Mapping[str, str] | None = None) -> bytes | None:
        """The content of a path as ``asked``, ``None`` where there is none.  Raises ``StoreError``."""
        plain = split(path)[1]
        if asked or plain.startswith(("static/", "data/")):
            return super().render(path, asked)
        return kept(self._pages, path, lambda: super(ServedSite, self).render(path), _PAGES)

    def prepare(self) -> bool:
        """Make one page of the bar that nobody has asked for yet, in Chinese; whether there was one.  Raises ``StoreError``."""
        path = next((entry.path for entry in entries() if entry.path not in self._pages), None)
        if path:
            self.render(path)
        return bool(path)

    def view_of(self, path: str) -> View | None:
        """The view that renders a path (without language)."""
        for view in views():
            further = getattr(view, "further", None)
            if path in view.paths(self) or (further and further(self, path)):
                return view
        kind = self.kind_of(self.iri_at(path))
        return next((view for view in views() if kind in nodes_of(view)), None) if kind else None

    def kind_of(self, iri: str) -> str:
        """The kind of a node that has a page, empty where it has none."""
        return kept(self._kinds, iri, lambda: self._kind(iri), _NODES) if iri.startswith(self.base) else ""

    def iri_at(self, path: str) -> str:
        """The node whose page stands at a path (without language), empty where there is none."""
        return kept(self._standing, path, lambda: self._iri(path), _NODES)

    def counts(self) -> Mapping[str, int]:
        """How many pages each kind has."""
        return self.kept_as("counts", self._counts)

    def of_kind(self, *kinds: str) -> dict[str, str]:
        """The pages of some kinds: path → IRI."""
        return kept(self._of_kind, kinds, lambda: {page_of(iri.removeprefix(self.base)): iri for iri in self._found(*kinds)})

    def answer(self, name: str, **params: str) -> list[dict[str, str]]:
        """The answer of a query of the library, each row printed values by column; a long one is asked anew."""
        found = super().answer(name, **params)
        if len(found) > _ROWS:
            self._answers.pop((name,), None)
            self._recent.pop((name, *params.values()), None)
        return found

    def kept(self, make: Callable[[Knowledge], _V]) -> _V:
        """What ``make`` makes of this site; the last few are kept."""
        return self.kept_as(make, lambda: make(self))

    def kept_as(self, key: object, make: Callable[[], _V]) -> _V:
        """What ``make`` makes for a key; the last few are kept."""
        return cast("_V", kept(self._made, key, make, _MADE))

    def called(self, iri: str) -> Text | None:
        """The names of a thing; none where it has no name."""
        return kept(self._called, iri, lambda: self._name(iri), _NODES) if "://" in iri else None

    def meet(self, iris: Iterable[str]) -> None:
        """Look up kinds and names of nodes some hundred at a time."""
        unknown = [iri for iri in iris if iri not in self._called or iri not in self._kinds]
        for some in (unknown[i : i + _AT_ONCE] for i in range(0, len(unknown), _AT_ONCE)):
            nodes = {"node": [NamedNode(iri) for iri in some]}
            names = self._best_names(self.rows("names-of", nodes))
            classes: dict[str, list[str]] = defaultdict(list)
            for row in self.rows("classes", nodes):
                classes[row["node"]].append(row["class"])
            for iri in some:
                kept(self._called, iri, partial(names.get, iri), _NODES)
                kept(self._kinds, iri, partial(self._kind_among, iri, classes[iri]), _NODES)

    def task(self, document: str, number: str) -> str:
        """The IRI of a task, by the stem of its document and its number; empty where there is none."""
        known = {"document": Literal(document), "number": Literal(number)}
        return next((row["node"] for row in self.rows("tasks", known)), "")

    def number_of(self, task: str) -> str:
        """The number of a task, by IRI; empty where it is none."""
        return kept(self._numbered, task, lambda: self._number(task), _NODES)

    def _kind(self, iri: str) -> str:
        try:
            node = NamedNode(iri)
        except ValueError:  # the path of a page asked for may hold any characters
            return ""
        return self._kind_among(iri, [row["class"] for row in self.rows("classes", {"node": node})])

    def _kind_among(self, iri: str, classes: Iterable[str]) -> str:
        if iri in self._stems:
            return "document"
        kinds = sorted(self._classes[name] for name in classes if name in self._classes)
        return next((kind for kind in kinds if kind not in NAMED or iri in self.named), "")

    def _name(self, iri: str) -> Text | None:
        return self._best_names(self.rows("names-of", {"node": NamedNode(iri)})).get(iri)

    def _number(self, task: str) -> str:
        return next((row["number"] for row in self.rows("tasks", {"node": NamedNode(task)})), "")

    def _iri(self, path: str) -> str:
        """The IRI ends as the path does, but for segments that were no file names: all that begin alike are looked through."""
        local = path.removesuffix(".html")
        plain, spelt, _ = local.partition("~")
        if not spelt:
            return self.base + local if self.kind_of(self.base + local) else ""
        start = self.base + plain[: plain.rfind("/") + 1]
        known = {**self._instances(*self._classes.values()), "start": Literal(start)}
        found = (row["node"] for row in self.rows("instances-below", known))
        documents = (iri for iri in self._stems if iri.startswith(start))
        return next((iri for iri in (*documents, *found) if page_of(iri.removeprefix(self.base)) == path), "")

    def _counts(self) -> dict[str, int]:
        counts = {kind: len(self._found(kind)) for kind in NAMED}
        for kind in dict.fromkeys(self._classes.values()):
            if kind not in NAMED:
                rows = self.rows("instances-count", self._instances(kind))
                counts[kind] = sum(int(row["count"]) for row in rows)
        return counts | {"document": len(self._stems)}
