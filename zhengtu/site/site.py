"""The site: its pages, and one of them rendered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from pyoxigraph import NamedNode

from zhengtu import graphs, query, sparql
from zhengtu.paths import resource_dir
from zhengtu.query.header import Text
from zhengtu.query.table import printed
from zhengtu.site import static
from zhengtu.site.address import LANGS, in_language, page_of, split
from zhengtu.site.page import Page
from zhengtu.site.view import View
from zhengtu.site.views import views
from zhengtu.store import QueryStore
from zhengtu.store.protocol import Bindings


class Site:
    """The pages of a store.  What several pages need is asked once and kept, so a store must stay as it is meanwhile."""

    def __init__(self, store: QueryStore, base_iri: str = "", sources: Sequence[Path] = ()) -> None:
        """``base_iri`` is that of the data (default: as the store's graphs tell); ``sources`` are folders with source files."""
        self.store = store
        self.base = base_iri or graphs.base_of(store.graphs())
        self.sources = tuple(sources)
        self._answers: dict[tuple[str, ...], list[dict[str, str]]] = {}

    # --- for a server, and for ``write``

    def paths(self) -> Iterator[str]:
        """Every path: the pages in both languages, then data and static files.  Raises ``StoreError``."""
        for path in self._views:
            yield from (in_language(lang, path) for lang in LANGS) if path.endswith(".html") else (path,)
        yield from static.files()

    def render(self, path: str) -> bytes | None:
        """The content of a path, or ``None`` where there is none.  Raises ``StoreError``."""
        if path in static.files():
            return static.files()[path].read_bytes()
        lang, plain = split(path)
        view = self._views.get(plain)
        if view is None or in_language(lang, plain) != path:
            return None
        return view.render(self, Page(self, plain, lang)).encode("utf-8")

    def path_of(self, iri: str) -> str | None:
        """The path (Chinese) of the page about an IRI; for a text span, its characters on the document's page."""
        document, mark, offsets = iri.partition("/span/")
        if mark and document in self.pages:
            return f"{page_of(document.removeprefix(self.base))}#c{offsets}"
        return page_of(iri.removeprefix(self.base)) if iri in self.pages else None

    # --- for the views

    def path_of_document(self, stem: str) -> str | None:
        """The path of a document's page, by its stem."""
        return self._documents.get(stem)

    @cached_property
    def pages(self) -> dict[str, str]:
        """The nodes that have a page: IRI → kind (document, work, agreement, task, project, agency, place)."""
        found: dict[str, str] = {}
        for row in self.rows("pages"):
            if row["node"].startswith(self.base):
                found.setdefault(row["node"], row["kind"])
        return found

    def of_kind(self, *kinds: str) -> dict[str, str]:
        """The pages of some kinds: path → IRI."""
        return {page_of(iri.removeprefix(self.base)): iri for iri, kind in self.pages.items() if kind in kinds}

    def answer(self, name: str, **params: str) -> list[dict[str, str]]:
        """The answer of a query of the library, each row printed values by column; asked once.  Raises ``StoreError``."""
        key = (name, *(f"{k}={v}" for k, v in params.items()))
        if key not in self._answers:
            self._answers[key] = list(query.run(self.store, name, params))
        return self._answers[key]

    def rows(self, name: str, bindings: Bindings | None = None) -> Iterator[dict[str, str]]:
        """The answer of ``sparql/{name}.rq`` of this room, each row printed values by column.  Raises ``StoreError``."""
        answer = self.store.select(sparql.text(__file__, f"{name}.rq"), bindings)
        for row in answer:
            yield dict(zip(answer.columns, map(printed, row), strict=True))

    def about(self, name: str, iri: str) -> Iterator[dict[str, str]]:
        """``rows`` with ``?node`` bound to the IRI."""
        return self.rows(name, {"node": NamedNode(iri)})

    @cached_property
    def terms(self) -> dict[str, Text]:
        """What the ontology and the concept schemes call their terms."""
        return {row["term"]: Text(row["zh"], row["en"]) for row in self.rows("terms")}

    @cached_property
    def folders(self) -> tuple[Path, ...]:
        """Where source files are looked for: the folders given, then the shipped corpus."""
        return (*self.sources, resource_dir("corpus"))

    def stem_of(self, iri: str) -> str:
        """The stem of a document."""
        return self._stems[iri]

    @cached_property
    def _views(self) -> dict[str, View]:
        return {path: view for view in views() for path in view.paths(self)}

    @cached_property
    def _stems(self) -> dict[str, str]:
        return {row["node"]: row["document"] for row in self.rows("documents")}

    @cached_property
    def _documents(self) -> dict[str, str]:
        return {stem: page_of(iri.removeprefix(self.base)) for iri, stem in self._stems.items()}
