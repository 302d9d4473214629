"""JSON-LD framed by document, for people who read it: each document an indented tree, down to the words that prove it.

A node stands once, within the node it belongs to: a section in its work, a task in its section, a share of responsibility in
its task, a text span where it is evidence first.  The same statements as the flat form; one document is in memory at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from zhengtu.export.context import Context, Node
from zhengtu.export.jsonld import document, flat, node_object
from zhengtu.graphs import ZT, stem_of

_DOCUMENT = NamedNode(ZT + "Document")
_ORDER = ZT + "order"
_EMBEDDED = frozenset(ZT + name for name in ("carries", "evidence", "headingSpan", "leadSpan", "signedAt"))
_WITHIN = {  # the nearest first: property of the inner node → the key under which the outer node holds it
    ZT + "inClause": "shares",
    ZT + "task": "items",
    ZT + "agreement": "commitments",
    ZT + "partOf": "parts",
    ZT + "inDocument": "statements",
}


def framed(quads: Iterable[Quad], context: Context) -> Iterator[str]:
    """The file in pieces; ``quads`` sorted by graph and subject.  Graphs that are no document's stay flat."""
    inverse = {key: {"@reverse": iri, "@container": "@set"} for iri, key in _WITHIN.items()}
    wider = Context({**context.source, **inverse})
    return document(quads, wider, lambda graph, inside: trees(inside, wider) if stem_of(graph) else flat(inside, wider), 1)


def trees(quads: Iterable[Quad], context: Context) -> Iterator[dict[str, Any]]:
    """The trees of one graph: the documents', then those of nodes that belong to none."""
    frame = _Frame(quads, context)
    for node in sorted(frame.nodes, key=frame.rank):
        if node not in frame.done:
            yield frame.tree(node)


class _Frame:
    """The nodes of one graph and how they lie in each other."""

    def __init__(self, quads: Iterable[Quad], context: Context) -> None:
        self.context = context
        self.nodes = {subject: list(about) for subject, about in groupby(quads, key=attrgetter("subject"))}
        self.done: set[Any] = set()
        self.outer: dict[Any, Quad] = {}
        inner: dict[Any, list[Any]] = defaultdict(list)
        for node, about in self.nodes.items():
            links = [q for name in _WITHIN for q in about if q.predicate.value == name and q.object in self.nodes]
            if links and links[0].object != node:
                self.outer[node] = links[0]
                inner[links[0].object].append(node)
        self.inner = {node: sorted(parts, key=self._place) for node, parts in inner.items()}

    def rank(self, node: Any) -> int:
        """Documents are the roots that come first; what should lie in another node is a root only where it was not reached."""
        if any(q.object == _DOCUMENT for q in self.nodes[node]):
            return 0
        return 2 if node in self.outer or any(q.predicate.value == ZT + "source" for q in self.nodes[node]) else 1

    def tree(self, node: Any, link: Quad | None = None) -> dict[str, Any]:
        """The node with all that lies in it; ``link`` is said by where it stands."""
        self.done.add(node)
        about = [quad for quad in self.nodes[node] if quad != link] or self.nodes[node]
        found = node_object(about, self.context, self._embedded)
        for part in self.inner.get(node, ()):
            if part not in self.done:
                inner_link = self.outer[part]
                found.setdefault(_WITHIN[inner_link.predicate.value], []).append(self.tree(part, inner_link))
        return found

    def _embedded(self, predicate: NamedNode, value: Node) -> dict[str, Any] | None:
        if predicate.value in _EMBEDDED and value in self.nodes and value not in self.done:
            return self.tree(value)
        return None

    def _place(self, node: Any) -> tuple[float, str]:
        """As the document orders its parts, then by IRI."""
        orders = (q.object.value for q in self.nodes[node] if q.predicate.value == _ORDER and isinstance(q.object, Literal))
        return float(next(orders, "inf")), str(node)
