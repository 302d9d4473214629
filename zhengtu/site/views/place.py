"""Places: projects, industries, groupings, agreements and where each is named, and the list of them."""

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

INDEX = "places.html"
ENTRY = Entry(INDEX, Text("地方", "Places"), 40)
NODES = ("place",)
RULES: tuple[Rule, ...] = (
    (Text("项目", "Projects"), lambda one: one.kind == "project"),
    (Text("产业定位", "Industries"), lambda one: one.name == "IndustryRole"),
    (Text("签署的协议", "Agreements it is party to"), lambda one: one.name == "Agreement"),
    (Text("承担的任务", "Tasks it has a share in"), lambda one: one.kind == "duty"),
    (Text("群组与成员", "Groups and members"), lambda one: one.name == "Grouping"),
    (Text("各文件提到之处", "Where documents name it"), lambda one: one.name == "PlaceMention"),
)


def paths(site: Knowledge) -> Iterable[str]:
    """The pages of the list."""
    return listing.paths(site, INDEX, lambda: len(site.of_kind("place")))


def render(site: Knowledge, page: Page) -> str:
    """The list or one place."""
    if listing.is_of(INDEX, page.path):
        return listing.render(page, INDEX, "places", _list)
    return page.html("thing", **content(page, site.iri_at(page.path), RULES))


def _list(page: Page) -> Listing[tuple[str, str, str, int, int]]:
    """The places, the most often named first."""
    site = page.site
    told = {row["place"]: (int(row["mentions"]), int(row["documents"])) for row in site.rows("places-mentioned")}
    kinds = {row["place"]: row["type"] for row in site.rows("places-kinds")}
    site.meet(site.of_kind("place").values())
    places = [(iri, page.name(iri), *told.get(iri, (0, 0))) for iri in site.of_kind("place").values()]
    rows = []
    for iri, name, mentions, documents in sorted(places, key=lambda row: (-row[2], row[1])):
        kind = page.name(kinds[iri]) if mentions and iri in kinds else ""
        content = (iri, name, kind, mentions, documents)
        keys = (name, kind, str(mentions), str(documents))
        rows.append(Row(content, f"{name} {site.name(iri)} {kind}", {"type": (kind,)}, keys))
    return Listing(rows, ("type",))
