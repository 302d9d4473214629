"""The small graphs that pySHACL is given, one for each graph of the store that holds statements to check."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize
from rdflib import BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from zhengtu import graphs, sparql
from zhengtu.store.answers import OxigraphAnswers
from zhengtu.store.protocol import QueryStore
from zhengtu.validate.desk import SHARED

_CHECKED = ("registry", "alignment")
_LINK = re.compile(rb"^<([^>]*)> <([^>]*)> <([^>]*)> \.$", re.MULTILINE)  # N-Triples of a statement whose object is an IRI
_TYPE = str(RDF.type).encode()


class _Data(Graph):
    """A graph without contexts; it is never empty to pySHACL, which asks so with every result, and counting takes long."""

    def __init__(self) -> None:
        super().__init__(store="SimpleMemory")

    def __bool__(self) -> bool:
        return True


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
    """What a unit is made of, before pySHACL's form: the graph as N-Triples, what was inferred, the classes of linked nodes."""

    graph: str
    text: bytes
    inferred: list[Triple]
    kinds: list[tuple[NamedNode, NamedNode]]

    def digest(self) -> str:
        """SHA-256 of the content; the order of the graph is its store's, which is the same for the same triples."""
        beside = [*map(str, self.inferred), *(f"{node} a {kind}" for node, kind in self.kinds)]
        return hashlib.sha256(self.text + "\n".join(sorted(beside)).encode()).hexdigest()


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
        self._beside: dict[str, bytes] = {}
        self._kinds: dict[NamedNode, list[NamedNode]] = {}
        for name in SHARED:
            graph = NamedNode(graphs.named(self.base, name))
            for node, kind in store.select(sparql.text(__file__, "kinds.rq"), {"graph": graph}):
                if isinstance(node, NamedNode) and isinstance(kind, NamedNode):
                    self._kinds.setdefault(node, []).append(kind)

    def raw(self, name: str) -> Raw:
        """The material of the unit of the graph ``name``."""
        text = self.beside().get(name) or n_triples(self._store, name)
        bound = {"graph": NamedNode(name), "inferred": self._inferred}
        rows = self._store.select(sparql.text(__file__, "inferred.rq"), bound)
        inferred = [Triple(node, key, value) for node, key, value in rows]  # type: ignore[arg-type]
        told: set[bytes] = set()
        linked: set[bytes] = set()
        for subject, key, value in _LINK.findall(text):
            if key == _TYPE:
                told.add(subject)
            else:
                linked.add(value)
        elsewhere = [NamedNode(iri.decode()) for iri in linked - told]
        return Raw(name, text, inferred, [(node, kind) for node in elsewhere for kind in self._of(node)])

    def unit(self, raw: Raw) -> Unit:
        """The unit made of it."""
        data = _Data()
        _add(data, parse(raw.text, format=RdfFormat.N_TRIPLES))
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

    def beside(self) -> dict[str, bytes]:
        """The graphs that audits read beside a document, as N-Triples by their IRIs."""
        if not self._beside:
            self._beside = {name: n_triples(self._store, name) for name in (graphs.named(self.base, one) for one in SHARED)}
        return self._beside

    def shared(self) -> str:
        """One hash of the graphs that audits read beside a document."""
        if not self._shared:
            total = hashlib.sha256()
            for text in self.beside().values():
                total.update(text)
            self._shared = total.hexdigest()
        return self._shared

    def _of(self, node: NamedNode) -> list[NamedNode]:
        """The classes of a node, in whatever graph."""
        if node not in self._kinds:
            rows = self._store.select(sparql.text(__file__, "kind.rq"), {"node": node})
            self._kinds[node] = [row[0] for row in rows if isinstance(row[0], NamedNode)]
        return self._kinds[node]


def n_triples(store: QueryStore, name: str) -> bytes:
    """One named graph of any store as N-Triples."""
    if isinstance(store, OxigraphAnswers):
        return store.n_triples(name)
    return serialize(store.graph(name), format=RdfFormat.N_TRIPLES) or b""


def graph(store: QueryStore, name: str) -> Graph:
    """One named graph of any store, as rdflib has it."""
    data = _Data()
    _add(data, parse(n_triples(store, name), format=RdfFormat.N_TRIPLES))
    return data


def _add(data: Graph, triples: Iterable[Quad | Triple]) -> None:
    known: dict[object, Node] = {}  # the same few terms over and over

    def same(cell: object) -> Node:
        found = known.get(cell)
        if found is None:
            found = known[cell] = term(cell)
        return found

    for triple in triples:
        data.add((same(triple.subject), same(triple.predicate), same(triple.object)))


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
