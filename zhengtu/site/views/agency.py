"""Agencies: who leads and shares what, and the list of them."""

from __future__ import annotations

from collections.abc import Iterable

from zhengtu.query.header import Text
from zhengtu.site import listing
from zhengtu.site.entry import Entry
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.listing import Listing
from zhengtu.site.page import Page
from zhengtu.site.paging import Row
from zhengtu.site.things import Rule, content

INDEX = "agencies.html"
ENTRY = Entry(INDEX, Text("单位", "Agencies"), 30)
NODES = ("agency",)
RULES: tuple[Rule, ...] = (
    (Text("牵头的任务", "Tasks it leads"), lambda one: one.name == "Responsibility" and bool(one.one("leadBasis"))),
    (Text("参与或负责的任务", "Other tasks it has a share in"), lambda one: one.name == "Responsibility"),
    (Text("签署的协议", "Agreements it is party to"), lambda one: one.name == "Agreement"),
    (Text("印发或收到的文件", "Works it issued or was sent"), lambda one: one.kind == "work"),
)


def paths(site: Knowledge) -> Iterable[str]:
    """The pages of the list."""
    return listing.paths(site, INDEX, lambda: len(site.of_kind("agency")))


def render(site: Knowledge, page: Page) -> str:
    """The list or one agency."""
    if listing.is_of(INDEX, page.path):
        return listing.render(page, INDEX, "agencies", _list)
    return page.html("thing", **content(page, site.iri_at(page.path), RULES))


def _list(page: Page) -> Listing[tuple[str, str, dict[str, str]]]:
    """The agencies, those that lead most tasks first."""
    site = page.site
    work = {row["agency"]: row for row in site.answer("agency-workload")}
    kinds = {row["node"]: row["type"] for row in site.rows("agency-kinds")}
    found = [(iri, page.name(iri), work.get(iri, {})) for iri in site.of_kind("agency").values()]
    found.sort(key=lambda row: (-int(row[2].get("lead") or 0), -int(row[2].get("total") or 0), row[1]))
    rows = []
    for iri, name, its in found:
        kind = page.name(kinds[iri]) if iri in kinds else ""
        keys = (name, *(its.get(column, "") for column in ("lead", "total", "documents")))
        rows.append(Row((iri, name, its), f"{name} {site.name(iri)}", {"kind": (kind,)}, keys))
    return Listing(rows, ("kind",))
