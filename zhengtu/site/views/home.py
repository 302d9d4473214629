"""The first page: what is here, and the ways to an answer."""

from __future__ import annotations

from collections.abc import Iterable

from zhengtu.query.header import Text
from zhengtu.site.page import Page
from zhengtu.site.site import Site
from zhengtu.site.view import Entry

ENTRY = Entry("index.html", Text("首页", "Start"), 0)


def paths(site: Site) -> Iterable[str]:
    """One page."""
    return ("index.html",)


def render(site: Site, page: Page) -> str:
    """Documents and counts."""
    return page.html("home", documents=site.answer("documents"))
