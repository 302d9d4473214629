"""The findings of the validation as a list, the gravest first, each with the way to its words in the reader."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from zhengtu.query.header import Text
from zhengtu.site import listing, paging
from zhengtu.site.entry import Entry
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.listing import Listing
from zhengtu.site.page import Page
from zhengtu.site.paging import Row
from zhengtu.validate import Finding, Severity
from zhengtu.validate.finding import SEVERITIES
from zhengtu.validate.render.html import around
from zhengtu.validate.render.words import ABOUT, SENTENCE, STATE, TODO, WHY, document_heading, item_heading, place

INDEX = "validation.html"
ENTRY = Entry(INDEX, Text("校验", "Validation"), 90)
_BY = {"document": Text("按文件", "By document"), "rule": Text("按检查项", "By check"), "agency": Text("按单位", "By agency")}


@dataclass(slots=True)
class Group:
    """The findings of a document, a check or an agency: how many of each severity, and the first of them."""

    name: str
    first: Finding
    counts: Counter[Severity]


def paths(site: Knowledge) -> Iterable[str]:
    """The pages of the list; one page where there is no report."""
    return listing.paths(site, INDEX, lambda: len(site.findings_in_order))


def render(site: Knowledge, page: Page) -> str:
    """The dashboard, or how to get one."""
    if site.report is None:
        return page.html("validation-none")
    lang, report = page.lang, site.report
    # every piece is escaped by the report's own renderer, whose page these are
    pieces = {name: Markup(piece) for name, piece in around(report, lang).items()}  # noqa: S704
    firsts = {severity: one for one in reversed(site.findings_in_order) if (severity := one.severity)}
    return listing.render(
        page,
        INDEX,
        "validation",
        _list,
        None,
        severities=[(name, report.counts[name], firsts[name]) for name in SEVERITIES if name in firsts],
        groups=site.kept_as((INDEX, "groups", lang), lambda: _groups(page)) if page.path == INDEX else {},
        most=paging.MOST,
        place=lambda finding: place(finding, lang),
        item=item_heading,
        about={name: text.get(lang) for name, text in ABOUT.items()},
        states={name: text.get(lang) for name, text in STATE.items()},
        said={"sentence": SENTENCE.get(lang), "why": WHY.get(lang), "todo": TODO.get(lang)},
        **pieces,
    )


def _list(page: Page) -> Listing[Finding]:
    rows = []
    for one in page.site.findings_in_order:
        values = {name: tuple(found) for name, found in _values(page, one).items()}
        values["severity"] = (page.severity(one.severity),)
        sentence = one.evidence.sentence or one.evidence.words if one.evidence else ""
        told = (one.what.get(page.lang), sentence, item_heading(one), one.key, *values["rule"], *values["document"])
        rows.append(Row(one, " ".join((*told, *values["agency"])), values))
    return Listing(rows, ("severity", "document", "rule", "agency"))


def _values(page: Page, finding: Finding) -> dict[str, list[str]]:
    """What a finding is chosen by."""
    where = finding.where
    document = where.document_title or document_heading(finding, page.lang)
    return {"document": [document], "rule": [finding.rule.name.get(page.lang)], "agency": [*where.agencies]}


def _groups(page: Page) -> dict[str, tuple[str, list[Group]]]:
    """By what: its heading, and its groups, those with most findings first."""
    found: dict[str, dict[str, Group]] = defaultdict(dict)
    for one in page.site.findings_in_order:
        for kind, names in _values(page, one).items():
            for name in names:
                found[kind].setdefault(name, Group(name, one, Counter())).counts[one.severity] += 1
    most_first = {kind: sorted(ones.values(), key=lambda g: (-g.counts.total(), g.name)) for kind, ones in found.items()}
    return {kind: (heading.get(page.lang), most_first[kind]) for kind, heading in _BY.items() if kind in most_first}
