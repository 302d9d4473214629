"""Statements about what a text says of the world: targets, projects, groupings, roles, agreements, citations, claims."""

from __future__ import annotations

from decimal import Decimal
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from loaders.emit.document import write_stub
from loaders.emit.terms import LABEL, TITLE, code, concept, xsd, zt
from loaders.emit.writer import Writer
from loaders.identify.genres import kind_of
from loaders.iris import BASE, doc_iri
from loaders.model import Facts, Outline, Repair, Span


class FactWriter:
    """Writes the facts of one document; ``parts`` are the IRIs of the outline's parts, ``home`` that of its work."""

    def __init__(self, writer: Writer, outline: Outline, home: str, parts: list[str], works: list[str]) -> None:
        self.writer = writer
        self.outline = outline
        self.home = home
        self.parts = parts
        self.works = works
        self.doc = doc_iri(writer.stem)

    def write(self, facts: Facts, repairs: tuple[Repair, ...]) -> None:
        """All kinds."""
        self.targets(facts)
        self.projects(facts)
        self.groupings(facts)
        self.industry_roles(facts)
        self.agreements(facts)
        self.citations(facts)
        self.claims(facts)
        self.repairs(repairs)

    def _task(self, node: NamedNode, span: Span) -> None:
        """The task whose text holds ``span``."""
        i = self.outline.task_at(span.begin)
        if i >= 0:
            self.writer.add(node, zt("task"), self.writer.node(self.parts[i]))

    def targets(self, facts: Facts) -> None:
        """zt:Target."""
        for n, target in enumerate(facts.targets, 1):
            node = self.writer.fact(f"{self.home}/target/{n}", "Target", "targets", target.span)
            add = self.writer.add
            add(node, zt("indicator"), target.indicator)
            add(node, zt("comparator"), target.comparator)
            add(node, zt("value"), target.value)
            add(node, zt("valueText"), target.value_text)
            add(node, zt("unitOfMeasure"), target.unit)
            if target.year:
                add(node, zt("year"), Literal(str(target.year), datatype=xsd("gYear")))
            add(node, zt("scope"), target.scope)
            add(node, zt("targetKind"), code(target.kind))
            self._task(node, target.span)

    def projects(self, facts: Facts) -> None:
        """zt:Project."""
        for n, project in enumerate(facts.projects, 1):
            node = self.writer.fact(f"{self.home}/project/{n}", "Project", "projects", project.span)
            self.writer.add(node, TITLE, project.name)
            if project.category:
                category = concept("project-category", project.category)
                self.writer.add(node, zt("category"), self.writer.node(category.value))
            for place in project.places:
                self.writer.add(node, zt("place"), self.writer.node(place))
            if project.no_place:
                self.writer.add(node, zt("noPlaceReason"), code(project.no_place))
            self.writer.add(node, zt("status"), project.status)
            self._task(node, project.span)

    def groupings(self, facts: Facts) -> None:
        """zt:Grouping; a group that is no registry place is described here as a region."""
        for n, grouping in enumerate(facts.groupings, 1):
            node = self.writer.fact(f"{self.home}/grouping/{n}", "Grouping", "groupings", grouping.span)
            self.writer.add(node, zt("group"), self._group(grouping.group, grouping.group_text, grouping.span))
            for member in grouping.members:
                self.writer.add(node, zt("member"), self.writer.node(member))

    def _group(self, group: str, text: str, span: Span) -> NamedNode:
        if group.startswith(BASE):
            return self.writer.node(group)
        node = self.writer.fact(f"{self.doc}/group/{quote(group, safe='')}", "Region", "groupings", span)
        self.writer.add(node, LABEL, group or text)
        return node

    def industry_roles(self, facts: Facts) -> None:
        """zt:IndustryRole."""
        for n, role in enumerate(facts.industry_roles, 1):
            node = self.writer.fact(f"{self.home}/industry-role/{n}", "IndustryRole", "industry-roles", role.span)
            self.writer.add(node, zt("place"), self.writer.node(role.place))
            self.writer.add(node, zt("industry"), role.industry)
            self.writer.add(node, zt("roleText"), role.role)

    def agreements(self, facts: Facts) -> None:
        """zt:Event, zt:Mechanism, what is told of agreements, zt:Commitment."""
        add = self.writer.add
        events = []
        for n, event in enumerate(facts.events, 1):
            node = self.writer.fact(f"{self.doc}/event/{n}", "Event", "events", event.span)
            add(node, TITLE, event.title)
            add(node, zt("date"), event.date)
            events.append(node)
        for n, mechanism in enumerate(facts.mechanisms, 1):
            node = self.writer.fact(f"{self.home}/mechanism/{n}", "Mechanism", "mechanisms", mechanism.span)
            add(node, TITLE, mechanism.title)
        first: NamedNode | None = None
        for fact in facts.agreements:
            node = self.writer.fact(self.works[fact.work], "Agreement", "agreements", fact.span)
            first = first or node
            for party in fact.parties:
                add(node, zt("party"), self.writer.agent(party, "agreements"))
            add(node, zt("signed"), fact.signed)
            add(node, zt("signedAt"), events[fact.event] if fact.event is not None else None)
            for name, year in (("validFrom", fact.valid_from), ("validUntil", fact.valid_until)):
                if year:
                    add(node, code(name), Literal(str(year), datatype=xsd("gYear")))
        for n, commitment in enumerate(facts.commitments if first else (), 1):
            node = self.writer.fact(f"{self.home}/commitment/{n}", "Commitment", "commitments", commitment.span)
            add(node, zt("agreement"), self.writer.node(self.works[commitment.work]) if commitment.work >= 0 else first)
            add(node, zt("topic"), commitment.topic)
            add(node, zt("text"), commitment.text)
            add(node, zt("order"), n)

    def citations(self, facts: Facts) -> None:
        """zt:Citation, with a stub of the work cited."""
        for n, citation in enumerate(facts.citations, 1):
            node = self.writer.fact(f"{self.doc}/citation/{n}", "Citation", "citations", citation.span)
            self.writer.add(node, zt("citedTitle"), citation.title)
            self.writer.add(node, zt("citedNumber"), citation.number)
            kind = (kind_of(citation.title) or ("Work", ""))[0]
            cited = write_stub(self.writer, citation.title, citation.number, citation.span, kind)
            self.writer.add(node, zt("cites"), cited)

    def claims(self, facts: Facts) -> None:
        """zt:Claim."""
        for n, claim in enumerate(facts.claims, 1):
            node = self.writer.fact(f"{self.doc}/claim/{n}", "Claim", "claims", claim.span)
            self.writer.add(node, zt("text"), claim.text)
            self.writer.add(node, zt("about"), self.writer.node(self.works[claim.work]))

    def repairs(self, repairs: tuple[Repair, ...]) -> None:
        """zt:Repair of words, zt:OrderRepair of blocks."""
        for kind, name, path in (("word", "Repair", "repair"), ("order", "OrderRepair", "order-repair")):
            self._repairs([repair for repair in repairs if repair.kind == kind], name, path)

    def _repairs(self, repairs: list[Repair], name: str, path: str) -> None:
        for n, repair in enumerate(sorted(repairs, key=lambda r: r.source), 1):
            node = self.writer.fact(f"{self.doc}/{path}/{n}", name, "repair", repair.span)
            self.writer.add(node, zt("printed"), repair.printed)
            self.writer.add(node, zt("restoredText"), repair.restored)
            self.writer.add(node, zt("reason"), repair.reason)
            self.writer.add(node, zt("confidence"), Decimal(str(repair.confidence)))
