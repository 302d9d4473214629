"""Centralities, communities and bridges of a network, written on its nodes and edges.

Freeman (1977) for betweenness and closeness; Blondel et al. (2008) for communities.  Ends that share more are nearer: the
length of an edge is one over its weight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

SEED = 1  # of the Louvain method, so that every run finds the same communities
DIGITS = 6
NODE_MEASURES = ("degree", "strength", "betweenness", "closeness", "community", "articulation")


def measure(network: nx.Graph) -> None:
    """Write the measures on the network, which is taken as undirected.

    Nodes: ``degree`` (neighbours), ``strength`` (things shared with all of them), ``betweenness`` (0…1), ``closeness`` (≥ 0,
    above 1 where neighbours share much), ``community`` (1 is the largest), ``articulation`` (whether the network falls apart
    without it).  Edges: ``length`` and ``bridge`` (whether it alone holds two parts together).
    """
    import networkx as nx

    for _, _, data in network.edges(data=True):
        data["length"] = round(1 / data["weight"], DIGITS)
    plain = network.to_undirected() if network.is_directed() else network
    between = nx.betweenness_centrality(plain, weight="length")
    close = nx.closeness_centrality(plain, distance="length")
    cuts = set(nx.articulation_points(plain))
    community = _communities(plain)
    for node, data in network.nodes(data=True):
        data["degree"] = plain.degree(node)
        data["strength"] = plain.degree(node, weight="weight")
        data["betweenness"] = round(between[node], DIGITS)
        data["closeness"] = round(close[node], DIGITS)
        data["community"] = community[node]
        data["articulation"] = node in cuts
    bridges = {frozenset(edge) for edge in nx.bridges(plain)}
    for source, target, data in network.edges(data=True):
        data["bridge"] = frozenset((source, target)) in bridges


def _communities(plain: nx.Graph) -> dict[str, int]:
    """The number of each node's community, the largest first, of equal ones the strongest."""
    import networkx as nx

    if not plain:
        return {}
    found = nx.community.louvain_communities(plain, weight="weight", seed=SEED)
    strength = dict(plain.degree(weight="weight"))
    ordered = sorted(
        (sorted(group) for group in found), key=lambda group: (-len(group), -sum(strength[n] for n in group), group)
    )
    return {node: number for number, group in enumerate(ordered, 1) for node in group}
