"""The networks by name: each is a query of the library, read as weighted edges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengtu.graph.errors import UnknownGraph
from zhengtu.graph.measures import measure
from zhengtu.query import Text, run
from zhengtu.store.protocol import QueryStore

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Projection:
    """How the rows of ``query`` become edges.

    ``source`` and ``target`` are the columns that name the ends, ``labels`` those that show them, ``weight`` the column
    with the number of things shared, empty where each row counts one.  ``kinds`` says what sources and targets are.
    """

    title: Text
    query: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    labels: tuple[str, str]
    weight: str = ""
    directed: bool = False
    kinds: tuple[str, str] = ("", "")


PROJECTIONS: dict[str, Projection] = {
    "agencies": Projection(
        Text("共同承担任务的单位", "Agencies that share tasks"),
        *("joint-agencies", ("agency_a",), ("agency_b",), ("label_a", "label_b"), "tasks"),
        kinds=("agency", "agency"),
    ),
    "places": Projection(
        Text("共有项目或协议的地方", "Places that share projects or agreements"),
        *("joint-places", ("place_a",), ("place_b",), ("label_a", "label_b"), "shared"),
        kinds=("place", "place"),
    ),
    "documents": Projection(
        Text("内容相关的文件", "Documents that share content"),
        *("related-documents", ("document_a",), ("document_b",), ("title_a", "title_b"), "shared"),
        kinds=("document", "document"),
    ),
    "cascade": Projection(
        Text("上级单位的任务由哪些下级单位承接", "Which lower agencies take on the tasks of upper ones"),
        *("agency-cascade", ("upper_agency",), ("lower_agency",), ("upper_label", "lower_label"), "tasks", True),
        kinds=("upper", "lower"),
    ),
    "tasks": Projection(
        Text("上级任务如何分解为下级任务", "How upper tasks are handed down"),
        *("decomposition", ("upper_document", "upper_task"), ("lower_document", "lower_task"), ("upper_title", "lower_title")),
        directed=True,
        kinds=("upper", "lower"),
    ),
}


def graph(store: QueryStore, name: str) -> nx.Graph:
    """The network ``name``: a ``Graph``, or ``DiGraph`` from upper to lower.

    Nodes are IRIs (documents: stems) with ``label``, ``kind`` and the measures; edges have ``weight`` (things shared) and
    ``bridge``.  ``graph.graph`` holds ``name`` and ``title``.  The order of nodes and edges is the same on every run.
    Raises ``UnknownGraph``, ``StoreError``.
    """
    import networkx as nx

    if name not in PROJECTIONS:
        raise UnknownGraph(name, PROJECTIONS)
    projection = PROJECTIONS[name]
    network = nx.DiGraph() if projection.directed else nx.Graph()
    network.graph.update(name=name, title=projection.title.zh, title_en=projection.title.en)
    for row in sorted(run(store, projection.query), key=lambda row: tuple(row.values())):
        ends = [" ".join(row[c] for c in columns) for columns in (projection.source, projection.target)]
        for end, label, kind in zip(ends, projection.labels, projection.kinds, strict=True):
            network.add_node(end, label=row[label] or end, kind=kind)
        before = network.get_edge_data(*ends, default={"weight": 0})["weight"]
        network.add_edge(*ends, weight=before + (int(row[projection.weight]) if projection.weight else 1))
    measure(network)
    return network
