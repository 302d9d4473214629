"""The task board, and a page for each task."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from zhengtu.query.header import Text
from zhengtu.site import listing
from zhengtu.site.listing import Listing
from zhengtu.site.page import Page
from zhengtu.site.site import Site
from zhengtu.site.things import Rule, content
from zhengtu.site.view import Entry
from zhengtu.validate import Finding

INDEX = "tasks.html"
ENTRY = Entry(INDEX, Text("任务", "Tasks"), 20)
RULES: tuple[Rule, ...] = (
    (Text("牵头单位", "Lead units"), lambda one: one.name == "Responsibility" and bool(one.one("leadBasis"))),
    (Text("其他责任单位", "Other responsible units"), lambda one: one.name == "Responsibility"),
    (Text("责任括注", "Clauses of responsibility"), lambda one: one.name == "ResponsibilityClause"),
    (Text("举措", "Measures"), lambda one: one.name == "Measure"),
    (Text("指标", "Targets"), lambda one: one.kind == "target"),
    (Text("项目", "Projects"), lambda one: one.kind == "project"),
    (Text("产业、机制与活动", "Industries, bodies, events"), lambda one: one.kind == "industry"),
)


@dataclass(slots=True)
class Row:
    """A task on the board; units by IRI, the lead units first."""

    iri: str
    document: str
    number: str
    title: str
    part: str
    leads: dict[str, str] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def paths(site: Site) -> Iterable[str]:
    """The board, and a page for each task."""
    return (*listing.paths(site, INDEX, lambda: len(site.answer("tasks"))), *site.of_kind("task"))


def render(site: Site, page: Page) -> str:
    """The board or one task."""
    if listing.is_of(INDEX, page.path):
        return listing.render(page, INDEX, "tasks", _board)
    iri = site.of_kind("task")[page.path]
    shown = content(page, iri, RULES, aside=("taskKind", "number"))
    related = [row for row in site.answer("decomposition-of-task", task=iri) if row["lower_task"]]
    return page.html("thing", **shown, related=related, task=iri, number=site.numbers.get(iri, ""))


def _board(page: Page) -> Listing[Row]:
    """The numbered items that assign something, in the order of the documents."""
    rows = []
    for row in _rows(page.site, page):
        leads, others, places = (tuple(names.values()) for names in (row.leads, row.others, row.places))
        values = {
            "document": (page.title(row.document),),
            "part": (row.part,),
            "lead": leads,
            "unit": (*leads, *others),
            "place": places,
            "finding": tuple(dict.fromkeys(page.severity(finding.severity) for finding in row.findings)),
        }
        said = (finding.rule.name.get(page.lang) for finding in row.findings)
        words = " ".join((row.number, row.title, page.title(row.document), row.part, *leads, *others, *places, *said))
        keys = (row.number, row.title, "、".join(leads), "", "", str(len(row.findings)))
        rows.append(listing.Row(row, words, values, keys))
    return Listing(rows, ("document", "part", "lead", "unit", "place", "finding"))


def _rows(site: Site, page: Page) -> list[Row]:
    """The rows with units, places and findings."""
    rows: dict[tuple[str, str], Row] = {}
    for row in site.answer("tasks"):
        key = row["document"], row["task_number"]
        iri = site.task(*key)
        part = f"{row['section_number']} {row['section_title']}".strip()
        rows[key] = Row(iri, *key, row["task_title"], part, findings=list(site.findings.get(iri, ())))
    for row in site.answer("responsibilities"):
        if found := rows.get((row["document"], row["task_number"])):
            (found.leads if row["lead_basis"] else found.others)[row["agency"]] = page.name(row["agency"])
    for (document, number), places in _places(site, page).items():
        if (document, number) in rows:
            rows[document, number].places = places
    return list(rows.values())


def _places(site: Site, page: Page) -> dict[tuple[str, str], dict[str, str]]:
    """The places that projects and industries of a task are in."""
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in site.rows("task-places"):
        found[row["document"], row["number"]][row["place"]] = page.name(row["place"])
    return found
