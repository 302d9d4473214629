"""A network as a picture that a report can print: SVG with the characters as outlines, or PNG.

The same network gives the same bytes with one version of matplotlib.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from zhengtu.graph.errors import GraphError
from zhengtu.graph.layout import Spot, place, strongest
from zhengtu.messages import language, say

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

# Okabe & Ito (2008): eight colours that the colour-blind can tell apart, dark enough for print.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7F7F7F", "#000000")
INCHES, DPI = 9.0, 200
CROWDED = 40  # nodes above which labels are set smaller
FEW = 12  # nodes up to which labels stand level
EVEN = 3  # weight that counts as heavy where all edges are light
CUT = 24  # characters of a label
STATE = "中华人民共和国"  # in the full names of ministries; a picture needs their own part


def draw(network: nx.Graph, form: str, top: int) -> bytes:
    """The ``top`` strongest nodes of the network as ``svg`` or ``png``.

    Size tells a node's strength, width an edge's weight, colour the community.  Raises ``GraphError`` where matplotlib or a
    Chinese font is missing, or there is nothing to draw.
    """
    if not network:
        raise GraphError(say("graph.empty", name=network.graph["name"]))
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ImportError:
        raise GraphError(say("graph.no_matplotlib")) from None
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    from zhengtu.graph.font import chinese

    shown = strongest(network, top)
    with mpl.rc_context({"svg.hashsalt": "zhengtu", "svg.fonttype": "path"}):
        rows = max(sum(shown.nodes[n]["kind"] == kind for n in shown) for kind in ("upper", "lower"))
        tall = max(4.0, 0.24 * rows + 1) if shown.is_directed() else INCHES
        figure = Figure(figsize=(INCHES, tall))
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 0.94))
        _draw(axes, shown, place(shown), chinese())
        _head(figure, axes, _title(network, len(shown)), chinese())
        picture = io.BytesIO()
        metadata: Any = {"Date": None} if form == "svg" else {"Software": None}
        figure.savefig(picture, format=form, dpi=DPI, metadata=metadata, bbox_inches="tight", pad_inches=0.2)
    return picture.getvalue()


def _draw(axes: Axes, network: nx.Graph, spots: dict[str, Spot], font: FontProperties) -> None:
    axes.set_axis_off()
    axes.set_aspect("equal" if not network.is_directed() else "auto")
    heaviest = max(EVEN, *(data["weight"] for _, _, data in network.edges(data=True)), 0)
    for source, target, data in sorted(network.edges(data=True), key=lambda edge: edge[2]["weight"]):
        one, two, share = spots[source], spots[target], data["weight"] / heaviest
        colour = _colour(network, source) if _same(network, source, target) else "#999999"
        axes.plot(
            [one.x, two.x], [one.y, two.y], color=colour, linewidth=0.4 + 4 * share, alpha=0.2 + 0.6 * share, zorder=1,
            solid_capstyle="round", linestyle=(0, (4, 2)) if data["bridge"] and not network.is_directed() else "-",
        )  # fmt: skip
    strongest_one = max((data["strength"] for _, data in network.nodes(data=True)), default=1) or 1
    size = 8 if len(network) > CROWDED else 10
    for node, spot in spots.items():
        area = 20 + 180 * network.nodes[node]["strength"] / strongest_one
        axes.scatter(spot.x, spot.y, s=area, color=_colour(network, node), edgecolors="white", linewidths=0.8, zorder=2)
        away = 1.05 if not network.is_directed() else 1.04
        axes.text(
            spot.x * away, spot.y * (away if not network.is_directed() else 1), _label(network, node), fontproperties=font,
            fontsize=size, rotation=spot.rotation if len(network) > FEW else 0, rotation_mode="anchor", va="center",
            ha="left" if spot.side == "right" else "right", zorder=3, parse_math=False,
        )  # fmt: skip


def _head(figure: Figure, axes: Axes, title: str, font: FontProperties) -> None:
    """Write the title above all labels."""
    box = axes.get_tightbbox()
    top = figure.transFigure.inverted().transform((0, box.y1))[1] if box else 1.0
    figure.text(0.5, top + 0.02, title, fontproperties=font, fontsize=13, ha="center", va="bottom")


def _title(network: nx.Graph, shown: int) -> str:
    title: str = network.graph["title_en" if language() == "en" else "title"]
    return title + (say("graph.part", shown=shown, count=len(network)) if shown < len(network) else "")


def _label(network: nx.Graph, node: str) -> str:
    full: str = network.nodes[node]["label"]
    label = full.removeprefix(STATE) or full
    return label if len(label) <= CUT else label[: CUT - 1] + "…"


def _colour(network: nx.Graph, node: str) -> str:
    return COLOURS[min(network.nodes[node]["community"], len(COLOURS)) - 1]


def _same(network: nx.Graph, source: str, target: str) -> bool:
    return bool(network.nodes[source]["community"] == network.nodes[target]["community"])
