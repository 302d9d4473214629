"""Search over everything, in the browser; and the same names from A to Z, which needs no script."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from zhengtu.query.header import Text
from zhengtu.site.find import KINDS, Everything
from zhengtu.site.page import Page
from zhengtu.site.site import Site
from zhengtu.site.view import Entry

PATH = "search.html"
LIST = "a-z.html"
NAMES, SENTENCES = "data/search.js", "data/sentences.js"
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


def paths(site: Site) -> Iterable[str]:
    """The search, the list, and the scripts that hold what is searched."""
    return (PATH, LIST, NAMES, SENTENCES)


def render(site: Site, page: Page) -> str:
    """One of them."""
    everything = site.kept(Everything)
    if page.path == NAMES:
        return everything.names_script()
    if page.path == SENTENCES:
        return everything.sentences_script()
    kinds = {kind: KIND_NAMES[kind].get(page.lang) for kind in KINDS}
    if page.path == LIST:
        named = sorted((one for one in everything.things if one.kind not in ("task", "project")), key=lambda one: one.letter)
        letters = {letter: list(group) for letter, group in groupby(named, key=lambda one: one.letter)}
        return page.html("a-z", letters=letters, kinds=kinds)
    counts = {kind: sum(one.kind == kind for one in everything.things) for kind in KINDS}
    return page.html("search", kinds=kinds, counts=counts, sentences=len(everything.sentences), left_out=everything.left_out)
