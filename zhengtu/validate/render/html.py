"""One self-contained page: counts, filters, the findings with their sentences.  Nothing is fetched, everything escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from itertools import groupby
from string import Template

from zhengtu.query.header import Text
from zhengtu.validate.finding import SEVERITIES, Finding, Report
from zhengtu.validate.render.words import (
    ABOUT,
    CHECK,
    CONFORMS,
    FAILS,
    LOOKED,
    SENTENCE,
    SEVERITY,
    TITLE,
    TODO,
    WHY,
    document_heading,
    item_heading,
)

_DOCUMENTS = Text("文件", "Documents")
_ALL = Text("全部", "all")
_COUNT = Text("对象", "Nodes")
_FOUND = Text("问题", "Findings")
_NONE = Text("没有发现问题。", "Nothing was found.")


def html(report: Report, lang: str) -> str:
    """The report as an HTML page."""
    page = Template(files(__package__).joinpath("page.html").read_text("utf-8"))
    return page.substitute(
        lang="en" if lang == "en" else "zh-CN",
        title=escape(TITLE.get(lang)),
        verdict=escape((CONFORMS if report.conforms else FAILS).get(lang)),
        state="good" if report.conforms else "bad",
        documents=f"{escape(_DOCUMENTS.get(lang))} {report.documents}",
        filters="".join(_filters(report, lang)),
        findings="".join(_documents(report, lang)) or f"<p>{escape(_NONE.get(lang))}</p>",
        looked=escape(LOOKED.get(lang)),
        checks="".join(_checks(report, lang)),
    )


def _filters(report: Report, lang: str) -> Iterator[str]:
    yield f'<button class="on" data-severity="">{escape(_ALL.get(lang))} {len(report.findings)}</button>'
    for severity in SEVERITIES:
        name = escape(SEVERITY[severity].get(lang))
        yield f'<button class="{severity}" data-severity="{severity}">{name} {report.counts[severity]}</button>'


def _documents(report: Report, lang: str) -> Iterator[str]:
    for heading, group in groupby(report.findings, key=lambda finding: document_heading(finding, lang)):
        yield f"<section><h2>{escape(heading)}</h2>"
        for item, findings in groupby(group, key=item_heading):
            yield f"<div class='item'><h3>{escape(item)}</h3>"
            yield from (_finding(finding, lang) for finding in findings)
            yield "</div>"
        yield "</section>"


def _finding(finding: Finding, lang: str) -> str:
    rule, evidence = finding.rule, finding.evidence
    sentence = ""
    if evidence:
        place = f"{SENTENCE.get(lang)} {evidence.begin}–{evidence.end}"
        sentence = f"<blockquote><cite>{escape(place)}</cite> <mark>{escape(evidence.exact)}</mark></blockquote>"
    return (
        f'<article class="{finding.severity}" id="f-{finding.key}"><p><b>{escape(SEVERITY[finding.severity].get(lang))}</b>'
        f" <i>{escape(ABOUT[rule.about].get(lang))}</i> {escape(finding.what.get(lang))}</p>{sentence}"
        f"<details><summary>{escape(rule.name.get(lang))}</summary>"
        f"<p>{escape(WHY.get(lang))} — {escape(rule.why.get(lang))}</p>"
        f"<p>{escape(TODO.get(lang))} — {escape(rule.what_to_do.get(lang))}</p>"
        f"<p><code>{escape(rule.local)}</code> <code>{escape(finding.focus)}</code></p></details></article>"
    )


def _checks(report: Report, lang: str) -> Iterator[str]:
    heads = (CHECK, _COUNT, _FOUND)
    yield f"<tr>{''.join(f'<th>{escape(head.get(lang))}</th>' for head in heads)}</tr>"
    for entry in report.looked:
        name = f"{escape(entry.rule.name.get(lang))} <code>{escape(entry.rule.local)}</code>"
        yield f"<tr><td>{name}</td><td>{entry.nodes}</td><td>{entry.findings}</td></tr>"
