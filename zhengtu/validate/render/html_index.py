"""The page's ways in: findings counted by check, document and agency, each count leading to its findings."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from zhengtu.query.header import Text
from zhengtu.validate.finding import SEVERITIES, Finding, Report
from zhengtu.validate.render.words import CHECK, CONCERN, SEVERITY, document_heading

_DOCUMENTS = Text("按文件", "By document")
_CHECKS = Text("按检查项", "By check")
_AGENCIES = Text("按单位", "By agency")
_COUNT = Text("对象", "Nodes")
_FOUND = Text("问题", "Findings")
_CONCERN = Text("类别", "Concern")
_SHOWN = 12  # links a row; the rest is a filter away


def indexes(report: Report, lang: str) -> Iterator[str]:
    """Three tables, each in a fold of its own."""
    rules: dict[str, list[Finding]] = {}
    documents: dict[str, list[Finding]] = {}
    agencies: dict[str, list[Finding]] = {}
    names: dict[tuple[str, str], str] = {}
    for finding in report.findings:
        rules.setdefault(finding.rule.local, []).append(finding)
        names["rule", finding.rule.local] = finding.rule.name.get(lang)
        documents.setdefault(finding.where.document, []).append(finding)
        names["document", finding.where.document] = document_heading(finding, lang)
        for agency in finding.where.agencies:
            agencies.setdefault(agency, []).append(finding)
            names["agency", agency] = agency
    for kind, head, found in (("document", _DOCUMENTS, documents), ("rule", _CHECKS, rules), ("agency", _AGENCIES, agencies)):
        if found:
            yield f'<details class="index" id="by-{kind}"><summary>{escape(head.get(lang))} <b>{len(found)}</b></summary>'
            yield f"<table>{_head(lang)}"
            ordered = sorted(found.items(), key=lambda entry: (-len(entry[1]), entry[0]))
            yield from (_row(kind, key, names[kind, key], rows) for key, rows in ordered)
            yield "</table></details>"


def _head(lang: str) -> str:
    counts = "".join(f"<th>{escape(SEVERITY[severity].get(lang))}</th>" for severity in SEVERITIES)
    return f"<tr><th></th>{counts}<th></th></tr>"


def _row(kind: str, key: str, name: str, found: list[Finding]) -> str:
    counts = "".join(f"<td>{sum(1 for f in found if f.severity == severity) or ''}</td>" for severity in SEVERITIES)
    links = " ".join(f'<a href="#f-{finding.key}">{n}</a>' for n, finding in enumerate(found[:_SHOWN], 1))
    more = "" if len(found) <= _SHOWN else f" … {len(found)}"
    choice = f'data-filter="{kind}" data-value="{escape(key)}"'
    return f'<tr><td {choice}>{escape(name)}</td>{counts}<td class="links">{links}{more}</td></tr>'


def checks(report: Report, lang: str) -> Iterator[str]:
    """What each check looked at."""
    heads = (CHECK, _CONCERN, _COUNT, _FOUND)
    yield f"<tr>{''.join(f'<th>{escape(head.get(lang))}</th>' for head in heads)}</tr>"
    for entry in report.looked:
        name = f"{escape(entry.rule.name.get(lang))} <code>{escape(entry.rule.local)}</code>"
        concern = escape(CONCERN[entry.rule.concern].get(lang))
        yield f"<tr><td>{name}</td><td>{concern}</td><td>{entry.nodes}</td><td>{entry.findings}</td></tr>"
