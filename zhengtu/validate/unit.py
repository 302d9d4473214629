"""The small graphs that pySHACL is given, one for each graph of the store that holds statements to check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rdflib import BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from zhengtu import graphs, sparql
from zhengtu.store.protocol import QueryStore

Classes = list[tuple[Node, Node]]
_CHECKED = ("registry", "alignment")


@dataclass(frozen=True, slots=True)
class Unit:
    """One named graph with what shapes need of the others: classes of the nodes it links to, leads that were inferred.

    ``own`` are the nodes the named graph itself describes; only they are looked at.
    """

    graph: str
    stem: str
    data: Graph
    own: frozenset[Node]


def units(store: QueryStore) -> Iterator[Unit]:
    """Registry, alignment and every document, in the order of their names."""
    names = store.graphs()
    base = graphs.base_of(names)
    hierarchy = _classes(store)
    checked = {graphs.named(base, name) for name in _CHECKED}
    for name in names:
        if graphs.stem_of(name) or name in checked:
            yield unit(store, name, base, hierarchy)


def unit(store: QueryStore, name: str, base: str, hierarchy: Classes) -> Unit:
    """The unit of the graph ``name``."""
    data = Graph()
    _add(data, store.graph(name))
    own = frozenset(data.subjects())
    graph, inferred = NamedNode(name), NamedNode(graphs.named(base, "inferred"))
    for node, kind in store.select(sparql.text(__file__, "context.rq"), {"graph": graph}):
        data.add((term(node), RDF.type, term(kind)))
    rows = store.select(sparql.text(__file__, "inferred.rq"), {"graph": graph, "inferred": inferred})
    for node, key, value in rows:
        data.add((term(node), term(key), term(value)))
    for sub, above in hierarchy:
        data.add((sub, RDFS.subClassOf, above))
    return Unit(name, graphs.stem_of(name), data, own)


def _classes(store: QueryStore) -> Classes:
    return [(term(sub), term(above)) for sub, above in store.select(sparql.text(__file__, "classes.rq"))]


def _add(data: Graph, triples: Iterable[Triple]) -> None:
    for triple in triples:
        data.add((term(triple.subject), term(triple.predicate), term(triple.object)))


def term(cell: object) -> Node:
    """The rdflib term for a pyoxigraph term.  Raises ``TypeError`` for anything else."""
    if isinstance(cell, NamedNode):
        return URIRef(cell.value)
    if isinstance(cell, BlankNode):
        return BNode(cell.value)
    if isinstance(cell, Literal):
        if cell.language:
            return RdfLiteral(cell.value, lang=cell.language)
        kind = cell.datatype.value
        return RdfLiteral(cell.value, datatype=None if kind.endswith("#string") else URIRef(kind))
    raise TypeError(f"not an RDF term: {cell!r}")
