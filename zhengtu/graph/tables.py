"""A network as tables: one row a node, one row an edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal

from zhengtu.graph.measures import NODE_MEASURES
from zhengtu.query import Table

if TYPE_CHECKING:
    import networkx as nx


def nodes(network: nx.Graph) -> Table:
    """Label, kind and measures of each node, the strongest first."""
    rows = sorted(network.nodes(data=True), key=lambda item: (-item[1]["strength"], item[1]["label"], item[0]))
    columns = ("label", "kind", *NODE_MEASURES)
    return Table((*columns, "id"), tuple((*(_cell(data[c]) for c in columns), Literal(node)) for node, data in rows))


def edges(network: nx.Graph) -> Table:
    """The ends (by label), weight and bridge of each edge, the heaviest first."""
    label = {node: data["label"] for node, data in network.nodes(data=True)}
    rows = sorted(network.edges(data=True), key=lambda e: (-e[2]["weight"], label[e[0]], label[e[1]], e[0], e[1]))
    columns = ("source", "target", "weight", "bridge", "source_id", "target_id")
    cells = ((label[s], label[t], data["weight"], data["bridge"], s, t) for s, t, data in rows)
    return Table(columns, tuple(tuple(map(_cell, row)) for row in cells))


def _cell(value: str | float | bool) -> Literal:
    return Literal(value)
