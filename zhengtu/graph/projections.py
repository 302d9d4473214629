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


def _shared(zh: str, en: str, query: str, end: str, label: str, weight: str, kind: str) -> Projection:
    """Pairs of things of one kind: the columns of either are ``end`` and ``label`` with ``_a`` and ``_b``."""
    ends, labels = ((f"{name}_a", f"{name}_b") for name in (end, label))
    return Projection(Text(zh, en), query, ends[:1], ends[1:], labels, weight, kinds=(kind, kind))


def _down(zh: str, en: str, query: str, ends: tuple[str, ...], labels: tuple[str, str], weight: str = "") -> Projection:
    """From upper to lower: each end is the columns ``upper_…`` and ``lower_…``."""
    source, target = (tuple(f"{side}_{name}" for name in ends) for side in ("upper", "lower"))
    return Projection(Text(zh, en), query, source, target, labels, weight, directed=True, kinds=("upper", "lower"))


_LABELS, _TITLES = ("upper_label", "lower_label"), ("upper_title", "lower_title")
_AGENCIES = ("共同承担任务的单位", "Agencies that share tasks", "joint-agencies")
_PLACES = ("共有项目或协议的地方", "Places that share projects or agreements", "joint-places")
_DOCUMENTS = ("内容相关的文件", "Documents that share content", "related-documents")
_CASCADE = ("上级单位的任务由哪些下级单位承接", "Which lower agencies take on the tasks of upper ones", "agency-cascade")
_TASKS = ("上级任务如何分解为下级任务", "How upper tasks are handed down", "decomposition")
PROJECTIONS: dict[str, Projection] = {
    "agencies": _shared(*_AGENCIES, "agency", "label", "tasks", "agency"),
    "places": _shared(*_PLACES, "place", "label", "shared", "place"),
    "documents": _shared(*_DOCUMENTS, "document", "title", "shared", "document"),
    "cascade": _down(*_CASCADE, ("agency",), _LABELS, "tasks"),
    "tasks": _down(*_TASKS, ("document", "task"), _TITLES),
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
