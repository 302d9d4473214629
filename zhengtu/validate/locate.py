"""From a node to what a reader can look up: the document, the item, the sentence."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS
from rdflib.term import Node

from zhengtu.graphs import ZT
from zhengtu.sentences import cleaned
from zhengtu.validate.finding import Evidence, Where
from zhengtu.validate.words import sentence

_TITLES = (DCTERMS.title, SKOS.prefLabel, RDFS.label, URIRef(ZT + "indicator"), URIRef(ZT + "text"), URIRef(ZT + "unitText"))
_PARTS: set[Node] = {URIRef(ZT + name) for name in ("Section", "Task", "Document", "Work", "Plan", "DivisionPlan", "Agreement")}
_IN, _SOURCE, _TASK, _EVIDENCE = (URIRef(ZT + name) for name in ("inDocument", "source", "task", "evidence"))
_BEGIN, _END, _EXACT, _RESTORED = (URIRef(ZT + name) for name in ("begin", "end", "exact", "restored"))


class Locator:
    """Places in one graph; ``stem`` is its document's, empty for the registry and the alignment."""

    def __init__(self, data: Graph, stem: str) -> None:
        self._data = data
        self._stem = stem
        self._spans: list[tuple[int, int, str]] | None = None

    def where(self, focus: Node) -> Where:
        """The document and the item of a node."""
        document = self._one(focus, _IN) or self._one(focus, _SOURCE) or focus
        task = self._one(focus, _TASK) or focus
        title = self._title(task) or self._title(focus)
        return Where(
            document=self._text(document, DCTERMS.identifier) or self._stem,
            item=self._text(focus, URIRef(ZT + "path")) or self._text(task, URIRef(ZT + "path")),
            title=" ".join(title.split()),
            document_title=" ".join(self._text(document, DCTERMS.title).split()),
            media_type=self._text(document, DCTERMS.format),
            file=self._text(document, URIRef(ZT + "fileName")),
            sha256=self._text(document, URIRef(ZT + "sha256")),
            url=self._text(document, DCTERMS.source),
            agencies=tuple(sorted(self._agencies(focus, task))),
        )

    def evidence(self, focus: Node) -> Evidence | None:
        """The words that say so, the first of several; ``None`` where there are none."""
        spans = sorted(filter(None, map(self.span, [*self._data.objects(focus, _EVIDENCE), focus])))
        if not spans:
            return None
        begin, end, exact, restored, span = spans[0]
        words = cleaned(restored or exact)
        around = next((text for text in self._around(begin, end) if words in text), words)
        text, at = sentence(words, around)
        return Evidence(begin, end, exact, words, text, at, span)

    def mark(self, focus: Node, evidence: Evidence | None) -> str:
        """What tells the node from its like and outlives edits elsewhere: its kind and its words, not its number or offsets.

        ``evidence`` is the node's own, from ``evidence``.
        """
        kinds = set(self._data.objects(focus, RDF.type))
        words = evidence.words if evidence and not kinds & _PARTS else self._title(focus)
        if not words or not self._stem:
            return str(focus)
        first = min((str(kind).rpartition("#")[2] for kind in kinds), default="")
        return f"{first} {cleaned(words)}"

    def _agencies(self, focus: Node, task: Node) -> Iterable[str]:
        for share in [focus, *self._data.subjects(_TASK, task)]:
            for unit in self._data.objects(share, URIRef(ZT + "unit")):
                yield str(unit)
        if (focus, URIRef(ZT + "unregistered"), None) in self._data:
            yield str(focus)

    def _title(self, node: Node) -> str:
        return next(filter(None, (self._text(node, key) for key in _TITLES)), "")

    def _one(self, node: Node, key: URIRef) -> Node | None:
        return min(self._data.objects(node, key), key=str, default=None)

    def _text(self, node: Node, key: URIRef) -> str:
        values = sorted(self._data.objects(node, key), key=lambda value: (getattr(value, "language", "") == "en", str(value)))
        return str(values[0]) if values else ""

    def span(self, node: Node) -> tuple[int, int, str, str, str] | None:
        """Begin, end, the text printed there, what it should read, and the IRI of a span; ``None`` for what is none."""
        begin, end = self._text(node, _BEGIN), self._text(node, _END)
        if not begin.isdigit() or not end.isdigit():
            return None
        return int(begin), int(end), self._text(node, _EXACT), self._text(node, _RESTORED), str(node)

    def _around(self, begin: int, end: int) -> Iterable[str]:
        """The cleaned texts of the spans around a place, the shortest first."""
        if self._spans is None:
            found = (self.span(node) for node in self._data.subjects(_EXACT, unique=True))
            self._spans = sorted((s[0], s[1], s[3] or s[2]) for s in found if s)
        wider = [(e - b, text) for b, e, text in self._spans if b <= begin and end <= e and e - b > end - begin]
        return (cleaned(text) for _, text in sorted(wider))
