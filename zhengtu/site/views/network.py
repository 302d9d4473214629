"""The networks of ``zhengtu.graph``: drawn on a circle (or in two columns), and as tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from zhengtu.graph import PROJECTIONS, graph
from zhengtu.query.header import Text
from zhengtu.site.entry import Entry
from zhengtu.site.knowledge import Knowledge
from zhengtu.site.page import Page
from zhengtu.site.picture import draw
from zhengtu.site.views.task import INDEX as TASKS

if TYPE_CHECKING:
    import networkx as nx

PATH = "network.html"
ENTRY = Entry(PATH, Text("关系网", "Network"), 74)

_SHOWN = {
    "agencies": PATH,
    "places": "network-places.html",
    "documents": "network-documents.html",
    "cascade": "network-cascade.html",
}
TOP = 60
"""Nodes drawn; beyond that labels on a circle are no longer read."""
LISTED = 500
"""Nodes, and edges, listed in the tables of a page."""


def paths(site: Knowledge) -> Iterable[str]:
    """A page for each network."""
    return _SHOWN.values()


def render(site: Knowledge, page: Page) -> str:
    """The picture of the strongest nodes; all nodes and the heaviest edges as tables."""
    name = next(name for name, path in _SHOWN.items() if path == page.path)
    network = site.kept_as((PATH, name), lambda: graph(site.store, name))
    data = network.nodes
    names = _names(page, network)
    edges = sorted(network.edges(data="weight"), key=lambda e: (-e[2], data[e[0]]["label"], data[e[1]]["label"], e[0], e[1]))
    return page.html(
        "network",
        networks=[(path, PROJECTIONS[key].title.get(page.lang), key == name) for key, path in _SHOWN.items()],
        title=PROJECTIONS[name].title.get(page.lang),
        picture=draw(network, TOP, names),
        nodes=sorted(data.items(), key=lambda item: (-item[1]["strength"], item[1]["label"], item[0]))[:LISTED],
        total=len(data),
        edges=edges[:LISTED],
        count=len(edges),
        columns=network.is_directed(),
        names=names,
        link=lambda node: page.to_iri(node) or page.to_document(node),
        shared=lambda one, two: page.narrowed(TASKS, unit=names[one], words=names[two]) if name == "agencies" else "",
    )


def _names(page: Page, network: nx.Graph) -> dict[str, str]:
    """What each node is called in the language of the page."""
    page.site.meet(node for node in network if "://" in node)
    labels = dict(network.nodes(data="label"))
    return {node: page.name(node) if page.site.is_english(node) else label for node, label in labels.items()}
