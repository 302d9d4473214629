"""One self-contained page: counts, filters, the findings with their sentences.  Nothing is fetched, everything escaped.

Style and script are named by their hashes in the page's content security policy; without JavaScript the page still filters by
severity and leads from every check, document and agency to its findings.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import groupby
from string import Template

from zhengtu.query.header import Text
from zhengtu.validate.finding import SEVERITIES, Finding, Report
from zhengtu.validate.render.html_index import checks, indexes
from zhengtu.validate.render.words import (
    ABOUT,
    COLON,
    CONFORMS,
    EXPLAIN,
    FAILS,
    FIXED,
    LOOKED,
    SENTENCE,
    SEVERITY,
    SIZE,
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
)

_ALL = Text("全部", "all")
_NONE = Text("没有发现问题。", "Nothing was found.")
_HINTS = Text("提示 {n} 条", "{n} hints")
_SOURCE = Text("原文链接", "original")
_SEARCH = Text("搜索", "search")


def html(report: Report, lang: str) -> str:
    """The report as an HTML page."""
    style, script = _part("page.css"), _part("page.js")
    return Template(_part("page.html")).substitute(
        parts(report, lang),
        lang="en" if lang == "en" else "zh-CN",
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def parts(report: Report, lang: str) -> dict[str, str]:
    """The pieces of the page as HTML, all text escaped."""
    return {
        **around(report, lang),
        "radios": "".join(_radios(report, lang)),
        "search": escape(_SEARCH.get(lang)),
        "indexes": "".join(indexes(report, lang)),
        "findings": "".join(_documents(report, lang)) or f"<p>{escape(_NONE.get(lang))}</p>",
    }


def around(report: Report, lang: str) -> dict[str, str]:
    """The pieces around the findings, for a page of another make too: title, verdict, counts, what is waived, the checks."""
    size = SIZE.get(lang).format(documents=report.documents, checks=len(report.looked))
    return {
        "title": escape(TITLE.get(lang)),
        "verdict": escape((CONFORMS if report.conforms else FAILS).get(lang)),
        "state": "good" if report.conforms else "bad",
        "size": "<br>".join(map(escape, [size + _since(report, lang), *compared(report, lang)])),
        "others": "".join(_others(report, lang)),
        "looked": escape(LOOKED.get(lang)),
        "checks": "".join(checks(report, lang)),
    }


def _published(finding: Finding) -> str:
    url = finding.where.url
    return url if url.startswith(("http://", "https://")) else ""


def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    """The value a content security policy names an inline element by."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _since(report: Report, lang: str) -> str:
    if not report.since:
        return ""
    new = sum(1 for finding in report.findings if finding.state == "new")
    return f" · {report.since} → {STATE['new'].get(lang)} {new} · {FIXED.get(lang)} {len(report.fixed)}"


def _radios(report: Report, lang: str) -> Iterator[str]:
    """The choice of a severity: radio buttons that the style sheet acts on."""
    yield f'<input type="radio" name="severity" id="all" checked><label for="all">{escape(_ALL.get(lang))} '
    yield f"<b>{len(report.findings)}</b></label>"
    for severity in SEVERITIES:
        yield f'<input type="radio" name="severity" id="{severity}"><label for="{severity}" class="{severity}">'
        yield f"{escape(SEVERITY[severity].get(lang))} <b>{report.counts[severity]}</b></label>"


def _documents(report: Report, lang: str) -> Iterator[str]:
    for number, (heading, group) in enumerate(groupby(report.findings, key=lambda f: document_heading(f, lang))):
        found = list(group)
        hints = [finding for finding in found if finding.severity == "info"]
        yield f'<section id="d-{number}"><h2>{escape(heading)}</h2>'
        yield from _items((finding for finding in found if finding.severity != "info"), lang)
        if hints:
            yield f'<details class="hints"><summary>{escape(_HINTS.get(lang).format(n=len(hints)))}</summary>'
            yield from _items(hints, lang)
            yield "</details>"
        yield "</section>"


def _items(findings: Iterable[Finding], lang: str) -> Iterator[str]:
    for item, group in groupby(findings, key=item_heading):
        yield f'<div class="item"><h3>{escape(item)}</h3>'
        yield from (_finding(finding, lang, _published(finding)) for finding in group)
        yield "</div>"


def _finding(finding: Finding, lang: str, url: str) -> str:
    rule = finding.rule
    state = f'<span class="state">{escape(STATE[finding.state].get(lang))}</span> ' if finding.state else ""
    agencies = escape("|".join(finding.where.agencies))
    return (
        f'<article class="{finding.severity}" id="f-{finding.key}" data-rule="{escape(rule.local)}"'
        f' data-document="{escape(finding.where.document)}" data-agency="{agencies}">'
        f"<p>{state}<b>{escape(SEVERITY[finding.severity].get(lang))}</b> <i>{escape(ABOUT[rule.about].get(lang))}</i>"
        f" {escape(finding.what.get(lang))}</p>{_sentence(finding, lang, url)}"
        f"<details><summary>{escape(EXPLAIN.get(lang))}{escape(COLON.get(lang))}{escape(rule.name.get(lang))}</summary>"
        f"<p>{escape(WHY.get(lang))} — {escape(rule.why.get(lang))}</p>"
        f"<p>{escape(TODO.get(lang))} — {escape(rule.what_to_do.get(lang))}</p>"
        f'<p><a href="#f-{finding.key}">#{finding.key}</a> <code>{escape(rule.local)}</code>'
        f" <code>{escape(finding.focus)}</code></p></details></article>"
    )


def _sentence(finding: Finding, lang: str, url: str) -> str:
    evidence = finding.evidence
    if evidence is None:
        return ""
    before = after = ""
    if evidence.at >= 0:
        before, after = evidence.sentence[: evidence.at], evidence.sentence[evidence.at + len(evidence.words) :]
    link = f' <a href="{escape(url)}" rel="noreferrer">{escape(_SOURCE.get(lang))}</a>' if url else ""
    return (
        f"<blockquote tabindex=0>{escape(before)}<mark>{escape(evidence.words)}</mark>{escape(after)}"
        f"<cite>{escape(SENTENCE.get(lang))} {escape(place(finding, lang))}{link}</cite></blockquote>"
    )


def _others(report: Report, lang: str) -> Iterator[str]:
    """What is waived and what is fixed."""
    if report.waived:
        yield f'<section id="waived"><h2>{escape(WAIVED.get(lang))} {len(report.waived)}</h2><ul>'
        for entry in report.waived:
            yield f"<li>{_line(entry.finding, lang)} <cite>{escape(entry.who)}：{escape(entry.reason)}"
            yield f"（{escape(UNTIL.get(lang))} {entry.until.isoformat()}） #{entry.finding.key}</cite></li>"
        yield "</ul></section>"
    if report.fixed:
        yield f'<section id="fixed"><h2>{escape(FIXED.get(lang))} {len(report.fixed)}</h2><ul>'
        yield from (f"<li>{_line(finding, lang)}</li>" for finding in report.fixed)
        yield "</ul></section>"


def _line(finding: Finding, lang: str) -> str:
    return escape(f"{document_heading(finding, lang)} {item_heading(finding)} — {finding.what.get(lang)}")
