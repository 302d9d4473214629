"""The report as JSON, every text in both languages."""

from __future__ import annotations

import json as _json
from typing import Any

from zhengtu.validate.finding import Finding, Looked, Report


def json(report: Report, lang: str) -> str:  # noqa: ARG001 (both languages are in it)
    """``{conforms, documents, counts, findings, checks}``."""
    document = {
        "conforms": report.conforms,
        "documents": report.documents,
        "counts": report.counts,
        "findings": [_finding(finding) for finding in report.findings],
        "checks": [_check(entry) for entry in report.looked],
    }
    return _json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    evidence, where, rule = finding.evidence, finding.where, finding.rule
    return {
        "key": finding.key,
        "rule": rule.iri,
        "severity": finding.severity,
        "about": rule.about,
        "what": finding.what._asdict(),
        "where": {"document": where.document, "item": where.item, "title": where.title},
        "evidence": {"begin": evidence.begin, "end": evidence.end, "exact": evidence.exact} if evidence else None,
        "why": rule.why._asdict(),
        "what_to_do": rule.what_to_do._asdict(),
        "focus": finding.focus,
        "path": finding.path or None,
        "value": finding.value or None,
    }


def _check(entry: Looked) -> dict[str, Any]:
    return {
        "rule": entry.rule.iri,
        "name": entry.rule.name._asdict(),
        "severity": entry.rule.severity,
        "looked_at": entry.nodes,
        "findings": entry.findings,
    }
