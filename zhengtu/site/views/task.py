"""The task board, and a page for each task."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from zhengtu.query.header import Text
from zhengtu.site import listing, paging
from zhengtu.site.entry import Entry
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.listing import Listing
from zhengtu.site.page import Page
from zhengtu.site.things import Rule, content
from zhengtu.validate import Finding

INDEX = "tasks.html"
ENTRY = Entry(INDEX, Text("任务", "Tasks"), 20)
NODES = ("task",)
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


def paths(site: Knowledge) -> Iterable[str]:
    """The pages of the board."""
    return listing.paths(site, INDEX, lambda: len(site.answer("tasks")))


def render(site: Knowledge, page: Page) -> str:
    """The board or one task."""
    if listing.is_of(INDEX, page.path):
        return listing.render(page, INDEX, "tasks", _board, _in_order)
    iri = site.iri_at(page.path)
    shown = content(page, iri, RULES, aside=("taskKind", "number"))
    related = [row for row in site.answer("decomposition-of-task", task=iri) if row["lower_task"]]
    return page.html("thing", **shown, related=related, task=iri, number=site.number_of(iri))


def _board(page: Page) -> Listing[Row]:
    """The numbered items that assign something, in the order of the documents."""
    rows = []
    every = _rows(page.site, page)
    _related(page, every)
    for row in every.values():
        leads, units, places = (tuple(names.values()) for names in (row.leads, row.leads | row.others, row.places))
        values = {
            "document": (page.title(row.document),),
            "part": (row.part,),
            "lead": leads,
            "unit": units,
            "place": places,
            "finding": tuple(dict.fromkeys(page.severity(finding.severity) for finding in row.findings)),
        }
        said = (finding.rule.name.get(page.lang) for finding in row.findings)
        words = " ".join((row.number, row.title, page.title(row.document), row.part, *units, *places, *said))
        keys = (row.number, row.title, "、".join(leads), "", "", str(len(row.findings)))
        rows.append(paging.Row(row, words, values, keys))
    return Listing(rows, ("document", "part", "lead", "unit", "place", "finding"))


def _rows(site: Knowledge, page: Page) -> dict[str, Row]:
    """The tasks by IRI, with their findings."""
    rows: dict[str, Row] = {}
    for row in site.rows("tasks-listed"):
        part = f"{row['section']} {row['part']}".strip()
        findings = list(site.findings.get(row["task"], ()))
        rows.setdefault(row["task"], Row(row["task"], row["document"], row["number"], row["title"], part, findings=findings))
    return rows


def _related(page: Page, rows: Mapping[str, Row]) -> None:
    """Put units and places into the rows."""
    for name, column in (("leads", "agency"), ("units", "agency"), ("places", "place")):
        for told in page.site.rows(f"tasks-{name}"):
            if row := rows.get(told["task"]):
                its = {"leads": row.leads, "units": row.others, "places": row.places}[name]
                if name != "units" or told[column] not in row.leads:
                    its[told[column]] = page.name(told[column])


def _in_order(page: Page, shown: Sequence[Row]) -> None:
    """The units of the rows shown in the order of the text: asked for these alone, since the order of all takes long."""
    rows = {row.iri: row for row in shown if len(row.others) > 1}
    if not rows:
        return
    order: dict[str, dict[str, None]] = defaultdict(dict)
    for told in page.site.rows("task-units", {"task": [NamedNode(iri) for iri in rows]}):
        order[told["task"]][told["agency"]] = None
    for iri, row in rows.items():
        row.others = {unit: row.others[unit] for unit in (*order[iri], *row.others) if unit in row.others}
