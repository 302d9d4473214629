"""Findings over time: what a report says against an earlier one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from zhengtu.files import FileError, write_file
from zhengtu.messages import say
from zhengtu.validate.codec import decode, encode
from zhengtu.validate.errors import ValidateError
from zhengtu.validate.finding import Finding, Report
from zhengtu.validate.rules import SHAPES

_ABOUT_RUN = (SHAPES + "waiver-expired", SHAPES + "waiver-unused", SHAPES + "matched-nothing")


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
    """Keep the findings, waived ones too; a folder that cannot be written is no reason to fail."""
    findings = [*report.findings, *(waived.finding for waived in report.waived)]
    text = json.dumps({"findings": [encode(finding) for finding in findings]}, ensure_ascii=False)
    try:
        write_file([text.encode()], path)
    except FileError:
        return


def kept(path: Path) -> tuple[Finding, ...]:
    """The findings of a kept report, or of one written with ``--format json``.  Raises ``ValidateError``, ``OSError``."""
    try:
        return tuple(decode(item) for item in json.loads(path.read_text("utf-8"))["findings"])
    except (ValueError, KeyError, TypeError) as error:
        raise ValidateError(say("validate.since_bad", path=path)) from error
