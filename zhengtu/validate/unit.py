"""The small graphs that pySHACL is given, one for each graph of the store that holds statements to check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, serialize
from rdflib import BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from zhengtu import graphs, sparql
from zhengtu.store.answers import OxigraphAnswers
from zhengtu.store.protocol import QueryStore
from zhengtu.validate.desk import SHARED
from zhengtu.validate.indexed import Indexed

_CHECKED = ("registry", "alignment")
Kinds = dict[str, list[str]]
"""Classes by the IRI of a node."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One named graph with what shapes need of the others: classes of the nodes it links to, leads that were inferred.

    ``own`` are the nodes the named graph itself describes, ``added`` those it says something more of; only they are looked at.
    ``elsewhere`` are the classes of the nodes that neither it nor the shared graphs describe, as found: none for most.
    """

    graph: str
    stem: str
    data: Indexed
    own: frozenset[Node]
    added: frozenset[Node] = frozenset()
    elsewhere: Kinds = field(default_factory=dict)


def names(store: QueryStore) -> list[str]:
    """The graphs to check: registry, alignment and every document, in the order of their names."""
    found = store.graphs()
    base = graphs.base_of(found)
    checked = {graphs.named(base, name) for name in _CHECKED}
    return [name for name in found if graphs.stem_of(name) or name in checked]


def shared(store: QueryStore) -> list[str]:
    """The graphs that the checks read beside every other."""
    base = graphs.base_of(store.graphs())
    return [graphs.named(base, name) for name in SHARED]


class Units:
    """Makes the units of one store; what all of them need is asked for once."""

    def __init__(self, store: QueryStore, terms: Iterable[Node] = (), classed: Iterable[Node] = ()) -> None:
        """``terms`` are those of the shapes: a unit has the very same objects; the ends of ``classed`` need a class."""
        self._store, self._classed = store, tuple(classed)
        self._terms: dict[str, Node] = {f"<{term}>": term for term in terms if isinstance(term, URIRef)}
        self._above: list[tuple[Node, Node]] | None = None
        self._shared: Kinds | None = None
        self._found: Kinds = {}

    def unit(self, name: str, text: str, beside: str) -> Unit:
        """The unit of the graph ``name``: ``text`` of it, and ``beside`` what is inferred or said of others (N-Triples)."""
        data, known = Indexed(), dict(self._terms)
        data.read(text, known)
        own, added = set(data.subjects()), set[Node]()
        data.read(beside, known)
        described = {node for node, _ in data.subject_objects(RDF.type)}
        linked = {end for key in self._classed for ends in data.subject_objects(key) for end in ends}
        others = {str(node) for node in (own | linked) - described if isinstance(node, URIRef)}
        shared = self._in_shared()
        elsewhere = self.kinds(sorted(others - {*shared}))
        for iri in sorted(others):
            kinds = shared.get(iri) or elsewhere[iri]
            data.read("".join(f"<{iri}> <{RDF.type}> <{kind}> .\n" for kind in kinds), known)
            if kinds and URIRef(iri) in own:
                added.add(URIRef(iri))
        for sub, above in self._hierarchy():
            data.add((known.setdefault(f"<{sub}>", sub), RDFS.subClassOf, known.setdefault(f"<{above}>", above)))
        return Unit(name, graphs.stem_of(name), data, frozenset(own - added), frozenset(added), elsewhere)

    def kinds(self, iris: Iterable[str]) -> Kinds:
        """The classes of nodes, in whatever graph, in order."""
        wanted = list(iris)
        new = [NamedNode(iri) for iri in sorted({*wanted} - {*self._found})]
        self._found |= {node.value: [] for node in new}
        for node, kind in self._store.select(sparql.text(__file__, "kind.rq"), {"node": new}) if new else ():
            if isinstance(node, NamedNode) and isinstance(kind, NamedNode):
                self._found[node.value].append(kind.value)
        return {iri: sorted(self._found[iri]) for iri in wanted}

    def _hierarchy(self) -> list[tuple[Node, Node]]:
        """The hierarchy of classes: each with one above it."""
        if self._above is None:
            rows = self._store.select(sparql.text(__file__, "classes.rq"))
            self._above = sorted((term(sub), term(above)) for sub, above in rows)
        return self._above

    def _in_shared(self) -> Kinds:
        """The classes of the nodes that registry and ontology describe."""
        if self._shared is None:
            self._shared = {}
            for graph in map(NamedNode, shared(self._store)):
                for node, kind in self._store.select(sparql.text(__file__, "kinds.rq"), {"graph": graph}):
                    if isinstance(node, NamedNode) and isinstance(kind, NamedNode):
                        self._shared.setdefault(node.value, []).append(kind.value)
        return self._shared


def n_triples(store: QueryStore, name: str) -> bytes:
    """One named graph of any store as N-Triples."""
    if isinstance(store, OxigraphAnswers):
        return store.n_triples(name)
    return serialize(store.graph(name), format=RdfFormat.N_TRIPLES) or b""


def graph(store: QueryStore, name: str) -> Graph:
    """One named graph of any store, as rdflib has it."""
    data = Indexed()
    data.read(n_triples(store, name).decode(), {})
    return data


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
