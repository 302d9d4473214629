"""Stage 5, *extract*: all kinds of fact from one document."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from loaders.extract.agreements import extract_agreements, extract_commitments
from loaders.extract.citations import extract_citations
from loaders.extract.claims import extract_claims
from loaders.extract.events import extract_events
from loaders.extract.groupings import extract_groupings
from loaders.extract.industry_roles import extract_industry_roles
from loaders.extract.measures import extract_measures
from loaders.extract.mechanisms import extract_mechanisms
from loaders.extract.projects import extract_projects
from loaders.extract.responsibilities import extract_responsibilities
from loaders.extract.targets import extract_targets
from loaders.link import AgencyResolver, find_places
from loaders.model import Clause, CleanText, Facts, Identity, Outline, Part, Span
from loaders.registry import Registry
from loaders.units import likely

_OPEN = "（(〔【["


def extract(text: CleanText, identity: Identity, outline: Outline, registry: Registry, resolver: AgencyResolver) -> Facts:
    """The facts of ``text``; units are as printed (the link stage resolves them), places are registry entries already."""
    places = tuple(find_places(text.text, registry, identity.jurisdiction))
    clauses = extract_responsibilities(text, identity, outline, likely(resolver.is_agent), resolver.defined)
    events = extract_events(text, identity)
    return Facts(
        clauses=clauses,
        places=places,
        targets=extract_targets(text, identity, outline),
        projects=extract_projects(text, identity, outline, places),
        groupings=extract_groupings(text, identity, outline, places),
        industry_roles=extract_industry_roles(text, identity, outline, places),
        agreements=extract_agreements(text, identity, places, events),
        commitments=extract_commitments(text, identity, outline),
        events=events,
        mechanisms=extract_mechanisms(text, identity, outline, events, places),
        citations=extract_citations(text, identity),
        claims=extract_claims(text, identity, outline),
        measures=extract_measures(text, outline, clauses),
    )


def with_tasks(outline: Outline, clauses: tuple[Clause, ...]) -> Outline:
    """``outline`` with every part that owns a clause made a task: what has a responsible unit is one.

    A clause that closes a heading is no part of the title.
    """
    owners = {c.part for c in clauses}
    closing = sorted(c.span for c in clauses)
    parts = tuple(
        replace(_titled(p, closing), task=True, principle=False) if i in owners else _titled(p, closing)
        for i, p in enumerate(outline.parts)
    )
    return replace(outline, parts=parts)


def _titled(part: Part, clauses: list[Span]) -> Part:
    """``part`` without the clause that closes its heading: 强化科技创新（区科技局牵头）."""
    i = bisect_left(clauses, part.heading)
    span = clauses[i] if i < len(clauses) else None
    if (
        span is None
        or span.begin == part.heading.begin
        or span.end > part.heading.end
        or (at := max(part.title.rfind(mark) for mark in _OPEN)) <= 0
    ):
        return part
    return replace(part, title=part.title[:at].rstrip())
