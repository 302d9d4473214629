"""The network of units, tasks, places, projects and agreements as GraphML, for Gephi, yEd, Cytoscape and the like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

if TYPE_CHECKING:
    import networkx as nx

_ZT = "https://w3id.org/zhengtu/ns#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SSSOM = "https://w3id.org/sssom/"
_LABELS = (
    "http://www.w3.org/2004/02/skos/core#prefLabel",
    "http://purl.org/dc/terms/title",
    "http://www.w3.org/2000/01/rdf-schema#label",
)
_LINKS = {"partOf": "part of", "party": "party", "place": "place", "task": "task", "implements": "implements"}
_NODES = frozenset(("Project", "Agreement", "Plan", "DivisionPlan", "Task", "Section"))
Facts = dict[str, dict[str, list[str]]]
"""Subject → property → values."""


def graphml(quads: list[Quad], base: str) -> Iterator[bytes]:  # noqa: ARG001 (one signature for all formats)
    """A directed multigraph: who answers for which task (role, basis), what belongs to what, which task divides which.

    Nodes carry ``label`` and ``kind``, edges ``kind`` and, of responsibilities, ``role``, ``basis`` and ``lead``.
    """
    import networkx as nx

    facts = _facts(quads)
    graph = nx.MultiDiGraph()
    edges = sorted(set(_edges(facts)))
    for node in sorted({end for source, target, *_ in edges for end in (source, target)}):
        graph.add_node(node, label=_label(facts, node), kind=_kind(facts, node))
    for source, target, kind, role, basis, lead in edges:
        graph.add_edge(source, target, kind=kind, role=role, basis=basis, lead=lead)
    yield from write_graphml(graph)


def write_graphml(graph: nx.Graph) -> Iterator[bytes]:
    """A networkx graph as GraphML, line by line; attributes keep their names as keys."""
    import networkx as nx

    for line in nx.generate_graphml(graph, named_key_ids=True):
        yield f"{line}\n".encode()


def _facts(quads: list[Quad]) -> Facts:
    facts: Facts = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and not _is_implied_type(quad):
            facts[quad.subject.value][quad.predicate.value].append(quad.object.value if hasattr(quad.object, "value") else "")
    return facts


def _is_implied_type(quad: Quad) -> bool:
    """A class that only the ontology implies: the network shows what the texts and the registry say."""
    graph = quad.graph_name
    return quad.predicate.value == _TYPE and isinstance(graph, NamedNode) and graph.value.endswith("graph/inferred")


def _edges(facts: Facts) -> Iterator[tuple[str, str, str, str, str, str]]:
    for iri, node in facts.items():
        kinds = {t.removeprefix(_ZT) for t in node.get(_TYPE, ())}
        if "Responsibility" in kinds:
            unit, task = _one(node, "unit"), _one(node, "task")
            lead = _local(_one(node, "leadBasis"))
            yield unit, task, "responsibility", _local(_one(node, "role")), _local(_one(node, "basis")), lead
        elif "Alignment" in kinds:
            upper, lower = node[f"{_SSSOM}subject_id"][0], node[f"{_SSSOM}object_id"][0]
            if _ZT + "Measure" in facts.get(upper, {}).get(_TYPE, ()):  # the network shows tasks, not their sentences
                continue
            yield upper, lower, "divided into", _local(_one(node, "relation")), "", ""
        elif kinds & _NODES:
            for name, kind in _LINKS.items():
                for target in node.get(_ZT + name, ()):
                    yield iri, target, kind, "", "", ""


def _one(node: dict[str, list[str]], name: str) -> str:
    values = node.get(_ZT + name)
    return values[0] if values else ""


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1]


def _label(facts: Facts, iri: str) -> str:
    node = facts.get(iri, {})
    return next((node[name][0] for name in _LABELS if node.get(name)), iri)


def _kind(facts: Facts, iri: str) -> str:
    """The class that the texts or the registry give; a work known better than as a work has its own kind."""
    types = {t.removeprefix(_ZT) for t in facts.get(iri, {}).get(_TYPE, ()) if t.startswith(_ZT)}
    return min(types - {"Work"} or types, default="")
