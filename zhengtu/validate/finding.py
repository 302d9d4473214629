"""What a validation finds."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass

from zhengtu.query.header import Text
from zhengtu.validate.rules import Rule, Severity

SEVERITIES: tuple[Severity, ...] = ("violation", "warning", "info")


@dataclass(frozen=True, slots=True)
class Where:
    """The place in the corpus: ``document`` is the stem, ``item`` the number of the task (``5``, ``4.1``), both may be empty.

    ``title`` is the task's title, else the name of the thing meant; ``media_type`` the document's.
    """

    document: str = ""
    item: str = ""
    title: str = ""
    document_title: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence: code-point offsets into the decoded source, end exclusive, and the text printed there."""

    begin: int
    end: int
    exact: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be, the same from both lanes.

    ``focus`` is the IRI of the node, ``component`` that of the SHACL constraint, ``path`` and ``value`` are empty where the
    constraint has none.
    """

    rule: Rule
    what: Text
    where: Where
    evidence: Evidence | None
    focus: str
    component: str
    path: str = ""
    value: str = ""

    @property
    def severity(self) -> Severity:
        """``violation``, ``warning`` or ``info``."""
        return self.rule.severity

    @property
    def key(self) -> str:
        """A short identifier that stays the same from run to run."""
        parts = (self.rule.iri, self.where.document, self.focus, self.path, self.value, self.what.zh)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def order(finding: Finding) -> tuple[str, int, int, str, str, str]:
    """Sort key: document, place in the text, severity, rule."""
    begin = finding.evidence.begin if finding.evidence else -1
    rank = SEVERITIES.index(finding.severity)
    return finding.where.document, begin, rank, finding.rule.iri, finding.focus, finding.value


@dataclass(frozen=True, slots=True)
class Looked:
    """How many nodes a rule looked at, and how many findings it has."""

    rule: Rule
    nodes: int
    findings: int


@dataclass(frozen=True, slots=True)
class Report:
    """All findings in order, and what each rule looked at; ``documents`` counts the documents."""

    findings: tuple[Finding, ...]
    looked: tuple[Looked, ...]
    documents: int

    @property
    def conforms(self) -> bool:
        """Whether there is no finding at the level of a violation."""
        return not any(finding.severity == "violation" for finding in self.findings)

    @property
    def counts(self) -> dict[Severity, int]:
        """Findings by severity."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in SEVERITIES}
