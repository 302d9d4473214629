"""Findings over time: what a report says against an earlier one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from zhengtu.files import keep_json
from zhengtu.messages import say
from zhengtu.validate.codec import decode, decode_rule, encode, encode_rule
from zhengtu.validate.errors import ValidateError
from zhengtu.validate.finding import Finding, Looked, Report, Waived
from zhengtu.validate.rules import SHAPES

_ABOUT_RUN = (SHAPES + "waiver-expired", SHAPES + "waiver-unused", SHAPES + "matched-nothing")
Waiver = dict[str, str]
"""Who waived a finding, why, and until when."""


def compared(report: Report, earlier: Iterable[Finding], since: str) -> Report:
    """The report with each finding ``new`` or ``standing``, and what was ``fixed``.

    Waived findings count as standing; what only concerns a run (waivers, checks without nodes) is never new or fixed.
    """
    before = {finding.key: finding for finding in earlier if finding.rule.iri not in _ABOUT_RUN}
    now = {finding.key for finding in report.findings} | {waived.finding.key for waived in report.waived}
    marked = tuple(
        finding if finding.rule.iri in _ABOUT_RUN else replace(finding, state="standing" if finding.key in before else "new")
        for finding in report.findings
    )
    fixed = tuple(replace(finding, state="fixed") for key, finding in before.items() if key not in now)
    return replace(report, findings=marked, fixed=fixed, since=since)


def keep(report: Report, path: Path) -> None:
    """Keep the report; a folder that cannot be written is no reason to fail.

    Waived findings stand among the others, since to a later comparison they are nothing new; ``waived`` tells which they are.
    """
    findings = [*report.findings, *(waived.finding for waived in report.waived)]
    kept = {
        "findings": [encode(finding) for finding in findings],
        "waived": {w.finding.key: {"reason": w.reason, "who": w.who, "until": w.until.isoformat()} for w in report.waived},
        "documents": report.documents,
        "sources_not_at_hand": report.away,
        "checks": [{**encode_rule(one.rule), "looked_at": one.nodes, "findings": one.findings} for one in report.looked],
        "base": report.base,
    }
    keep_json(kept, path)


def recorded(path: Path) -> Report:
    """The report that ``keep`` kept, compared with nothing.  Raises ``ValidateError``, ``OSError``."""
    try:
        data = json.loads(path.read_text("utf-8"))
        waivers = data["waived"]
        found = [decode(item) for item in data["findings"]]
        waived = [Waived(one, w["reason"], w["who"], date.fromisoformat(w["until"])) for one, w in _signed(found, waivers)]
        looked = [Looked(decode_rule(item), item["looked_at"], item["findings"]) for item in data["checks"]]
        standing = tuple(one for one in found if one.key not in waivers)
        away = tuple(data["sources_not_at_hand"])
        return Report(standing, tuple(looked), data["documents"], away, tuple(waived), base=data["base"])
    except (ValueError, KeyError, TypeError) as error:
        raise ValidateError(say("validate.since_bad", path=path)) from error


def _signed(found: Iterable[Finding], waivers: dict[str, Waiver]) -> Iterator[tuple[Finding, Waiver]]:
    return ((finding, waivers[finding.key]) for finding in found if finding.key in waivers)


def kept(path: Path) -> tuple[Finding, ...]:
    """The findings of a kept report, or of one written with ``--format json``.  Raises ``ValidateError``, ``OSError``."""
    try:
        return tuple(decode(item) for item in json.loads(path.read_text("utf-8"))["findings"])
    except (ValueError, KeyError, TypeError) as error:
        raise ValidateError(say("validate.since_bad", path=path)) from error
