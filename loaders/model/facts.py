"""The facts an extractor may state; every ``span`` counts in the clean text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from loaders.model.text import Span


@dataclass(frozen=True, slots=True)
class AgentMention:
    """A unit, e.g. 国家发展改革委, 有关部门; all but ``text``, ``span`` and ``printed`` is filled by the link stage.

    ``text`` is its name as printed (restored), with the head or tail that its list prints once; ``printed`` the name without
    the level that the list prints at its head (科技厅 in 省发展改革委、科技厅), empty where there is none.
    ``kind`` is the class's local name, ``AgentDescription`` for a phrase that is no agency; ``label`` the name in full.
    ``registered``: an agency of the registry (or made from its patterns); ``stored``: the registry itself describes it.
    ``jurisdiction`` is the IRI of the place it acts for (of a phrase: its scope); ``counterparts`` the organs above or
    beside it; ``members`` the agencies a phrase resolves to.
    """

    text: str
    span: Span
    iri: str = ""
    kind: str = ""
    label: str = ""
    registered: bool = False
    stored: bool = False
    jurisdiction: str = ""
    counterparts: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One unit's share of one task.  ``role``: lead, participant, responsible; ``basis``: explicit, inherited."""

    unit: AgentMention
    role: str
    position: int
    basis: str = "explicit"


@dataclass(frozen=True, slots=True)
class Clause:
    """A responsibility clause of the part with index ``part``; ``lead_note`` is the note 'first-listed leads' in force."""

    part: int
    span: Span
    shares: tuple[Responsibility, ...]
    lead_note: Span | None = None


@dataclass(frozen=True, slots=True)
class PlaceMentionFact:
    """One printed mention of a place; ``iri`` as in the registry, ``kind`` the class's local name.

    ``label`` is set for a place that the registry lacks: its name in full; ``within`` is then the place it lies in, if told.
    """

    text: str
    span: Span
    iri: str
    kind: str
    code: str = ""
    label: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class TargetFact:
    """A figure to reach (``kind`` target) or reported (baseline)."""

    indicator: str
    comparator: str
    value: Decimal
    value_text: str
    unit: str
    span: Span
    year: int | None = None
    scope: str = ""
    kind: str = "target"


@dataclass(frozen=True, slots=True)
class ProjectFact:
    """A named undertaking or facility; ``category`` a code of the project-category scheme, ``places`` registry IRIs.

    Without places ``no_place`` may say why: the name of a zt:NoPlaceReason.
    """

    name: str
    span: Span
    category: str = ""
    places: tuple[str, ...] = ()
    status: str = ""
    no_place: str = ""


@dataclass(frozen=True, slots=True)
class GroupingFact:
    """A group and its members as a text lists them (registry IRIs; ``group_text`` as printed)."""

    group: str
    group_text: str
    members: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class IndustryRoleFact:
    """A place and the industry a text assigns to it."""

    place: str
    industry: str
    span: Span
    role: str = ""


@dataclass(frozen=True, slots=True)
class CommitmentFact:
    """A promise of an agreement under its topic; ``work`` is the agreement's index in the identity, -1 the first one."""

    topic: str
    text: str
    span: Span
    work: int = -1


@dataclass(frozen=True, slots=True)
class EventFact:
    """A meeting or signing."""

    title: str
    span: Span
    date: date | None = None


@dataclass(frozen=True, slots=True)
class MechanismFact:
    """A standing joint body."""

    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class AgreementFact:
    """What a text says of an agreement (``work`` indexes ``Identity.works``): parties, signing, period."""

    work: int
    parties: tuple[AgentMention, ...]
    span: Span
    signed: date | None = None
    event: int | None = None
    valid_from: int | None = None
    valid_until: int | None = None


@dataclass(frozen=True, slots=True)
class CitationFact:
    """A work named in 《》 or by its number."""

    title: str
    number: str
    span: Span


@dataclass(frozen=True, slots=True)
class ClaimFact:
    """A factual sentence of a news document about the work with index ``work``."""

    text: str
    span: Span
    work: int


@dataclass(frozen=True, slots=True)
class MeasureFact:
    """One sentence-level action inside the part with index ``part``."""

    part: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was extracted from one document."""

    clauses: tuple[Clause, ...] = ()
    places: tuple[PlaceMentionFact, ...] = ()
    targets: tuple[TargetFact, ...] = ()
    projects: tuple[ProjectFact, ...] = ()
    groupings: tuple[GroupingFact, ...] = ()
    industry_roles: tuple[IndustryRoleFact, ...] = ()
    agreements: tuple[AgreementFact, ...] = ()
    commitments: tuple[CommitmentFact, ...] = ()
    events: tuple[EventFact, ...] = ()
    mechanisms: tuple[MechanismFact, ...] = ()
    citations: tuple[CitationFact, ...] = ()
    claims: tuple[ClaimFact, ...] = ()
    measures: tuple[MeasureFact, ...] = ()
    notes: tuple[str, ...] = field(default_factory=tuple)
