"""Where the nodes of a picture stand: on a circle, community by community; upper and lower in two columns.

A force layout of a dense network is a hairball; on a circle every label can be read, and the chords within and across
communities tell the groups.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import networkx as nx

GAP = 0.6  # of a node's share of the circle, left free between communities


class Spot(NamedTuple):
    """A node's position, and how its label stands: rotation in degrees, ``left`` or ``right`` of the node."""

    x: float
    y: float
    rotation: float
    side: str


def strongest(network: nx.Graph, top: int) -> nx.Graph:
    """The part of the network between its ``top`` strongest nodes.

    Where uppers stand beside lowers, one whose partners are all too weak to be shown says nothing, and is left out.
    """
    order = sorted(network, key=lambda node: (-network.nodes[node]["strength"], network.nodes[node]["label"], node))
    part = network.subgraph(order[:top])
    tied = [node for node in part if part.degree(node)]
    return part.subgraph(tied) if network.is_directed() and tied else part


def place(network: nx.Graph) -> dict[str, Spot]:
    """The spot of each node; positions lie within the unit square around 0."""
    return _columns(network) if network.is_directed() else _circle(network)


def _circle(network: nx.Graph) -> dict[str, Spot]:
    data = network.nodes
    order = sorted(network, key=lambda n: (data[n]["community"], -data[n]["strength"], data[n]["label"], n))
    steps, at, before = [], 0.0, None
    for node in order:
        at += GAP if before not in (None, data[node]["community"]) else 0.0
        steps.append(at)
        at, before = at + 1, data[node]["community"]
    whole = at + GAP
    return {node: _on_circle(2 * pi * step / whole) for node, step in zip(order, steps, strict=True)}


def _on_circle(angle: float) -> Spot:
    x, y, degrees = cos(angle), sin(angle), angle * 180 / pi
    return Spot(x, y, degrees, "right") if x >= 0 else Spot(x, y, degrees - 180, "left")


def _columns(network: nx.Graph) -> dict[str, Spot]:
    """Upper nodes left, the strongest on top; lower nodes right, near the upper ones they belong to."""
    data = network.nodes
    upper = [n for n in network if data[n]["kind"] == "upper"]
    upper.sort(key=lambda n: (-data[n]["strength"], data[n]["community"], n))
    height = {node: _height(i, len(upper)) for i, node in enumerate(upper)}
    lower = sorted((n for n in network if data[n]["kind"] != "upper"), key=lambda n: (_middle(network, n, height), n))
    spots = {node: Spot(-0.5, y, 0.0, "left") for node, y in height.items()}
    return spots | {node: Spot(0.5, _height(i, len(lower)), 0.0, "right") for i, node in enumerate(lower)}


def _height(i: int, count: int) -> float:
    return 1 - 2 * (i + 0.5) / count


def _middle(network: nx.Graph, node: str, height: dict[str, float]) -> float:
    """Minus the mean height of the upper nodes that ``node`` is tied to, weighted."""
    ties = [(height[u], network.edges[u, node]["weight"]) for u in network.predecessors(node) if u in height]
    total = sum(weight for _, weight in ties)
    return -sum(y * weight for y, weight in ties) / total if total else 0.0
