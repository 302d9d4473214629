"""A network in the format asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from zhengtu import query
from zhengtu.export.network import write_graphml
from zhengtu.graph import tables
from zhengtu.graph.errors import GraphError
from zhengtu.messages import say

if TYPE_CHECKING:
    import networkx as nx

TABLES = query.FORMATS
PICTURES = ("svg", "png")
FORMATS = (*TABLES, "graphml", "gexf", *PICTURES)


def render(
    network: nx.Graph, form: str = "table", *, of: Literal["nodes", "edges"] = "nodes", top: int = 60, width: int | None = None
) -> Iterator[bytes]:
    """The network in one of ``FORMATS``, piece by piece.

    Tables list the nodes or the edges; pictures show the ``top`` strongest nodes; ``width`` folds a ``table`` to so many
    columns.  Raises ``GraphError`` for an unknown format, and where a picture's library or font is missing.
    """
    if form in TABLES:
        table = tables.nodes(network) if of == "nodes" else tables.edges(network)
        yield query.render(table, form, width).encode("utf-8")
    elif form == "graphml":
        yield from write_graphml(network)
    elif form == "gexf":
        yield from _gexf(network)
    elif form in PICTURES:
        from zhengtu.graph.picture import draw

        yield draw(network, form, top)
    else:
        raise GraphError(say("graph.format", form=form, known=" ".join(FORMATS)))


def _gexf(network: nx.Graph) -> Iterator[bytes]:
    """GEXF 1.2 without the day it was written, so that the same graph gives the same bytes."""
    import networkx as nx
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(nx.Graph(network) if not network.is_directed() else network)
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    yield f"<?xml version='1.0' encoding='utf-8'?>\n{writer}\n".encode()
