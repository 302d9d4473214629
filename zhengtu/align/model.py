"""Plain data that the alignment works on; nothing here knows a store."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Relation = Literal["same", "narrowed", "extended"]
VerdictCode = Literal["supported", "differs", "unsupported"]


@dataclass(frozen=True, slots=True)
class TaskText:
    """A task (or a section with running text of its own): ``text`` is its restored text without responsibility clauses.

    ``iri`` names it, ``path`` and ``title`` are for people, ``section`` is the title of the section it stands in,
    ``units`` the agency IRIs that answer for it and their counterparts, ``places`` the names of places its document
    mentions.
    """

    iri: str
    text: str
    title: str = ""
    path: str = ""
    section: str = ""
    units: frozenset[str] = frozenset()
    places: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def is_task(self) -> bool:
        """Whether it is a task rather than a section."""
        return "/task/" in self.iri


@dataclass(frozen=True, slots=True)
class Mapping:
    """A lower task that takes up an upper one; ``score`` 0…1, ``added`` and ``dropped`` in the words of the texts."""

    upper: str
    lower: str
    relation: Relation
    score: float
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimText:
    """A claim: ``iri`` and its sentence."""

    iri: str
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome for one claim; ``sources`` are the IRIs of the tasks or sections it rests on, if any."""

    claim: str
    verdict: VerdictCode
    score: float
    sources: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectName:
    """A project of a document: ``iri``, its name as that document writes it, the document's stem."""

    iri: str
    name: str
    document: str


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One undertaking under the names of several documents: ``key`` tells it apart, ``reason`` says why they are one."""

    key: str
    name: str
    members: tuple[ProjectName, ...]
    score: float
    reason: str
