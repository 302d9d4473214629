"""What the pages of a site ask of its store: which nodes have pages, what they are called, what documents say."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TypeVar, cast
from urllib.parse import unquote

from pyoxigraph import NamedNode

from zhengtu import graphs, query, sparql
from zhengtu.paths import resource_dir
from zhengtu.query.header import Text
from zhengtu.query.table import printed
from zhengtu.site import english, said
from zhengtu.site.address import Lang, page_of
from zhengtu.site.said import Document
from zhengtu.site.text import Reading, reading
from zhengtu.store import QueryStore
from zhengtu.store.protocol import Bindings
from zhengtu.validate import Finding, Report
from zhengtu.validate.finding import SEVERITIES

NAMED = ("agency", "place")
"""Kinds that registries tell of, too: those of them that no document names have no page."""
_KEPT = 32
"""Documents and answers at hand: what a page quotes, the next pages quote again."""

_LOCK = Lock()  # a server renders pages in several threads
_K = TypeVar("_K")
_V = TypeVar("_V")


_ABSENT = object()


def kept(known: dict[_K, _V], key: _K, make: Callable[[], _V], most: int = _KEPT) -> _V:
    """The value of a key, made where it is not known; of more than ``most`` values the one asked for longest ago goes."""
    with _LOCK:
        value = known.pop(key, _ABSENT)
    if value is _ABSENT:
        value = make()
    with _LOCK:
        known[key] = cast("_V", value)
        while len(known) > most:
            del known[next(iter(known))]
    return cast("_V", value)


class Knowledge:
    """What pages ask of a store.  What several of them need is asked once and kept, so a store must stay as it is meanwhile."""

    def __init__(
        self,
        store: QueryStore,
        base_iri: str = "",
        sources: Sequence[Path] = (),
        report: Report | None = None,
        endpoint: str = "",
    ) -> None:
        """``base_iri`` is that of the data (default: as the store's graphs tell); ``sources`` are folders with source files.

        ``report`` is the validation of the store; without it nothing is said of findings.  ``endpoint`` is where a server
        answers SPARQL about the same store (``/sparql``); without it the query page asks a copy of the data in the browser.
        """
        self.store = store
        self.base = base_iri or graphs.base_of(store.graphs())
        self.sources = tuple(sources)
        self.report = report
        self.endpoint = endpoint
        self._read: dict[str, tuple[Document, Reading]] = {}
        self.without_source: set[str] = set()
        """The documents (stems) read so far whose file is not at hand: their pages have the passages kept in the graph."""
        self._of_kind: dict[tuple[str, ...], dict[str, str]] = {}
        self._answers: dict[tuple[str, ...], list[dict[str, str]]] = {}
        self._recent: dict[tuple[str, ...], list[dict[str, str]]] = {}
        self._made: dict[object, object] = {}

    def path_of(self, iri: str) -> str | None:
        """The path (Chinese) of the page about an IRI; for a text span, its characters on the document's page."""
        document, mark, offsets = iri.partition("/span/")
        if mark and self.kind_of(document):
            return f"{page_of(document.removeprefix(self.base))}#c{offsets}"
        return page_of(iri.removeprefix(self.base)) if self.kind_of(iri) else None

    def path_of_document(self, stem: str) -> str | None:
        """The path of a document's page, by its stem."""
        return self._documents.get(stem)

    @cached_property
    def pages(self) -> dict[str, str]:
        """The nodes that have a page: IRI → kind (document, work, agreement, task, project, agency, place)."""
        return self._found(*dict.fromkeys(self._classes.values()), "document")

    def kind_of(self, iri: str) -> str:
        """The kind of a node that has a page, empty where it has none."""
        return self.pages.get(iri, "")

    def iri_at(self, path: str) -> str:
        """The node whose page stands at a path (without language), empty where there is none."""
        return self._at.get(path, "")

    def counts(self) -> Mapping[str, int]:
        """How many pages each kind has."""
        return Counter(self.pages.values())

    def of_kind(self, *kinds: str) -> dict[str, str]:
        """The pages of some kinds: path → IRI."""
        if kinds not in self._of_kind:
            found = {page_of(iri.removeprefix(self.base)): iri for iri, kind in self.pages.items() if kind in kinds}
            self._of_kind[kinds] = found
        return self._of_kind[kinds]

    def answer(self, name: str, **params: str) -> list[dict[str, str]]:
        """The answer of a query of the library, each row printed values by column.  Raises ``StoreError``.

        One without parameters is asked once; of the others the last few are kept.
        """
        known, most = (self._recent, _KEPT) if params else (self._answers, sys.maxsize)
        return kept(known, (name, *params.values()), lambda: list(query.run(self.store, name, params)), most)

    def kept(self, make: Callable[[Knowledge], _V]) -> _V:
        """What ``make`` makes of this site, made once: several pages of a view share it."""
        return cast("_V", kept(self._made, make, lambda: make(self), sys.maxsize))

    def kept_as(self, key: object, make: Callable[[], _V]) -> _V:
        """What ``make`` makes, made once for a key."""
        return cast("_V", kept(self._made, key, make, sys.maxsize))

    def rows(self, name: str, bindings: Bindings | None = None) -> Iterator[dict[str, str]]:
        """The answer of ``sparql/{name}.rq`` of this room, each row printed values by column.  Raises ``StoreError``."""
        answer = self.store.select(sparql.text(__file__, f"{name}.rq"), bindings)
        for row in answer:
            yield dict(zip(answer.columns, map(printed, row), strict=True))

    def about(self, name: str, iri: str) -> list[dict[str, str]]:
        """``rows`` with ``?node`` bound to the IRI; the last few are kept, for the page in the other language."""
        return kept(self._recent, (name, iri), lambda: list(self.rows(name, {"node": NamedNode(iri)})))

    def document(self, iri: str) -> Document:
        """What a document says; the last few are kept.  Raises ``StoreError``."""
        return self._at_hand(iri)[0]

    def reading(self, iri: str) -> Reading:
        """The text of a document; the last few are kept.  Raises ``StoreError``."""
        return self._at_hand(iri)[1]

    def _at_hand(self, iri: str) -> tuple[Document, Reading]:
        def read() -> tuple[Document, Reading]:
            document = said.read(self.store, self.base, iri, self._stems[iri])
            text = reading(self.folders, document.one("fileName"), document.one("sha256"), document.spans)
            if not text.whole:
                self.without_source.add(self._stems[iri])
            return document, text

        return kept(self._read, iri, read)

    def name(self, iri: str, lang: Lang = "zh") -> str:
        """What a thing or a term is called, the last part of its IRI where it has no name."""
        found = self.terms.get(iri) or self.called(iri)
        return found.get(lang) if found else unquote(iri.rstrip("/").replace("#", "/").rpartition("/")[2])

    def is_english(self, iri: str) -> bool:
        """Whether a thing or a term has an English name."""
        found = self.terms.get(iri) or self.called(iri)
        return bool(found and found.en)

    def meet(self, iris: Iterable[str]) -> None:
        """Tell that kinds and names of many nodes are wanted, which together are faster to look up."""

    def called(self, iri: str) -> Text | None:
        """The names of a thing; none where it has no name."""
        return self.names.get(iri)

    @cached_property
    def names(self) -> dict[str, Text]:
        """The names of everything that has one."""
        return self._best_names(self.rows("names"))

    def _best_names(self, rows: Iterable[dict[str, str]]) -> dict[str, Text]:
        """The best names among the rows of ``names``."""
        found: dict[tuple[str, str], tuple[str, str]] = {}
        for row in rows:
            key, name = (row["node"], "en" if row["lang"] == "en" else "zh"), (row["rank"], " ".join(row["name"].split()))
            found[key] = min(found.get(key, name), name)
        names: dict[str, Text] = {}
        for iri in dict.fromkeys(iri for iri, _ in found):
            zh, en = (found.get((iri, lang), ("", ""))[1] for lang in ("zh", "en"))
            official = next(iter(english.names(zh)), "") if iri.startswith(f"{self.base}agency/") else ""
            names[iri] = Text(zh, en or official)
        return names

    @cached_property
    def findings(self) -> dict[str, list[Finding]]:
        """The findings of the validation by the node they are about; none where there is no report."""
        found: dict[str, list[Finding]] = {}
        for finding in self.report.findings if self.report else ():
            found.setdefault(finding.focus, []).append(finding)
        return found

    @cached_property
    def findings_in_order(self) -> list[Finding]:
        """The findings of the validation, the gravest first; none where there is no report."""
        return sorted(self.report.findings if self.report else (), key=lambda finding: SEVERITIES.index(finding.severity))

    @cached_property
    def place_of_finding(self) -> dict[str, int]:
        """Where each finding (its key) stands among them, from 0."""
        return {finding.key: at for at, finding in enumerate(self.findings_in_order)}

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

    def number_of(self, task: str) -> str:
        """The number of a task, by IRI; empty where it is none."""
        return self._numbers.get(task, "")

    def stem_of(self, iri: str) -> str:
        """The stem of a document."""
        return self._stems[iri]

    @cached_property
    def _at(self) -> dict[str, str]:
        return {page_of(iri.removeprefix(self.base)): iri for iri in self.pages}

    @cached_property
    def _numbers(self) -> dict[str, str]:
        return {iri: number for (_, number), iri in self._tasks.items()}

    @cached_property
    def _classes(self) -> dict[str, str]:
        """The kind of each class whose instances have pages; an agreement is a work, too."""
        rows = sorted((row["kind"], row["class"]) for row in self.rows("page-classes"))
        return {name: kind for kind, name in reversed(rows)}

    @cached_property
    def named(self) -> frozenset[str]:
        """The agencies and places that documents name: of these kinds only they have pages."""
        return frozenset(row["node"] for row in self.rows("named"))

    def _found(self, *kinds: str) -> dict[str, str]:
        """The nodes of some kinds that have a page: IRI → kind."""
        found = dict.fromkeys(self._stems, "document") if "document" in kinds else {}
        rows = ((row["node"], self._classes[row["class"]]) for row in self.rows("instances", self._instances(*kinds)))
        for node, kind in sorted(rows):
            if node.startswith(self.base) and node not in self._stems and (kind not in NAMED or node in self.named):
                found.setdefault(node, kind)
        return dict(sorted(found.items()))

    def _instances(self, *kinds: str) -> Bindings:
        return {"class": [NamedNode(name) for name, kind in sorted(self._classes.items()) if kind in kinds]}

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
