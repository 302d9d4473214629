"""The statements of a document in words: one entry a node, with its class, its properties, and its passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from zhengtu.graphs import ZT
from zhengtu.query.header import Text
from zhengtu.site.page import Page
from zhengtu.site.said import Document, Said

KINDS: dict[str, Text] = {
    "duty": Text("责任分工", "Responsibilities"),
    "target": Text("指标", "Targets"),
    "project": Text("项目", "Projects"),
    "place": Text("地方", "Places"),
    "action": Text("举措与承诺", "Measures and commitments"),
    "claim": Text("报道的说法", "Claims reported"),
    "industry": Text("产业、机制与活动", "Industries, bodies, events"),
    "cite": Text("引用", "Citations"),
    "repair": Text("文字修复", "Repairs of the text"),
    "work": Text("文件本身", "The works themselves"),
}
"""The kinds a reader can tell apart, in the order in which they are listed."""

_TITLE = "http://purl.org/dc/terms/title"
_ASIDE = {
    *(ZT + name for name in ("evidence", "inDocument", "headingSpan", "leadSpan", "inClause", "order", "text", "valueText")),
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
    "http://www.w3.org/ns/prov#wasGeneratedBy",
    _TITLE,
}


@dataclass(frozen=True, slots=True)
class Value:
    """A value in words, and a link to its page (empty where it has none)."""

    words: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A node in words: ``id`` names the entry on the page; ``facts`` are a property's name and its values."""

    id: str
    kind: str
    type: str
    title: str
    link: str
    facts: tuple[tuple[str, tuple[Value, ...]], ...]
    said: Said


class Statements:
    """The entries of a document for one page."""

    def __init__(self, page: Page, iri: str, document: Document) -> None:
        """``iri`` is the document's."""
        self._page = page
        self._site = page.site
        self._iri = iri
        self._document = document

    @cached_property
    def ordered(self) -> list[Entry]:
        """All entries, kind by kind, each kind in reading order; headings have pages instead."""
        kinds = list(KINDS)
        found = [self._entry(f"n{i}", one) for i, one in enumerate(self._document.said) if one.kind in KINDS]
        return sorted(found, key=lambda entry: kinds.index(entry.kind))

    def _entry(self, name: str, one: Said) -> Entry:
        facts = tuple(self._facts(one))
        return Entry(name, one.kind, self._name(one.type), one.title, self._page.to_iri(one.iri), facts, one)

    def _facts(self, one: Said) -> Iterator[tuple[str, tuple[Value, ...]]]:
        for name, values in one.facts.items():
            if name not in _ASIDE and name in self._site.terms:
                shown = tuple(dict.fromkeys(map(self._value, values)))
                if [value.words for value in shown] != [one.title]:
                    yield self._name(name), shown

    def _value(self, value: str) -> Value:
        words = self._names.get(value) or self._name(value)
        return Value(words, self._page.to_iri(value) if "://" in value else "")

    def _name(self, iri: str) -> str:
        term = self._site.terms.get(iri)
        return term.get(self._page.lang) if term else iri

    @cached_property
    def _names(self) -> dict[str, str]:
        rows = self._site.about("names", self._iri)
        return {row["value"]: row["name"] for row in rows if row["value"] not in self._site.terms}
