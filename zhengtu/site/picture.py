"""A network as numbers that a template draws: positions from ``zhengtu.graph.layout``, sizes by what is shared.

The same network gives the same picture; nothing here is drawn by chance.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, pi, radians, sin
from typing import TYPE_CHECKING

from zhengtu.graph.layout import Spot, place, strongest
from zhengtu.site import english
from zhengtu.site.labels import SIZE, Area, shortened, wide, wrapped

if TYPE_CHECKING:
    import networkx as nx

_RADIUS = 200.0  # of the circle, in units of the picture: no less, and so large that labels have room side by side
_ROOM = 24.0  # on the circle, for each label
_LINE = 22.0  # height of a line of the two columns
_ASIDE = 160.0  # of the columns from the middle
_WIDTH = 1000.0  # of the picture, at least: few nodes are not blown up
_FEW = 12
"""Nodes up to which labels on the circle stand level (as in the pictures of ``zhengtu graph``)."""
_LABEL, _LONG = 20.0, 24.0
"""Width of a label (1 is a Chinese character) on the circle, and in columns."""
_LINES = 15.0  # width of a label of several lines
MOST = 500
"""Edges drawn, the heaviest; beyond that a dense network is one blot."""
COLOURS = 8
"""Communities told apart by colour; the rest share the last one."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node ``key`` at ``x``/``y``, its radius ``r``; its label stands ``away`` from it, turned by ``turn`` degrees."""

    key: str
    id: str
    lines: tuple[str, ...]
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


def draw(network: nx.Graph, top: int, names: Mapping[str, str] | None = None) -> Picture:
    """The ``top`` strongest nodes of the network and what ties them; ``names`` are used instead of the labels it has."""
    shown = strongest(network, top)
    spots = place(shown)
    columns = shown.is_directed()
    longest = max(sum(shown.nodes[n]["kind"] == kind for n in shown) for kind in ("upper", "lower"))
    size = (_ASIDE * 2, _LINE * max(1, longest) / 2) if columns else (max(_RADIUS, len(shown) * _ROOM / 2 / pi),) * 2
    at = {node: (round(spot.x * size[0], 1), round(-spot.y * size[1], 1)) for node, spot in spots.items()}
    keys = {node: f"n{i}" for i, node in enumerate(spots)}
    best = max((data["strength"] for _, data in shown.nodes(data=True)), default=1) or 1
    nodes = []
    for one, spot in spots.items():
        data = shown.nodes[one]
        full = (names or {}).get(one) or str(data["label"])
        lines, turn = _label(full, spot, columns, few=len(shown) <= _FEW)
        radius = round(4 + 9 * (int(data["strength"]) / best) ** 0.5, 1)
        away = radius + 5 if spot.side == "right" else -radius - 5
        group = 1 if columns else min(int(data["community"]), COLOURS)
        nodes.append(Node(keys[one], one, lines, full, *at[one], radius, turn, away, spot.side, group))
    heaviest = max((weight for *_, weight in shown.edges(data="weight")), default=1)
    ties = sorted(shown.edges(data="weight"), key=lambda edge: (edge[2], edge[0], edge[1]))
    edges = tuple(
        Edge(keys[a], keys[b], _path(at[a], at[b], columns), round(0.6 + 5 * w / heaviest, 2), w, _group(shown, a, b))
        for a, b, w in ties[-MOST:]
    )
    return Picture(_box(nodes), tuple(nodes), edges, len(network) - len(shown), len(ties) - len(edges))


def _label(full: str, spot: Spot, columns: bool, *, few: bool) -> tuple[tuple[str, ...], float]:
    """The lines of a label and by how much it is turned: a few stand level and take several lines."""
    name = full.removeprefix(english.STATE) or full
    if columns:
        return (shortened(name, _LONG),), 0.0
    if few:
        return wrapped(name, _LINES), 0.0
    return (shortened(name, _LABEL),), round(-spot.rotation, 2)


def _box(nodes: list[Node]) -> str:
    """The view box: all dots and labels, and a little around them."""
    areas = [area(node) for node in nodes] or [Area(0, 0, 0, 0)]
    left, top = min(one.left for one in areas) - 12, min(one.top for one in areas) - 12
    right, bottom = max(one.right for one in areas) + 12, max(one.bottom for one in areas) + 12
    more = max(0.0, _WIDTH - (right - left)) / 2
    return f"{left - more:.0f} {top:.0f} {right - left + 2 * more:.0f} {bottom - top:.0f}"


def area(node: Node) -> Area:
    """Where a node and its label are, in units of the picture."""
    end = node.away + (1 if node.side == "right" else -1) * SIZE * max(map(wide, node.lines))
    half = SIZE * 0.6 * len(node.lines)
    turn = radians(node.turn)
    corners = [
        (node.x + x * cos(turn) - y * sin(turn), node.y + x * sin(turn) + y * cos(turn))
        for x in (node.away, end)
        for y in (-half, half)
    ]
    xs = [*(x for x, _ in corners), node.x - node.r, node.x + node.r]
    ys = [*(y for _, y in corners), node.y - node.r, node.y + node.r]
    return Area(min(xs), min(ys), max(xs), max(ys))


def _path(one: tuple[float, float], two: tuple[float, float], columns: bool) -> str:
    """A curve: bent towards the middle of the circle, or from column to column."""
    (x1, y1), (x2, y2) = one, two
    if columns:
        return f"M{x1:g} {y1:g}C0 {y1:g} 0 {y2:g} {x2:g} {y2:g}"
    return f"M{x1:g} {y1:g}Q{(x1 + x2) * 0.15:.1f} {(y1 + y2) * 0.15:.1f} {x2:g} {y2:g}"


def _group(network: nx.Graph, one: str, two: str) -> int:
    if network.is_directed():
        return 1
    here, there = network.nodes[one]["community"], network.nodes[two]["community"]
    return min(int(here), COLOURS) if here == there else 0
