"""Findings as JSON and back: for the report, for what is kept beside the store, for the cache."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from zhengtu.query.header import Text
from zhengtu.validate.finding import Evidence, Finding, Where
from zhengtu.validate.rules import Rule


def encode(finding: Finding) -> dict[str, Any]:
    """What a finding says, in both languages: ``what``, ``where``, ``why``, ``what_to_do``, evidence."""
    rule, evidence = finding.rule, finding.evidence
    return {
        "key": finding.key,
        "severity": finding.severity,
        "about": rule.about,
        "concern": rule.concern,
        "rule": rule.iri,
        "name": rule.name._asdict(),
        "what": finding.what._asdict(),
        "where": {**asdict(finding.where), "agencies": list(finding.where.agencies)},
        "evidence": asdict(evidence) if evidence else None,
        "why": rule.why._asdict(),
        "what_to_do": rule.what_to_do._asdict(),
        "focus": finding.focus,
        "component": finding.component,
        "path": finding.path or None,
        "value": finding.value or None,
        "mark": finding.mark,
        "nth": finding.nth,
        "state": finding.state or None,
    }


def decode(data: dict[str, Any]) -> Finding:
    """The finding behind ``encode``'s answer.  Raises ``KeyError``, ``TypeError`` for anything else."""
    rule = Rule(
        iri=data["rule"],
        name=Text(**data["name"]),
        message=Text(**data["what"]),
        why=Text(**data["why"]),
        what_to_do=Text(**data["what_to_do"]),
        severity=data["severity"],
        about=data["about"],
        classes=(),
        concern=data["concern"],
    )
    where = Where(**{**data["where"], "agencies": tuple(data["where"]["agencies"])})
    evidence = Evidence(**data["evidence"]) if data["evidence"] else None
    path, value = data["path"] or "", data["value"] or ""
    focus, component, mark = data["focus"], data["component"], data["mark"]
    return Finding(rule, Text(**data["what"]), where, evidence, focus, component, path, value, mark, data["nth"])
