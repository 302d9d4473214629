"""The small graphs that pySHACL is given, one for each graph of the store that holds statements to check."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rdflib import BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from zhengtu import graphs, sparql
from zhengtu.store.protocol import QueryStore
from zhengtu.validate.desk import SHARED

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


@dataclass(frozen=True, slots=True)
class Raw:
    """What a unit is made of, before pySHACL's form: the graph's triples, the inferred ones, the classes of linked nodes."""

    graph: str
    triples: list[Triple]
    inferred: list[Triple]
    kinds: list[tuple[NamedNode, NamedNode]]

    def digest(self) -> str:
        """SHA-256 of the content, whatever the order."""
        lines = [f"{t.subject} {t.predicate} {t.object}" for t in (*self.triples, *self.inferred)]
        lines += [f"{node} a {kind}" for node, kind in self.kinds]
        return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def names(store: QueryStore) -> list[str]:
    """The graphs to check: registry, alignment and every document, in the order of their names."""
    found = store.graphs()
    base = graphs.base_of(found)
    checked = {graphs.named(base, name) for name in _CHECKED}
    return [name for name in found if graphs.stem_of(name) or name in checked]


class Units:
    """Makes the units of one store; what all of them need is asked for once."""

    def __init__(self, store: QueryStore) -> None:
        self._store = store
        self.base = graphs.base_of(store.graphs())
        rows = store.select(sparql.text(__file__, "classes.rq"))
        self._above = sorted((str(sub), str(above), sub, above) for sub, above in rows)
        self._inferred = NamedNode(graphs.named(self.base, "inferred"))
        self._shared = ""
        self._kinds: dict[NamedNode, list[NamedNode]] = {}
        for name in SHARED:
            graph = NamedNode(graphs.named(self.base, name))
            for node, kind in store.select(sparql.text(__file__, "kinds.rq"), {"graph": graph}):
                if isinstance(node, NamedNode) and isinstance(kind, NamedNode):
                    self._kinds.setdefault(node, []).append(kind)

    def raw(self, name: str) -> Raw:
        """The material of the unit of the graph ``name``."""
        triples = list(self._store.graph(name))
        bound = {"graph": NamedNode(name), "inferred": self._inferred}
        rows = self._store.select(sparql.text(__file__, "inferred.rq"), bound)
        inferred = [Triple(node, key, value) for node, key, value in rows]  # type: ignore[arg-type]
        told = {t.subject for t in triples if t.predicate.value == str(RDF.type)}
        linked = {t.object for t in triples if isinstance(t.object, NamedNode) and t.predicate.value != str(RDF.type)}
        kinds = [(node, kind) for node in linked - told for kind in self._of(node)]
        return Raw(name, triples, inferred, kinds)

    def unit(self, raw: Raw) -> Unit:
        """The unit made of it."""
        data = Graph()
        _add(data, raw.triples)
        elsewhere = {URIRef(node.value) for node, _ in raw.kinds}  # said more of here, but described in another graph
        own = frozenset(data.subjects()) - elsewhere
        _add(data, raw.inferred)
        for node, kind in raw.kinds:
            data.add((URIRef(node.value), RDF.type, URIRef(kind.value)))
        for _, _, sub, above in self._above:
            data.add((term(sub), RDFS.subClassOf, term(above)))
        return Unit(raw.graph, graphs.stem_of(raw.graph), data, own)

    def hierarchy(self) -> str:
        """The hierarchy of classes as one text."""
        return "\n".join(f"{sub} {above}" for sub, above, _, _ in self._above)

    def shared(self) -> str:
        """One hash of the graphs that audits read beside a document."""
        if not self._shared:
            total = hashlib.sha256()
            for name in SHARED:
                lines = [str(triple) for triple in self._store.graph(graphs.named(self.base, name))]
                total.update("\n".join(sorted(lines)).encode())
            self._shared = total.hexdigest()
        return self._shared

    def _of(self, node: NamedNode) -> list[NamedNode]:
        """The classes of a node, in whatever graph."""
        if node not in self._kinds:
            rows = self._store.select(sparql.text(__file__, "kind.rq"), {"node": node})
            self._kinds[node] = [row[0] for row in rows if isinstance(row[0], NamedNode)]
        return self._kinds[node]


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
