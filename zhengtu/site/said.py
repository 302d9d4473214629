"""What one document says: its passages, and the statements that rest on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode

from zhengtu import graphs
from zhengtu.graphs import ZT
from zhengtu.store import QueryStore

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_KINDS: dict[str, tuple[str, ...]] = {
    "part": ("Task", "Section"),
    "cite": ("Citation",),
    "work": ("Document", "Plan", "DivisionPlan", "Agreement", "Approval", "Notice", "Opinion", "Law", "Work"),
    "action": ("Measure", "Commitment"),
    "claim": ("Claim",),
    "repair": ("Repair", "OrderRepair"),
    "target": ("Target",),
    "project": ("Project",),
    "industry": ("IndustryRole", "Event", "Mechanism"),
    "duty": ("Responsibility", "ResponsibilityClause", "AgentDescription"),
    "place": ("PlaceMention", "Grouping", "Region", "Zone"),
}
_KIND_OF = {ZT + name: kind for kind, names in _KINDS.items() for name in names}

_BROAD = ("part", "work", "action", "claim")
_SOURCE = "http://purl.org/dc/terms/source"
_TITLES = (
    "http://purl.org/dc/terms/title",
    *(ZT + name for name in ("indicator", "unitText", "citedTitle", "citedNumber", "restoredText", "industry", "text")),
    "http://www.w3.org/2004/02/skos/core#prefLabel",
    "http://www.w3.org/2000/01/rdf-schema#label",
)

Facts = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``[begin, end)`` of the decoded source, ``exact`` as printed, ``restored`` where that differs."""

    begin: int
    end: int
    exact: str = field(compare=False, default="")
    restored: str = field(compare=False, default="")

    @property
    def id(self) -> str:
        """The name of the place on the document's page: ``c123-145``."""
        return f"c{self.begin}-{self.end}"


@dataclass(frozen=True, slots=True)
class Said:
    """One node a document speaks of: its kind and class, what is said of it (values by property), and where.

    ``kind`` is what a reader tells apart: part, work, cite, action, claim, repair, target, project, industry, duty or place;
    empty for a node that only gives a name to something (an agency's own).
    """

    iri: str
    kind: str
    type: str
    facts: Facts
    spans: tuple[Span, ...]
    heading: Span | None = None

    @property
    def broad(self) -> bool:
        """Whether its words are a sentence or more, in which narrower things stand."""
        return self.kind in _BROAD or self.name in ("ResponsibilityClause", "Grouping", "OrderRepair")

    def one(self, name: str) -> str:
        """The first value of one of our properties, empty where there is none."""
        return next(iter(self.facts.get(ZT + name, ())), "")

    @property
    def document(self) -> str:
        """The IRI of the document that says so."""
        return self.one("inDocument")

    @property
    def name(self) -> str:
        """The name of its class: ``Responsibility``."""
        return self.type.rpartition("#")[2]

    @property
    def title(self) -> str:
        """What it is called: its title, indicator, unit or text; empty where it has none of these."""
        found = (next(iter(self.facts.get(name, ())), "") for name in _TITLES)
        return " ".join(next(filter(None, found), "").split())


@dataclass(frozen=True, slots=True)
class Document:
    """All of it: what is said of the document itself, every passage in order, the nodes in reading order."""

    iri: str
    facts: Facts
    spans: tuple[Span, ...]
    said: tuple[Said, ...]

    def one(self, name: str) -> str:
        """The first value of one of our properties of the document, empty where there is none."""
        return next(iter(self.facts.get(ZT + name, ())), "")

    @property
    def url(self) -> str:
        """Where it was published, empty where that is not known or no web address."""
        found = next(iter(self.facts.get(_SOURCE, ())), "")
        return found if found.startswith(("http://", "https://")) else ""

    @property
    def parts(self) -> list[Said]:
        """Sections and tasks in reading order."""
        return sorted((one for one in self.said if one.kind == "part"), key=lambda one: int(one.one("order") or 0))


def read(store: QueryStore, base: str, iri: str, stem: str) -> Document:
    """What the document ``iri`` says, from its own graph.  Raises ``StoreError``."""
    nodes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in store.graph(graphs.document(base, stem)):
        if isinstance(triple.subject, NamedNode | BlankNode) and isinstance(triple.object, NamedNode | BlankNode | Literal):
            nodes[triple.subject.value][triple.predicate.value].append(triple.object.value)
    spans = {_span(facts) for facts in nodes.values() if facts.get(ZT + "source") == [iri]}
    said = (one for one in assemble(nodes) if one.iri != iri)
    return Document(iri, _sorted(nodes.get(iri, {})), tuple(sorted(spans, key=_outer_first)), tuple(said))


def assemble(nodes: Mapping[str, Facts]) -> list[Said]:
    """The nodes that have words, among statements by node and property (their passages too), in reading order."""
    spans = {name: _span(facts) for name, facts in nodes.items() if ZT + "begin" in facts}
    said = (_said(name, facts, spans) for name, facts in nodes.items() if ZT + "evidence" in facts)
    return sorted(said, key=lambda one: (one.document, one.spans[:1], one.iri))


def _outer_first(span: Span) -> tuple[int, int]:
    return span.begin, -span.end


def _span(facts: Facts) -> Span:
    begin, end, exact, restored = (next(iter(facts.get(ZT + name, ())), "") for name in ("begin", "end", "exact", "restored"))
    return Span(int(begin), int(end), exact, restored)


def _said(iri: str, facts: Facts, spans: Mapping[str, Span]) -> Said:
    types = sorted(facts.get(_TYPE, ()), key=lambda name: (name not in _KIND_OF, name == ZT + "Work", name))
    where = tuple(sorted(spans[name] for name in facts[ZT + "evidence"] if name in spans))
    kind = _KIND_OF.get(types[0], "") if types else ""
    headings = sorted(spans[name] for name in facts.get(ZT + "headingSpan", ()) if name in spans)
    heading = next(iter(headings or where), None) if kind == "part" else None
    return Said(iri, kind, types[0] if types else "", _sorted(facts), where, heading)


def _sorted(facts: Facts) -> Facts:
    return {key: sorted(values) for key, values in sorted(facts.items())}
