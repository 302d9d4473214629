"""Projects: category, place, status and task of each, and the list of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from zhengtu.query.header import Text
from zhengtu.site import listing
from zhengtu.site.entry import Entry
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.listing import Listing
from zhengtu.site.page import Page
from zhengtu.site.paging import Row
from zhengtu.site.things import Rule, content

INDEX = "projects.html"
ENTRY = Entry(INDEX, Text("项目", "Projects"), 50)
NODES = ("project",)
RULES: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """A project: IRI, words, document (stem) and offsets there, category in words, status as printed, names of places."""

    iri: str
    title: str
    document: str
    begin: int
    end: int
    category: str
    status: str
    places: tuple[str, ...]


def paths(site: Knowledge) -> Iterable[str]:
    """The pages of the list."""
    return listing.paths(site, INDEX, lambda: len(site.of_kind("project")))


def render(site: Knowledge, page: Page) -> str:
    """The list or one project."""
    if listing.is_of(INDEX, page.path):
        return listing.render(page, INDEX, "projects", _list)
    return page.html("thing", **content(page, site.iri_at(page.path), RULES))


def _list(page: Page) -> Listing[Project]:
    """The projects in the order of the texts."""
    rows = []
    for one in _projects(page):
        title = page.title(one.document)
        values = {"document": (title,), "category": (one.category,), "place": one.places, "status": (one.status,)}
        words = " ".join((one.title, one.category, *one.places, one.status, title))
        rows.append(Row(one, words, values, (one.title, one.category, "", one.status, "")))
    return Listing(rows, ("document", "category", "place", "status"))


def _projects(page: Page) -> list[Project]:
    known: dict[str, dict[str, list[str]]] = {name: defaultdict(list) for name in ("category", "status", "place")}
    for name, its in known.items():
        for row in page.site.rows(f"projects-{name}"):
            its[row["node"]].append(page.name(row["value"]) if name != "status" else row["value"])
    found = []
    for row in page.site.rows("projects"):
        document, _, offsets = row["span"].partition("/span/")
        begin, _, end = offsets.partition("-")
        category, status, places = (tuple(its.get(row["node"], ())) for its in known.values())
        stem, first = page.site.stem_of(document), next(iter(category), "")
        found.append(Project(row["node"], row["title"], stem, int(begin), int(end), first, next(iter(status), ""), places))
    return sorted(found, key=lambda one: (one.document, one.begin, one.end, one.iri))
