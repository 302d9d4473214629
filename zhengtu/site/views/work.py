"""Works and agreements: what they say, who issued or signed them, what is said of them; the lists of both."""

from __future__ import annotations

from collections.abc import Iterable

from zhengtu.query.header import Text
from zhengtu.site import listing
from zhengtu.site.entry import Entry
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.listing import Listing
from zhengtu.site.page import Page
from zhengtu.site.paging import Row
from zhengtu.site.things import Rule, content, stated, telling

INDEX = "works.html"
ENTRY = Entry(INDEX, Text("政策与协议", "Plans and agreements"), 60)
RULES: tuple[Rule, ...] = (
    (Text("承诺", "Commitments"), lambda one: one.name == "Commitment"),
    (Text("签署与会议", "Signing and meetings"), lambda one: one.name == "Event"),
    (Text("章节与任务", "Sections and tasks"), lambda one: one.kind == "part"),
    (Text("与其他文件的关系", "Other works"), lambda one: one.kind in ("work", "cite")),
    (Text("报道的说法", "What is reported of it"), lambda one: one.kind == "claim"),
)
NODES = ("work", "agreement")


def paths(site: Knowledge) -> Iterable[str]:
    """The pages of the list."""
    return listing.paths(site, INDEX, lambda: len(site.of_kind(*NODES)))


def render(site: Knowledge, page: Page) -> str:
    """The list or one work."""
    if listing.is_of(INDEX, page.path):
        return listing.render(page, INDEX, "works", _list, stated=stated)
    return page.html("thing", **content(page, site.iri_at(page.path), RULES, aside=("issuerText", "addresseeText")))


def _list(page: Page) -> Listing[tuple[str, str, list[str]]]:
    """The works, agreements first."""
    site = page.site
    types: dict[str, list[str]] = {}
    for row in site.rows("work-kinds"):
        types.setdefault(row["node"], []).append(row["type"])
    site.meet(site.of_kind(*NODES).values())
    found = [(site.kind_of(iri) != "agreement", page.name(iri), iri) for iri in site.of_kind(*NODES).values()]
    rows = []
    for _, name, iri in sorted(found):
        kinds = [page.name(kind) for kind in telling(types.get(iri, []))]
        rows.append(Row((iri, name, kinds), " ".join((name, *kinds)), {"kind": kinds}))
    return Listing(rows, ("kind",))
