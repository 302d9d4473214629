"""A network as numbers that a template draws: positions from ``zhengtu.graph.layout``, sizes by what is shared.

The same network gives the same picture; nothing here is drawn by chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengtu.graph.layout import Spot, place, strongest

if TYPE_CHECKING:
    import networkx as nx

RADIUS = 400.0
"""Of the circle, in units of the picture."""
_LINE = 22.0
"""Height of a line of the two columns."""
_FEW = 12
"""Nodes up to which labels on the circle stand level (as in the pictures of ``zhengtu graph``)."""
_LABEL = 16
"""Characters of a label."""
_STATE = "中华人民共和国"  # in the full names of ministries; a picture needs their own part
MOST = 500
"""Edges drawn, the heaviest; beyond that a dense network is one blot."""
COLOURS = 8
"""Communities told apart by colour; the rest share the last one."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node ``key`` at ``x``/``y``, its radius ``r``; the label stands ``away`` from it, turned by ``turn`` degrees."""

    key: str
    id: str
    label: str
    full: str
    x: float
    y: float
    r: float
    turn: float
    away: float
    side: str
    group: int


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge as a path; ``group`` is 0 between communities; ``width`` by its weight."""

    source: str
    target: str
    path: str
    width: float
    weight: int
    group: int


@dataclass(frozen=True, slots=True)
class Picture:
    """What to draw: the view box, edges (the lightest first), nodes; ``left`` out are nodes, ``thinned`` edges."""

    box: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left: int
    thinned: int


def draw(network: nx.Graph, top: int) -> Picture:
    """The ``top`` strongest nodes of the network and what ties them."""
    shown = strongest(network, top)
    spots = place(shown)
    columns = shown.is_directed()
    longest = max(sum(shown.nodes[n]["kind"] == kind for n in shown) for kind in ("upper", "lower"))
    height = _LINE * max(1, longest)
    at = {node: _at(spot, height if columns else 0.0) for node, spot in spots.items()}
    keys = {node: f"n{i}" for i, node in enumerate(spots)}
    best = max((data["strength"] for _, data in shown.nodes(data=True)), default=1) or 1
    turned = len(shown) > _FEW and not columns
    nodes = tuple(_node((keys[n], n), shown.nodes[n], spots[n], at[n], best, turned=turned) for n in spots)
    heaviest = max((weight for *_, weight in shown.edges(data="weight")), default=1)
    ties = sorted(shown.edges(data="weight"), key=lambda edge: (edge[2], edge[0], edge[1]))
    edges = tuple(
        Edge(keys[a], keys[b], _path(at[a], at[b], columns), round(0.6 + 5 * w / heaviest, 2), w, _group(shown, a, b))
        for a, b, w in ties[-MOST:]
    )
    box = f"-560 {-height / 2 - 20:g} 1120 {height + 40:g}" if columns else _round_box(nodes)
    return Picture(box, nodes, edges, len(network) - len(shown), len(ties) - len(edges))


def _round_box(nodes: tuple[Node, ...]) -> str:
    """A square around the circle, with room for the longest label."""
    half = RADIUS + 40 + 15 * max((len(node.label) for node in nodes), default=0)
    return f"{-half:g} {-half:g} {2 * half:g} {2 * half:g}"


def _at(spot: Spot, height: float) -> tuple[float, float]:
    x, y = (spot.x * 2 * 220, -spot.y * height / 2) if height else (spot.x * RADIUS, -spot.y * RADIUS)
    return round(x, 1), round(y, 1)


def _node(
    names: tuple[str, str], data: dict[str, str | int], spot: Spot, at: tuple[float, float], best: int, *, turned: bool
) -> Node:
    full = str(data["label"])
    label = full.removeprefix(_STATE) or full
    short = label if len(label) <= _LABEL else label[: _LABEL - 1] + "…"
    radius = round(4 + 9 * (int(data["strength"]) / best) ** 0.5, 1)
    turn = round(-spot.rotation, 2) if turned else 0.0
    away = radius + 5 if spot.side == "right" else -radius - 5
    return Node(*names, short, full, *at, radius, turn, away, spot.side, min(int(data["community"]), COLOURS))


def _path(one: tuple[float, float], two: tuple[float, float], columns: bool) -> str:
    """A curve: bent towards the middle of the circle, or from column to column."""
    (x1, y1), (x2, y2) = one, two
    if columns:
        return f"M{x1:g} {y1:g}C0 {y1:g} 0 {y2:g} {x2:g} {y2:g}"
    return f"M{x1:g} {y1:g}Q{(x1 + x2) * 0.15:.1f} {(y1 + y2) * 0.15:.1f} {x2:g} {y2:g}"


def _group(network: nx.Graph, one: str, two: str) -> int:
    here, there = network.nodes[one]["community"], network.nodes[two]["community"]
    return min(int(here), COLOURS) if here == there else 0
