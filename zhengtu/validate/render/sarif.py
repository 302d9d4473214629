"""SARIF 2.1.0 (OASIS), so that findings open in code-review tools at their place in the source text."""

from __future__ import annotations

import json as _json
from typing import Any
from urllib.parse import quote

from zhengtu import __version__
from zhengtu.validate.finding import Finding, Report
from zhengtu.validate.rules import Rule, Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL: dict[Severity, str] = {"violation": "error", "warning": "warning", "info": "note"}
_SUFFIX = {"text/plain": ".txt", "text/markdown": ".md", "text/html": ".html", "application/pdf": ".pdf"}


def sarif(report: Report, lang: str) -> str:
    """One run; regions count code points (``columnKind``), files are relative to the corpus folder (``CORPUS``)."""
    rules = sorted({f.rule.iri: f.rule for f in report.findings}.values(), key=lambda rule: rule.iri)
    index = {rule.iri: i for i, rule in enumerate(rules)}
    driver = {
        "name": "zhengtu",
        "version": __version__,
        "informationUri": "https://w3id.org/zhengtu/",
        "rules": [_rule(rule, lang) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"CORPUS": {"description": {"text": "the corpus folder"}}},
        "results": [_result(finding, index[finding.rule.iri], lang) for finding in report.findings],
    }
    return _json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, lang: str) -> dict[str, Any]:
    return {
        "id": rule.local,
        "shortDescription": {"text": rule.name.get(lang)},
        "fullDescription": {"text": rule.why.get(lang)},
        "help": {"text": rule.what_to_do.get(lang)},
        "helpUri": rule.iri,
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
    }


def _result(finding: Finding, rule: int, lang: str) -> dict[str, Any]:
    item = " ".join(part for part in (finding.where.item, finding.where.title) if part)
    what = finding.what.get(lang)
    location: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": finding.focus, "name": item or finding.focus}]}
    if finding.where.document:
        location["physicalLocation"] = _physical(finding)
    return {
        "ruleId": finding.rule.local,
        "ruleIndex": rule,
        "level": _LEVEL[finding.severity],
        "message": {"text": f"{item}：{what}" if item else what},
        "locations": [location],
        "partialFingerprints": {"zhengtu/v1": finding.key},
    }


def _physical(finding: Finding) -> dict[str, Any]:
    name = finding.where.document + _SUFFIX.get(finding.where.media_type, "")
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(name), "uriBaseId": "CORPUS"}}
    if evidence := finding.evidence:
        region: dict[str, Any] = {"charOffset": evidence.begin, "charLength": evidence.end - evidence.begin}
        region["snippet"] = {"text": evidence.exact}
        place["region"] = region
    return place
