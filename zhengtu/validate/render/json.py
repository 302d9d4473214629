"""The report as JSON, every text in both languages."""

from __future__ import annotations

import json as _json
from typing import Any

from zhengtu.validate.codec import encode
from zhengtu.validate.finding import Looked, Report, Waived


def json(report: Report, lang: str) -> str:  # noqa: ARG001 (both languages are in it)
    """``{conforms, documents, sources_not_at_hand, counts, findings, waived, since, fixed, checks}``."""
    document = {
        "conforms": report.conforms,
        "documents": report.documents,
        "sources_not_at_hand": list(report.away),
        "counts": report.counts,
        "findings": [encode(finding) for finding in report.findings],
        "waived": [_waived(entry) for entry in report.waived],
        "since": report.since or None,
        "fixed": [encode(finding) for finding in report.fixed],
        "checks": [_check(entry) for entry in report.looked],
    }
    return _json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _waived(entry: Waived) -> dict[str, Any]:
    return {
        "reason": entry.reason,
        "who": entry.who,
        "until": entry.until.isoformat(),
        "finding": encode(entry.finding),
    }


def _check(entry: Looked) -> dict[str, Any]:
    return {
        "rule": entry.rule.iri,
        "name": entry.rule.name._asdict(),
        "concern": entry.rule.concern,
        "severity": entry.rule.severity,
        "looked_at": entry.nodes,
        "findings": entry.findings,
    }
