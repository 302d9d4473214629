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
    LOOKED,
    MARK,
    SENTENCE,
    SEVERITY,
    TITLE,
    TODO,
    WHY,
    document_heading,
    item_heading,
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
    yield ""
    yield LOOKED.get(lang) + COLON.get(lang).rstrip()
    counts = "  ".join(f"{entry.rule.local}={entry.nodes}" for entry in report.looked)
    yield fill(counts, 110, initial_indent="  ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _summary(report: Report, lang: str) -> str:
    verdict = (CONFORMS if report.conforms else FAILS).get(lang)
    counts = COMMA.get(lang).join(f"{SEVERITY[s].get(lang)} {n}" for s, n in report.counts.items())
    checks = len(report.looked)
    size = f"{report.documents} documents, {checks} checks" if lang == "en" else f"{report.documents} 个文件，{checks} 项检查"
    return f"{TITLE.get(lang)}{COLON.get(lang)}{size}\n{verdict}{COLON.get(lang)}{counts}"


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
    kind = f"{SEVERITY[rule.severity].get(lang)} ({ABOUT[rule.about].get(lang)})"
    yield f"    {MARK[rule.severity]} {kind}{colon}{finding.what.get(lang)}  [{rule.local}]"
    if finding.evidence:
        place = f"{finding.evidence.begin}–{finding.evidence.end}"
        yield f"      {SENTENCE.get(lang)} {place}{colon}{shortened(finding.evidence.exact)}"
    if rule.iri not in explained:
        explained.add(rule.iri)
        yield f"      {WHY.get(lang)}{colon}{rule.why.get(lang)}"
        yield f"      {TODO.get(lang)}{colon}{rule.what_to_do.get(lang)}"
