"""Projects: category, place, status and task of each, and the list of them."""

from __future__ import annotations

from collections.abc import Iterable

from zhengtu.query.header import Text
from zhengtu.site import listing
from zhengtu.site.listing import Listing, Row
from zhengtu.site.page import Page
from zhengtu.site.site import Site
from zhengtu.site.things import Rule, content
from zhengtu.site.view import Entry

INDEX = "projects.html"
ENTRY = Entry(INDEX, Text("项目", "Projects"), 50)
RULES: tuple[Rule, ...] = ()


def paths(site: Site) -> Iterable[str]:
    """The list, and a page for each project."""
    return (*listing.paths(site, INDEX, lambda: len(site.answer("projects"))), *site.of_kind("project"))


def render(site: Site, page: Page) -> str:
    """The list or one project."""
    if listing.is_of(INDEX, page.path):
        return listing.render(page, INDEX, "projects", _list)
    return page.html("thing", **content(page, site.of_kind("project")[page.path], RULES))


def _list(page: Page) -> Listing[tuple[str, dict[str, str]]]:
    """The projects in the order of the texts."""
    site = page.site
    known = {(row["document"], row["begin"], row["end"], row["title"]): row["node"] for row in site.rows("projects")}
    rows = []
    for one in site.answer("projects"):
        title, places = page.title(one["document"]), tuple(filter(None, one["places"].split(";")))
        values = {"document": (title,), "category": (one["category"],), "place": places, "status": (one["status"],)}
        words = " ".join((one["project"], one["category"], *places, one["status"], title))
        iri = known.get((one["document"], one["begin"], one["end"], one["project"]), "")
        rows.append(Row((iri, one), words, values, (one["project"], one["category"], "", one["status"], "")))
    return Listing(rows, ("document", "category", "place", "status"))
