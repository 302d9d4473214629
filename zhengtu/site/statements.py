"""Statements in words: one entry a node, with its class, its properties, and its passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zhengtu.graphs import ZT
from zhengtu.query.header import Text
from zhengtu.site.page import Page
from zhengtu.site.said import Facts, Said

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

_BORROWED = {
    "http://www.w3.org/2004/02/skos/core#altLabel": Text("又称", "also called"),
    "http://www.opengis.net/ont/geosparql#sfWithin": Text("地处", "within"),
    "http://www.w3.org/ns/org#unitOf": Text("隶属", "unit of"),
    "http://www.w3.org/ns/org#subOrganizationOf": Text("隶属", "part of"),
}
_ASIDE = {
    *(ZT + name for name in ("evidence", "inDocument", "headingSpan", "leadSpan", "inClause", "order", "text", "valueText")),
    *(ZT + name for name in ("level", "path", "sha256", "encoding", "characters", "printedForm", "identityReason")),
}
_SENTENCES = ("Measure", "Commitment", "Claim", "ResponsibilityClause")  # their words stand beside them, whole
_NAMED_AFTER = tuple(ZT + name for name in ("place", "group", "unit", "task"))


@dataclass(frozen=True, slots=True)
class Value:
    """A value in words, a link to its page (empty where it has none), whether the words are English amid Chinese."""

    words: str
    link: str = ""
    english: bool = False


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


def listed(page: Page, said: Iterable[Said]) -> list[Entry]:
    """The entries of a document's statements, kind by kind, each in reading order; headings have pages instead."""
    kinds = list(KINDS)
    found = [entry(page, one, f"n{i}") for i, one in enumerate(said) if one.kind in KINDS]
    return sorted(found, key=lambda one: kinds.index(one.kind))


def entry(page: Page, one: Said, name: str = "") -> Entry:
    """One node in words."""
    named = next((value for key in _NAMED_AFTER for value in one.facts.get(key, ())), "")
    title = "" if one.name in _SENTENCES else one.title or (page.name(named) if named else "")
    return Entry(name, one.kind, page.name(one.type), title, page.to_iri(one.iri), tuple(facts(page, one.facts, title)), one)


def facts(page: Page, said: Facts, title: str = "") -> Iterator[tuple[str, tuple[Value, ...]]]:
    """The properties that have a name, with their values; what only repeats the ``title`` is left out."""
    for key, values in said.items():
        term = page.site.terms.get(key) or _BORROWED.get(key)
        if key in _ASIDE or term is None:
            continue
        shown = tuple(dict.fromkeys(value(page, each) for each in values))
        if [one.words for one in shown] != [title]:
            yield term.get(page.lang), shown


def value(page: Page, text: str) -> Value:
    """A value in words: the name of an IRI, with a link where it has a page; else the text."""
    if "://" not in text or text.startswith("http://www."):
        return Value(text)
    return Value(page.name(text), page.to_iri(text), page.lang == "en" and page.site.is_english(text))
