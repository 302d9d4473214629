"""Search over everything, in the browser or on a server; and the same names from A to Z, which needs no script."""

from __future__ import annotations

from collections.abc import Iterable

from anyascii import anyascii

from zhengtu.query.header import Text
from zhengtu.site import listing, paging
from zhengtu.site.entry import Entry
from zhengtu.site.find import KINDS, Everything, Thing
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.listing import Listing
from zhengtu.site.page import Page
from zhengtu.site.paging import Row
from zhengtu.site.seek import FIRST, MANY, marked, seek
from zhengtu.site.sought import MOST, Sought

PATH = "search.html"
LIST = "a-z.html"
LISTED = ("agency", "place", "agreement", "work", "document")
DATA = "data/search/"
ENTRY = Entry(PATH, Text("搜索", "Search"), 5)

KIND_NAMES = {
    "agency": Text("单位", "Agencies"),
    "place": Text("地方", "Places"),
    "task": Text("任务", "Tasks"),
    "project": Text("项目", "Projects"),
    "agreement": Text("协议", "Agreements"),
    "work": Text("政策文件", "Works"),
    "document": Text("来源文件", "Documents"),
}


def paths(site: Knowledge) -> Iterable[str]:
    """The search, the list, and the scripts that hold what is searched."""
    own = () if site.endpoint else _scripts(site.kept(Everything))  # a server searches itself
    count = 0 if site.endpoint else sum(site.counts().get(kind, 0) for kind in LISTED)
    return (PATH, *listing.paths(site, LIST, lambda: count), *own)


def render(site: Knowledge, page: Page) -> str:
    """One of them."""
    if page.path.startswith(DATA):
        everything = site.kept(Everything)
        of, _, part = page.path.removeprefix(DATA).removesuffix(".js").partition("-")
        return (everything.names_script if of == "names" else everything.sentences_script)(int(part))
    kinds = {kind: KIND_NAMES[kind].get(page.lang) for kind in KINDS}
    if listing.is_of(LIST, page.path):
        return listing.render(page, LIST, "a-z", _named, kinds=kinds, letters=site.kept(_letters))
    asked = page.asked.get("q", "").strip()
    titles = {row["document"]: row["title"] or row["document"] for row in site.answer("documents")}
    shown = {"kinds": kinds, "counts": site.counts(), "documents": titles, "asked": asked, "marked": marked}
    if site.endpoint:
        sought = Sought(site)
        found = seek(sought, asked) if asked else None
        most = MANY if page.asked.get("all") else FIRST
        return page.html("search", **shown, found=found, most=most, bound=MOST, sentences=site.kept(_passages))
    everything = site.kept(Everything)
    return page.html(
        "search",
        **shown,
        found=None,
        sentences=len(everything.sentences),
        left_out=everything.left_out,
        unnamed=everything.unnamed,
        parts={"names": len(everything.name_parts), "sentences": len(everything.sentence_parts)},
    )


def _passages(site: Knowledge) -> int:
    return Sought(site).count()


def _scripts(everything: Everything) -> Iterable[str]:
    """The scripts that hold what is searched."""
    yield from (f"{DATA}names-{i}.js" for i in range(1, len(everything.name_parts) + 1))
    yield from (f"{DATA}sentences-{i}.js" for i in range(1, len(everything.sentence_parts) + 1))


def _named(page: Page) -> Listing[Thing]:
    """What has a name of its own, by its letter."""
    return Listing([Row(one, one.name, {"letter": (one.letter,)}) for one in page.site.kept(_by_letter)], ("letter",))


def _letters(site: Knowledge) -> dict[str, int]:
    """Each letter, and the page on which it begins."""
    found: dict[str, int] = {}
    for at, one in enumerate(site.kept(_by_letter)):
        found.setdefault(one.letter, at // paging.MOST + 1)
    return found


def _by_letter(site: Knowledge) -> list[Thing]:
    nodes = site.of_kind(*LISTED)
    site.meet(nodes.values())
    named = [Thing(site.kind_of(iri), path, site.name(iri)) for path, iri in nodes.items()]
    return sorted(named, key=lambda one: (one.letter == "#", one.letter, anyascii(one.name).lower(), one.path))
