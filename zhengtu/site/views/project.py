"""Projects: category, place, status and task of each, and the list of them."""

from __future__ import annotations

from collections.abc import Iterable

from zhengtu.query.header import Text
from zhengtu.site.page import Page
from zhengtu.site.site import Site
from zhengtu.site.things import Rule, content
from zhengtu.site.view import Entry

INDEX = "projects.html"
ENTRY = Entry(INDEX, Text("项目", "Projects"), 50)
RULES: tuple[Rule, ...] = ()


def paths(site: Site) -> Iterable[str]:
    """The list, and a page for each project."""
    return (INDEX, *site.of_kind("project"))


def render(site: Site, page: Page) -> str:
    """The list or one project."""
    if page.path != INDEX:
        iri = site.of_kind("project")[page.path]
        return page.html("thing", **content(page, iri, RULES))
    known = {(row["document"], row["begin"], row["end"], row["title"]): row["node"] for row in site.rows("projects")}
    rows = [(known.get((r["document"], r["begin"], r["end"], r["project"]), ""), r) for r in site.answer("projects")]
    return page.html("projects", rows=rows)
