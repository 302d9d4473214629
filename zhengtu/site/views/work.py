"""Works and agreements: what they say, who issued or signed them, what is said of them; the lists of both."""

from __future__ import annotations

from collections.abc import Iterable

from zhengtu.query.header import Text
from zhengtu.site.page import Page
from zhengtu.site.site import Site
from zhengtu.site.things import Rule, content, stated
from zhengtu.site.view import Entry

INDEX = "works.html"
ENTRY = Entry(INDEX, Text("政策与协议", "Plans and agreements"), 60)
RULES: tuple[Rule, ...] = (
    (Text("承诺", "Commitments"), lambda one: one.name == "Commitment"),
    (Text("签署与会议", "Signing and meetings"), lambda one: one.name == "Event"),
    (Text("章节与任务", "Sections and tasks"), lambda one: one.kind == "part"),
    (Text("与其他文件的关系", "Other works"), lambda one: one.kind in ("work", "cite")),
    (Text("报道的说法", "What is reported of it"), lambda one: one.kind == "claim"),
)
KINDS = ("work", "agreement")


def paths(site: Site) -> Iterable[str]:
    """The list, and a page for each work."""
    return (INDEX, *site.of_kind(*KINDS))


def render(site: Site, page: Page) -> str:
    """The list or one work."""
    if page.path != INDEX:
        return page.html(
            "thing", **content(page, site.of_kind(*KINDS)[page.path], RULES, aside=("issuerText", "addresseeText"))
        )
    rows = [(iri, page.name(iri), site.pages[iri], stated(site, iri)) for iri in site.of_kind(*KINDS).values()]
    rows.sort(key=lambda row: (row[2] != "agreement", row[1]))
    return page.html("works", rows=rows, agreements=site.answer("agreements"))
