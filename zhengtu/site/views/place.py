"""Places: projects, industries, groupings, agreements and where each is named, and the list of them."""

from __future__ import annotations

from collections.abc import Iterable

from zhengtu.query.header import Text
from zhengtu.site import listing
from zhengtu.site.listing import Listing, Row
from zhengtu.site.page import Page
from zhengtu.site.site import Site
from zhengtu.site.things import Rule, content
from zhengtu.site.view import Entry

INDEX = "places.html"
ENTRY = Entry(INDEX, Text("地方", "Places"), 40)
RULES: tuple[Rule, ...] = (
    (Text("项目", "Projects"), lambda one: one.kind == "project"),
    (Text("产业定位", "Industries"), lambda one: one.name == "IndustryRole"),
    (Text("签署的协议", "Agreements it is party to"), lambda one: one.name == "Agreement"),
    (Text("承担的任务", "Tasks it has a share in"), lambda one: one.kind == "duty"),
    (Text("群组与成员", "Groups and members"), lambda one: one.name == "Grouping"),
    (Text("各文件提到之处", "Where documents name it"), lambda one: one.name == "PlaceMention"),
)


def paths(site: Site) -> Iterable[str]:
    """The list, and a page for each place that a document names."""
    places = site.of_kind("place")
    return (*listing.paths(site, INDEX, lambda: len(places)), *places)


def render(site: Site, page: Page) -> str:
    """The list or one place."""
    if listing.is_of(INDEX, page.path):
        return listing.render(page, INDEX, "places", _list)
    return page.html("thing", **content(page, site.of_kind("place")[page.path], RULES))


def _list(page: Page) -> Listing[tuple[str, str, str, dict[str, int]]]:
    """The places, the most often named first."""
    site = page.site
    places: dict[str, dict[str, int]] = {iri: {} for iri in site.of_kind("place").values()}
    kinds: dict[str, str] = {}
    for row in site.answer("places"):
        if row["iri"] in places:
            mentions = places[row["iri"]]
            mentions[row["document"]] = mentions.get(row["document"], 0) + int(row["mentions"] or 0)
            kinds[row["iri"]] = row["type"]
    found = [(iri, page.name(iri), page.term(kinds.get(iri, "")), mentions) for iri, mentions in places.items()]
    found.sort(key=lambda row: (-sum(row[3].values()), row[1]))
    rows = []
    for iri, name, kind, mentions in found:
        keys = (name, kind, str(sum(mentions.values())), str(len(mentions)))
        rows.append(Row((iri, name, kind, mentions), f"{name} {site.name(iri)} {kind}", {"type": (kind,)}, keys))
    return Listing(rows, ("type",))
