"""The network of units, tasks, places, projects and agreements as GraphML, for Gephi, yEd, Cytoscape and the like.

Written as it is read: what an edge needs to know of its ends is brought together by sorting, not by looking up.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, Quad

from zhengtu.export.graphml import Edge, document
from zhengtu.export.sorting import Sorted
from zhengtu.export.statements import is_inferred

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
_DIVIDED = "divided into"
_END, _DESCRIBED, _EDGE = range(3)  # what a record says of its node, in the order in which it is wanted
Facts = dict[str, list[str]]
"""Property → values."""


def graphml(quads: Iterable[Quad]) -> Iterator[bytes]:
    """A directed multigraph: who answers for which task (role, basis), what belongs to what, which task divides which.

    Nodes carry ``label`` and ``kind``, edges ``kind`` and, of responsibilities, ``role``, ``basis`` and ``lead``.
    ``quads`` are :func:`stated` and sorted by subject.
    """
    with Sorted(map(_written, _said(quads))) as said, Sorted() as ends, Sorted() as edges:
        for iri, records in _grouped(said):
            kind = ""
            for _, what, *rest in records:
                if what == _DESCRIBED:
                    kind = rest[1]
                    ends.add(_written([iri, _DESCRIBED, *rest]))
                elif not (kind == "Measure" and rest[1] == _DIVIDED):  # the network shows tasks, not their sentences
                    edges.add(_written([iri, *rest]))
                    for end in (iri, rest[0]):
                        ends.add(_written([end, _END]))
        yield from document(_nodes(ends), (Edge(*json.loads(line)) for line in edges))


def stated(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Without the classes that only the ontology implies: the network shows what the texts and the registry say."""
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and not (quad.predicate.value == _TYPE and is_inferred(quad)):
            yield quad


def write_graphml(graph: nx.Graph) -> Iterator[bytes]:
    """A networkx graph as GraphML, line by line; attributes keep their names as keys."""
    import networkx as nx

    for line in nx.generate_graphml(graph, named_key_ids=True):
        yield f"{line}\n".encode()


def _said(quads: Iterable[Quad]) -> Iterator[list[Any]]:
    """Of each node what it is called and is, and the edges that it, or a node that stands for the edge, has."""
    for subject, about in groupby(quads, key=attrgetter("subject")):
        facts: Facts = defaultdict(list)
        for quad in sorted(about, key=_chinese_first):
            if isinstance(quad.object, (NamedNode, Literal)):
                facts[quad.predicate.value].append(quad.object.value)
        iri = subject.value
        yield [iri, _DESCRIBED, _label(facts, iri), _kind(facts)]
        for edge in _edges(iri, facts):
            yield [edge.source, _EDGE, *edge[1:]]


def _nodes(ends: Sorted) -> Iterator[tuple[str, str, str]]:
    """The nodes at which an edge ends: IRI, label and kind."""
    for iri, records in _grouped(ends):
        if records[0][1] == _END:
            _, _, label, kind = next((r for r in records if r[1] == _DESCRIBED), (iri, _DESCRIBED, iri, ""))
            yield iri, label, kind


def _written(record: list[Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode()


def _grouped(found: Sorted) -> Iterator[tuple[str, list[list[Any]]]]:
    """Records of one node; they stand together, for they begin alike."""
    for iri, records in groupby(map(json.loads, found), key=itemgetter(0)):
        yield iri, list(records)


def _edges(iri: str, node: Facts) -> Iterator[Edge]:
    kinds = {t.removeprefix(_ZT) for t in node.get(_TYPE, ())}
    if "Responsibility" in kinds:
        unit, task = _one(node, "unit"), _one(node, "task")
        if unit and task:
            role, basis, lead = (_local(_one(node, name)) for name in ("role", "basis", "leadBasis"))
            yield Edge(unit, task, "responsibility", role, basis, lead)
    elif "Alignment" in kinds:
        upper, lower = node[f"{_SSSOM}subject_id"][0], node[f"{_SSSOM}object_id"][0]
        yield Edge(upper, lower, _DIVIDED, _local(_one(node, "relation")), "", "")
    elif kinds & _NODES:
        for name, kind in _LINKS.items():
            for target in node.get(_ZT + name, ()):
                yield Edge(iri, target, kind, "", "", "")


def _chinese_first(quad: Quad) -> bool:
    """Labels in other languages come after those in Chinese or of no language."""
    language = quad.object.language if isinstance(quad.object, Literal) else None
    return bool(language) and not str(language).startswith("zh")


def _one(node: Facts, name: str) -> str:
    values = node.get(_ZT + name)
    return values[0] if values else ""


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1]


def _label(node: Facts, iri: str) -> str:
    return next((node[name][0] for name in _LABELS if node.get(name)), iri)


def _kind(node: Facts) -> str:
    """The class that the texts or the registry give; a work known better than as a work has its own kind."""
    types = {t.removeprefix(_ZT) for t in node.get(_TYPE, ()) if t.startswith(_ZT)}
    return min(types - {"Work"} or types, default="")
