"""What a document is and which works it carries or reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loaders.model.facts import AgentMention
from loaders.model.text import Span


@dataclass(frozen=True, slots=True)
class WorkIdentity:
    """A plan, notice, agreement …: the thing itself (GB/T 9704-2012 §7: 标题, 发文字号, 发文机关, 主送机关, 成文日期).

    ``kind`` is the class's local name (``Plan``, ``DivisionPlan``, ``Notice`` …); ``body`` the clean range of its text
    where the document carries it, else ``None``; ``span`` what names it.  ``approval`` is ``(number, span)`` of the reply
    that approves it; ``implements`` the title of the work it divides or carries out; ``issued_with`` the index of the
    notice that prints it in ``Identity.works``.
    """

    kind: str
    title: str
    span: Span
    number: str = ""
    number_span: Span | None = None
    issuers: tuple[AgentMention, ...] = ()
    addressees: tuple[AgentMention, ...] = ()
    issued: date | None = None
    issued_span: Span | None = None
    approval: tuple[str, Span] | None = None
    implements: str = ""
    issued_with: int | None = None
    body: Span | None = None
    carried: bool = True


@dataclass(frozen=True, slots=True)
class Identity:
    """The document and its works: ``main`` indexes the work carried (or -1), reported works have ``carried=False``.

    ``jurisdiction`` is the GB/T 2260 code of the province or city whose organs unqualified names mean
    (``000000`` for a central document); ``body`` is the clean range that holds the work's own text (else the whole).
    """

    genre: str
    title: str
    headline: str
    works: tuple[WorkIdentity, ...]
    main: int
    publisher: str
    published: date | None
    url: str
    jurisdiction: str
    body: Span
    title_span: Span
