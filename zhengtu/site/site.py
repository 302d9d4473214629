"""The site: its pages, and one of them rendered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from pyoxigraph import NamedNode

from zhengtu import graphs, query, sparql
from zhengtu.paths import resource_dir
from zhengtu.query.header import Text
from zhengtu.query.table import printed
from zhengtu.site import said, static
from zhengtu.site.address import LANGS, Lang, in_language, page_of, split
from zhengtu.site.page import Page
from zhengtu.site.said import Document
from zhengtu.site.text import Reading, reading
from zhengtu.site.view import View
from zhengtu.site.views import views
from zhengtu.store import QueryStore
from zhengtu.store.protocol import Bindings
from zhengtu.validate import Finding, Report

_KEPT = 32  # documents at hand: those a page quotes, and the next pages again


class Site:
    """The pages of a store.  What several pages need is asked once and kept, so a store must stay as it is meanwhile."""

    def __init__(
        self, store: QueryStore, base_iri: str = "", sources: Sequence[Path] = (), report: Report | None = None
    ) -> None:
        """``base_iri`` is that of the data (default: as the store's graphs tell); ``sources`` are folders with source files.

        ``report`` is the validation of the store; without it nothing is said of findings.
        """
        self.store = store
        self.base = base_iri or graphs.base_of(store.graphs())
        self.sources = tuple(sources)
        self.report = report
        self._read: dict[str, tuple[Document, Reading]] = {}
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

    def document(self, iri: str) -> Document:
        """What a document says; the last few are kept.  Raises ``StoreError``."""
        return self._at_hand(iri)[0]

    def reading(self, iri: str) -> Reading:
        """The text of a document; the last few are kept.  Raises ``StoreError``."""
        return self._at_hand(iri)[1]

    def _at_hand(self, iri: str) -> tuple[Document, Reading]:
        if iri not in self._read:
            while len(self._read) >= _KEPT:
                del self._read[next(iter(self._read))]
            document = said.read(self.store, self.base, iri, self._stems[iri])
            text = reading(self.folders, document.one("fileName"), document.one("sha256"), document.spans)
            self._read[iri] = document, text
        return self._read[iri]

    def name(self, iri: str, lang: Lang = "zh") -> str:
        """What a thing or a term is called, the last part of its IRI where it has no name."""
        found = self.terms.get(iri) or self.names.get(iri)
        return found.get(lang) if found else unquote(iri.rstrip("/").replace("#", "/").rpartition("/")[2])

    @cached_property
    def names(self) -> dict[str, Text]:
        """The names of everything that has one."""
        found: dict[tuple[str, str], tuple[str, str]] = {}
        for row in self.rows("names"):
            key, name = (row["node"], "en" if row["lang"] == "en" else "zh"), (row["rank"], " ".join(row["name"].split()))
            found[key] = min(found.get(key, name), name)
        blank = ("", "")
        return {iri: Text(found.get((iri, "zh"), blank)[1], found.get((iri, "en"), blank)[1]) for iri, _ in found}

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number of each task, by IRI."""
        return {iri: number for (_, number), iri in self._tasks.items()}

    @cached_property
    def findings(self) -> dict[str, list[Finding]]:
        """The findings of the validation by the node they are about; none where there is no report."""
        found: dict[str, list[Finding]] = {}
        for finding in self.report.findings if self.report else ():
            found.setdefault(finding.focus, []).append(finding)
        return found

    @cached_property
    def terms(self) -> dict[str, Text]:
        """What the ontology and the concept schemes call their terms."""
        return {row["term"]: Text(row["zh"], row["en"]) for row in self.rows("terms")}

    @cached_property
    def folders(self) -> tuple[Path, ...]:
        """Where source files are looked for: the folders given, then the shipped corpus."""
        return (*self.sources, resource_dir("corpus"))

    def document_iri(self, stem: str) -> str:
        """The IRI of a document, by its stem; empty where there is none."""
        return self._iris.get(stem, "")

    def task(self, document: str, number: str) -> str:
        """The IRI of a task, by the stem of its document and its number; empty where there is none."""
        return self._tasks.get((document, number), "")

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
    def _iris(self) -> dict[str, str]:
        return {stem: iri for iri, stem in self._stems.items()}

    @cached_property
    def _tasks(self) -> dict[tuple[str, str], str]:
        return {(row["document"], row["number"]): row["node"] for row in self.rows("tasks")}

    @cached_property
    def _documents(self) -> dict[str, str]:
        return {stem: page_of(iri.removeprefix(self.base)) for iri, stem in self._stems.items()}
