"""Plain text, grouped by document and item; nobody needs to know SHACL to read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from textwrap import fill

from zhengtu.validate.finding import Finding, Report
from zhengtu.validate.render.words import (
    ABOUT,
    COLON,
    COMMA,
    CONFORMS,
    FAILS,
    FIXED,
    LEGEND,
    LOOKED,
    MARK,
    NEW,
    SENTENCE,
    SEVERITY,
    SIZE,
    STANDING,
    STATE,
    TITLE,
    TODO,
    UNTIL,
    WAIVED,
    WHY,
    compared,
    document_heading,
    item_heading,
    place,
    shortened,
)
from zhengtu.validate.rules import Severity

_MOST: dict[Severity, int] = {"violation": 50, "warning": 20, "info": 1}  # findings of one rule in one document


def text(report: Report, lang: str) -> str:
    """The report as text; of one rule only so many findings a document are shown (50, 20, 1 by severity), the rest counted."""
    return "\n".join(_lines(report, lang)) + "\n"


def _lines(report: Report, lang: str) -> Iterator[str]:
    yield _summary(report, lang)
    explained: set[str] = set()
    for heading, group in groupby(report.findings, key=lambda finding: document_heading(finding, lang)):
        yield ""
        yield heading
        yield from _document(list(group), explained, lang)
    yield from _waived(report, lang)
    yield from _fixed(report, lang)
    yield ""
    yield LOOKED.get(lang) + COLON.get(lang).rstrip()
    counts = "  ".join(f"{entry.rule.local}={entry.nodes}" for entry in report.looked)
    yield fill(counts, 110, initial_indent="  ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _summary(report: Report, lang: str) -> str:
    verdict = (CONFORMS if report.conforms else FAILS).get(lang)
    counts = COMMA.get(lang).join(f"{SEVERITY[s].get(lang)} {n}" for s, n in report.counts.items())
    size = SIZE.get(lang).format(documents=report.documents, checks=len(report.looked))
    if report.waived:
        counts += f"{COMMA.get(lang)}{WAIVED.get(lang)} {len(report.waived)}"
    lines = [f"{TITLE.get(lang)}{COLON.get(lang)}{size}", f"{verdict}{COLON.get(lang)}{counts}"]
    if report.since:
        states = Counter(finding.state for finding in report.findings)
        told = [(NEW, states["new"]), (FIXED, len(report.fixed)), (STANDING, states["standing"])]
        against = f"since {report.since}" if lang == "en" else f"与 {report.since} 相比"
        lines.append(against + COLON.get(lang) + COMMA.get(lang).join(f"{word.get(lang)} {n}" for word, n in told))
    legend = [LEGEND.get(lang)] if report.findings else []
    return "\n".join([*lines, *compared(report, lang), *legend])


def _waived(report: Report, lang: str) -> Iterator[str]:
    if not report.waived:
        return
    yield ""
    yield WAIVED.get(lang)
    for entry in report.waived:
        finding, until = entry.finding, f"{UNTIL.get(lang)} {entry.until.isoformat()}"
        yield _line(finding, lang)
        yield f"    {entry.who}{COLON.get(lang)}{entry.reason}（{until}） #{finding.key}"


def _fixed(report: Report, lang: str) -> Iterator[str]:
    if not report.fixed:
        return
    yield ""
    yield FIXED.get(lang)
    for finding in report.fixed:
        yield _line(finding, lang)


def _line(finding: Finding, lang: str) -> str:
    return f"  {document_heading(finding, lang)} {item_heading(finding)}{COLON.get(lang)}{finding.what.get(lang)}"


def _document(findings: list[Finding], explained: set[str], lang: str) -> Iterator[str]:
    shown: Counter[str] = Counter()
    for item, group in groupby(findings, key=item_heading):
        lines: list[str] = []
        for finding in group:
            shown[finding.rule.iri] += 1
            if shown[finding.rule.iri] <= _MOST[finding.severity]:
                lines += _finding(finding, explained, lang)
        if lines:
            yield f"  {item}"
            yield from lines
    rules = {finding.rule.iri: finding.rule for finding in findings}
    for iri, rule in rules.items():
        more = shown[iri] - _MOST[rule.severity]
        if more > 0:
            name = rule.name.get(lang)
            yield f"  … {more} more: {name}" if lang == "en" else f"  ……“{name}”同类还有 {more} 条"


def _finding(finding: Finding, explained: set[str], lang: str) -> Iterator[str]:
    colon, rule = COLON.get(lang), finding.rule
    kind = f"{SEVERITY[rule.severity].get(lang)}{COMMA.get(lang)}{ABOUT[rule.about].get(lang)}"
    state = f"〔{STATE[finding.state].get(lang)}〕" if finding.state else ""
    yield f"    {MARK[rule.severity]} {state}{kind}{colon}{finding.what.get(lang)}  [{rule.local} #{finding.key}]"
    if finding.evidence:
        yield f"      {SENTENCE.get(lang)} {place(finding, lang)}{colon}{shortened(finding.evidence.words)}"
    if rule.iri not in explained:
        explained.add(rule.iri)
        yield f"      {WHY.get(lang)}{colon}{rule.why.get(lang)}"
        yield f"      {TODO.get(lang)}{colon}{rule.what_to_do.get(lang)}"
