"""The networks of ``zhengtu.graph``: drawn on a circle (or in two columns), and as tables."""

from __future__ import annotations

from collections.abc import Iterable

from zhengtu.graph import PROJECTIONS, graph
from zhengtu.query.header import Text
from zhengtu.site.page import Page
from zhengtu.site.picture import draw
from zhengtu.site.site import Site
from zhengtu.site.view import Entry

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


def paths(site: Site) -> Iterable[str]:
    """A page for each network."""
    return _SHOWN.values()


def render(site: Site, page: Page) -> str:
    """The picture of the strongest nodes; all nodes and the heaviest edges as tables."""
    name = next(name for name, path in _SHOWN.items() if path == page.path)
    network = site.kept_as((PATH, name), lambda: graph(site.store, name))
    data = network.nodes
    edges = sorted(network.edges(data="weight"), key=lambda e: (-e[2], data[e[0]]["label"], data[e[1]]["label"], e[0], e[1]))
    return page.html(
        "network",
        networks=[(path, PROJECTIONS[key].title.get(page.lang), key == name) for key, path in _SHOWN.items()],
        title=PROJECTIONS[name].title.get(page.lang),
        picture=draw(network, TOP),
        nodes=sorted(data.items(), key=lambda item: (-item[1]["strength"], item[1]["label"], item[0]))[:LISTED],
        total=len(data),
        edges=edges[:LISTED],
        count=len(edges),
        labels={node: data[node]["label"] for node in network},
        link=lambda node: page.to_iri(node) or (page.to(path) if (path := site.path_of_document(node)) else ""),
    )
