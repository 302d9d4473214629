"""SARIF 2.1.0 (OASIS), so that findings open in code-review tools at their place in the source text."""

from __future__ import annotations

import json as _json
from typing import Any
from urllib.parse import quote

from zhengtu import __version__
from zhengtu.validate.finding import Finding, Report, Waived
from zhengtu.validate.render.words import UNTIL
from zhengtu.validate.rules import Rule, Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL: dict[Severity, str] = {"violation": "error", "warning": "warning", "info": "note"}
_BASELINE = {"new": "new", "standing": "unchanged", "fixed": "absent"}


def sarif(report: Report, lang: str) -> str:
    """One run; columns and regions count code points (``columnKind``), files are relative to the corpus folder (``CORPUS``).

    Waived findings are suppressed results; against an earlier report each result has its ``baselineState``.
    """
    every = [*report.findings, *report.fixed, *(entry.finding for entry in report.waived)]
    rules = sorted({f.rule.iri: f.rule for f in every}.values(), key=lambda rule: rule.iri)
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
        "results": [
            *(_result(finding, index[finding.rule.iri], lang) for finding in (*report.findings, *report.fixed)),
            *(_waived(entry, index[entry.finding.rule.iri], lang) for entry in report.waived),
        ],
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
    result: dict[str, Any] = {
        "ruleId": finding.rule.local,
        "ruleIndex": rule,
        "level": _LEVEL[finding.severity],
        "message": {"text": f"{item}：{what}" if item else what},
        "locations": [location],
        "partialFingerprints": {"zhengtu/v1": finding.key},
    }
    if finding.state:
        result["baselineState"] = _BASELINE[finding.state]
    return result


def _waived(entry: Waived, rule: int, lang: str) -> dict[str, Any]:
    justification = f"{entry.who}：{entry.reason}（{UNTIL.get(lang)} {entry.until.isoformat()}）"
    suppression = {"kind": "external", "status": "accepted", "justification": justification}
    return {**_result(entry.finding, rule, lang), "suppressions": [suppression]}


def _physical(finding: Finding) -> dict[str, Any]:
    name = finding.where.file or finding.where.document
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(name), "uriBaseId": "CORPUS"}}
    if evidence := finding.evidence:
        region: dict[str, Any] = {"charOffset": evidence.begin, "charLength": evidence.end - evidence.begin}
        if evidence.line:
            region |= {"startLine": evidence.line, "startColumn": evidence.column}
            region |= {"endLine": evidence.end_line, "endColumn": evidence.end_column}
        region["snippet"] = {"text": evidence.exact}
        place["region"] = region
    return place
