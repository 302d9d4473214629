"""What a validation finds."""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from zhengtu.graphs import BASE
from zhengtu.query.header import Text
from zhengtu.validate.rules import SHAPES, Rule, Severity

SEVERITIES: tuple[Severity, ...] = ("violation", "warning", "info")


@dataclass(frozen=True, slots=True)
class Where:
    """The place in the corpus: ``document`` is the stem, ``item`` the number of the task (``5``, ``4.1``), both may be empty.

    ``title`` is the task's title, else the name of the thing meant; ``file`` the source file's name, ``sha256`` its hash,
    ``url`` where it was published; ``agencies`` are the units it concerns: IRIs until a report names them.
    """

    document: str = ""
    item: str = ""
    title: str = ""
    document_title: str = ""
    media_type: str = ""
    file: str = ""
    sha256: str = ""
    url: str = ""
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words: code-point offsets into the decoded source, end exclusive, and the text printed there.

    ``words`` is ``exact`` as a reader would write it; ``sentence`` the sentence around it, in which the words stand at ``at``
    (-1 where they cannot be told in it).  ``line`` and ``column`` count from 1, 0 where the source file is not at hand.
    """

    begin: int
    end: int
    exact: str
    words: str = ""
    sentence: str = ""
    at: int = -1
    span: str = ""
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be, the same from both lanes.

    ``focus`` is the IRI of the node, ``component`` that of the SHACL constraint, ``path`` and ``value`` are empty where the
    constraint has none.  ``mark`` is what the node is known by, whatever its number or place in the text: with the rule and
    the document it tells findings apart from run to run; ``nth`` counts those that it cannot tell apart.
    """

    rule: Rule
    what: Text
    where: Where
    evidence: Evidence | None
    focus: str
    component: str
    path: str = ""
    value: str = ""
    mark: str = ""
    nth: int = 0
    state: str = ""

    @property
    def severity(self) -> Severity:
        """``violation``, ``warning`` or ``info``."""
        return self.rule.severity

    @property
    def key(self) -> str:
        """A short identifier that stays the same from run to run, and through edits elsewhere in the text."""
        local = self.rule.iri.removeprefix(SHAPES)
        parts = (local, self.where.document, self.path, self.mark or self.focus, str(self.nth))
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def order(finding: Finding) -> tuple[str, int, int, str, str, str, str]:
    """Sort key: document, place in the text, severity, rule."""
    begin = finding.evidence.begin if finding.evidence else -1
    rank = SEVERITIES.index(finding.severity)
    return finding.where.document, begin, rank, finding.rule.iri, finding.focus, finding.value, finding.what.zh


def told_apart(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in order, without repetition, each with a key of its own."""
    seen: set[tuple[str, str, str, str, str]] = set()
    count: Counter[str] = Counter()
    out: list[Finding] = []
    for finding in sorted(findings, key=order):
        same = (finding.rule.iri, finding.focus, finding.path, finding.value, finding.what.zh)
        if same in seen:
            continue
        seen.add(same)
        nth = count[finding.key]
        count[finding.key] += 1
        out.append(replace(finding, nth=nth) if nth else finding)
    return out


@dataclass(frozen=True, slots=True)
class Looked:
    """How many nodes a rule looked at, and how many findings it has."""

    rule: Rule
    nodes: int
    findings: int


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that somebody took responsibility for, until a day."""

    finding: Finding
    reason: str
    who: str
    until: datetime.date


@dataclass(frozen=True, slots=True)
class Report:
    """All findings in order, and what each rule looked at; ``documents`` counts the documents.

    ``away`` are the documents whose source file was not at hand, so that their quotations could not be compared with it.
    ``since`` is the earlier report compared with (empty: none), ``fixed`` what it had and this one has not; ``waived`` is not
    among ``findings``.  ``base`` is the base IRI of the data.
    """

    findings: tuple[Finding, ...]
    looked: tuple[Looked, ...]
    documents: int
    away: tuple[str, ...] = ()
    waived: tuple[Waived, ...] = ()
    since: str = ""
    fixed: tuple[Finding, ...] = ()
    base: str = field(default=BASE)

    @property
    def conforms(self) -> bool:
        """Whether there is no finding at the level of a violation."""
        return not any(finding.severity == "violation" for finding in self.findings)

    @property
    def counts(self) -> dict[Severity, int]:
        """Findings by severity."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in SEVERITIES}
