"""The writer: collects the quads of one document, its evidence spans and extraction activities."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad

from loaders.emit.spans import SourceMap
from loaders.emit.terms import ALT_LABEL, GENERATED_BY, LABEL, PREF_LABEL, SOFTWARE_VERSION, TYPE, USED, XSD, code, xsd, zt
from loaders.iris import BASE, ZT, doc_graph, doc_iri
from loaders.model import AgentMention, CleanText, Span
from loaders.version import VERSION

Value = NamedNode | Literal | str | int | bool | date | Decimal

CONFIDENCE = {"repair": "0.95", "claims": "0.85", "projects": "0.85", "industry-roles": "0.85", "targets": "0.9"}
"""How sure a rule is where it is less than certain; the rest have 0.98."""


class Writer:
    """Quads of the document ``clean``; ``base`` replaces the default base IRI in everything but the vocabulary."""

    def __init__(self, clean: CleanText, base: str = BASE) -> None:
        self.clean = clean
        self.base = base
        self.stem = clean.source.stem
        self.graph = self.node(doc_graph(self.stem))
        self.document = self.node(doc_iri(self.stem))
        self._map = SourceMap(clean)
        self._quads: list[Quad] = []
        self._spans: dict[Span, NamedNode] = {}
        self._rules: dict[str, NamedNode] = {}
        self._agents: set[str] = set()

    @property
    def quads(self) -> list[Quad]:
        """All quads so far, each once, in the order they were stated."""
        return list(dict.fromkeys(self._quads))

    def node(self, iri: str) -> NamedNode:
        """The node ``iri`` under the configured base."""
        if self.base != BASE and iri.startswith(BASE) and not iri.startswith(ZT):
            iri = self.base + iri[len(BASE) :]
        return NamedNode(iri)

    def add(self, subject: NamedNode, predicate: NamedNode, value: Value | None) -> None:
        """State ``subject predicate value`` in the document's graph; nothing where the value is ``None`` or empty."""
        if value is None or value == "":
            return
        self._quads.append(Quad(subject, predicate, _term(value), self.graph))

    def fact(self, iri: str, kind: str, rule: str, *spans: Span) -> NamedNode:
        """A first-class node of class ``zt:kind`` with its document, evidence and the rule that found it."""
        node = self.node(iri)
        self.add(node, TYPE, code(kind))
        self.add(node, zt("inDocument"), self.document)
        for span in spans:
            for evidence in self.evidence(span):
                self.add(node, zt("evidence"), evidence)
        self.add(node, GENERATED_BY, self._activity(rule))
        return node

    def evidence(self, span: Span) -> list[NamedNode]:
        """The text spans of the clean range ``span``, written once."""
        return [self._span(source, exact, restored) for source, exact, restored in self._map.runs(span)]

    def _span(self, source: Span, exact: str, restored: str) -> NamedNode:
        known = self._spans.get(source)
        if known is None:
            known = NamedNode(f"{self.document.value}/span/{source.begin}-{source.end}")
            self._spans[source] = known
            put, graph = self._quads.append, self.graph
            put(Quad(known, TYPE, zt("TextSpan"), graph))
            put(Quad(known, zt("source"), self.document, graph))
            put(Quad(known, zt("begin"), _integer(source.begin), graph))
            put(Quad(known, zt("end"), _integer(source.end), graph))
            self.add(known, zt("exact"), exact)
            self.add(known, zt("restored"), restored)
        return known

    def _activity(self, rule: str) -> NamedNode:
        known = self._rules.get(rule)
        if known is None:
            known = NamedNode(f"{self.document.value}/activity/{rule}")
            self._rules[rule] = known
            stage = rule if rule in ("identify", "outline") else "clean" if rule == "repair" else "extract"
            self.add(known, TYPE, zt("Extraction"))
            self.add(known, zt("stage"), stage)
            self.add(known, zt("rule"), rule)
            self.add(known, zt("confidence"), Decimal(CONFIDENCE.get(rule, "0.98")))
            self.add(known, USED, self.document)
            self.add(known, SOFTWARE_VERSION, VERSION)
        return known

    def agent(self, mention: AgentMention, rule: str) -> NamedNode:
        """The node of a linked unit; one the registry does not hold is described here, with its evidence."""
        node = self.node(mention.iri)
        if not mention.stored and mention.iri not in self._agents:
            self._agents.add(mention.iri)
            self._describe(node, mention, rule)
        return node

    def _describe(self, node: NamedNode, mention: AgentMention, rule: str) -> None:
        """An agency made from a pattern of the registry, one the registry does not know, or a phrase."""
        self.fact(mention.iri, mention.kind or "Agency", rule, mention.span)
        group = mention.kind == "AgentDescription"
        place = self.node(mention.jurisdiction) if mention.jurisdiction else None
        self.add(node, LABEL if group or not mention.registered else PREF_LABEL, mention.label or mention.text)
        self.add(node, zt("scopePlace" if group else "jurisdiction"), place)
        for member in mention.members:
            self.add(node, zt("resolvesTo"), self.node(member))
        for counterpart in mention.counterparts:
            self.add(node, zt("counterpart"), self.node(counterpart))
        if not group and mention.label and mention.text != mention.label:
            self.add(node, ALT_LABEL, mention.text)
        if not group and not mention.registered:
            self.add(node, zt("unregistered"), True)


def _term(value: Value) -> NamedNode | Literal:
    if isinstance(value, str):
        return Literal(value)
    if isinstance(value, (NamedNode, Literal)):
        return value
    if isinstance(value, bool):
        return Literal(value)
    if isinstance(value, int):
        return _integer(value)
    if isinstance(value, Decimal):
        text = format(value, "f")
        return Literal(text if "." in text else f"{text}.0", datatype=NamedNode(f"{XSD}decimal"))
    if isinstance(value, date):
        return Literal(value.isoformat(), datatype=xsd("date"))
    raise TypeError(f"no RDF term for {value!r}")


def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=xsd("integer"))
