"""Findings as JSON and back: for the report, for what is kept beside the store, for the cache."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from zhengtu.query.header import Text
from zhengtu.validate.finding import Evidence, Finding, Where
from zhengtu.validate.rules import Rule


def encode(finding: Finding) -> dict[str, Any]:
    """What a finding says, in both languages: ``what``, ``where``, ``why``, ``what_to_do``, evidence."""
    rule, evidence = encode_rule(finding.rule), finding.evidence
    why, what_to_do = rule.pop("why"), rule.pop("what_to_do")
    return {
        "key": finding.key,
        **rule,
        "what": finding.what._asdict(),
        "where": {**asdict(finding.where), "agencies": list(finding.where.agencies)},
        "evidence": asdict(evidence) if evidence else None,
        "why": why,
        "what_to_do": what_to_do,
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
    rule = decode_rule(data)
    where = Where(**{**data["where"], "agencies": tuple(data["where"]["agencies"])})
    evidence = Evidence(**data["evidence"]) if data["evidence"] else None
    path, value = data["path"] or "", data["value"] or ""
    focus, component, mark = data["focus"], data["component"], data["mark"]
    return Finding(rule, Text(**data["what"]), where, evidence, focus, component, path, value, mark, data["nth"])


def encode_rule(rule: Rule) -> dict[str, Any]:
    """What a rule says of itself, in both languages."""
    return {
        "severity": rule.severity,
        "about": rule.about,
        "concern": rule.concern,
        "rule": rule.iri,
        "name": rule.name._asdict(),
        "why": rule.why._asdict(),
        "what_to_do": rule.what_to_do._asdict(),
    }


def decode_rule(data: dict[str, Any]) -> Rule:
    """The rule behind ``encode_rule``'s answer (``what``: its message).  Raises ``KeyError``, ``TypeError``."""
    return Rule(
        iri=data["rule"],
        name=Text(**data["name"]),
        message=Text(**data.get("what", data["name"])),
        why=Text(**data["why"]),
        what_to_do=Text(**data["what_to_do"]),
        severity=data["severity"],
        about=data["about"],
        classes=(),
        concern=data["concern"],
    )
