"""The plain data classes that flow between the stages."""

from loaders.model.facts import (
    AgentMention,
    AgreementFact,
    CitationFact,
    ClaimFact,
    Clause,
    CommitmentFact,
    EventFact,
    Facts,
    GroupingFact,
    IndustryRoleFact,
    MeasureFact,
    MechanismFact,
    PlaceMentionFact,
    ProjectFact,
    Responsibility,
    TargetFact,
)
from loaders.model.identity import Identity, WorkIdentity
from loaders.model.outline import Outline, Part
from loaders.model.text import Block, CleanText, Repair, Source, Span

__all__ = [
    "AgentMention",
    "AgreementFact",
    "Block",
    "CitationFact",
    "ClaimFact",
    "Clause",
    "CleanText",
    "CommitmentFact",
    "EventFact",
    "Facts",
    "GroupingFact",
    "Identity",
    "IndustryRoleFact",
    "MeasureFact",
    "MechanismFact",
    "Outline",
    "Part",
    "PlaceMentionFact",
    "ProjectFact",
    "Repair",
    "Responsibility",
    "Source",
    "Span",
    "TargetFact",
    "WorkIdentity",
]
