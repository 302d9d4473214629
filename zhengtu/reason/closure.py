"""All that follows from a whole store, written to ``graph/inferred``: graph by graph, then along chains across graphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Store

from zhengtu.graphs import named
from zhengtu.reason.facts import TYPE, Fact, MemoryEdges, Node, Term, fact_of
from zhengtu.reason.forward import alone, joined, read_as
from zhengtu.reason.schema import Schema, read_schema
from zhengtu.store import OxigraphWriter


def close(store: OxigraphWriter, base: str) -> int:
    """Add what the stated triples, and those in ``graph/inferred`` already, entail and nobody states; how many are new.

    ``graph/validation`` is no part of the data.  Memory goes with the largest graph and with the edges that are links of
    chains.  Raises ``StoreError``.
    """
    schema = read_schema(store)
    writer = _Inferred(store, base)
    edges = MemoryEdges()
    for name in store.graphs():
        if name != named(base, "validation"):
            writer.write(_of_graph(store.raw, NamedNode(name), schema, edges))
    writer.write(_along_chains(edges, schema))
    return writer.written


class _Inferred:
    """Writes what no graph has yet."""

    def __init__(self, store: OxigraphWriter, base: str) -> None:
        self._store, self._graph, self.written = store, NamedNode(named(base, "inferred")), 0

    def write(self, facts: Iterable[Fact]) -> None:
        """Add the facts that are new; each is given once."""
        known = self._store.raw.quads_for_pattern
        fresh = [Quad(s, p, o, self._graph) for s, p, o in facts if next(known(s, p, o, None), None) is None]
        self._store.add(fresh)
        self.written += len(fresh)


def _of_graph(store: Store, name: NamedNode, schema: Schema, edges: MemoryEdges) -> Iterator[Fact]:
    """What the statements of one graph entail one by one, each once; the links of chains are put to ``edges``.

    Types are gathered class by class: most nodes are told to be of one class by many of their statements.
    """
    telling = {TYPE, *schema.ends[0], *schema.ends[1], *schema.readings, *schema.places}
    instances: dict[Term, set[Node]] = defaultdict(set)
    at_ends: tuple[dict[NamedNode, set[Node]], dict[NamedNode, set[Node]]] = (defaultdict(set), defaultdict(set))
    readings: set[Fact] = set()
    for quad in store.quads_for_pattern(None, None, None, name):
        one = quad.predicate
        if one not in telling or (fact := fact_of(quad)) is None:
            continue
        subject, _, value = fact
        if one == TYPE:
            instances[value].add(subject)
            continue
        if one in schema.ends[0]:
            at_ends[0][one].add(subject)
        if one in schema.ends[1] and not isinstance(value, Literal):
            at_ends[1][one].add(value)
        if one in schema.readings or one in schema.places:
            same = set(read_as(fact, schema))
            readings |= same
            for edge in (fact, *same):
                if edge[1] in schema.places:
                    edges.add(edge)
    yield from readings
    yield from _types(instances, at_ends, schema)


def _types(
    instances: dict[Term, set[Node]],
    at_ends: tuple[dict[NamedNode, set[Node]], dict[NamedNode, set[Node]]],
    schema: Schema,
) -> Iterator[Fact]:
    """The types that follow, each once, without those stated beside them."""
    found: dict[NamedNode, set[Node]] = defaultdict(set)
    for kind, nodes in instances.items():
        for above in schema.above(kind):
            found[above] |= nodes
    for end in (0, 1):
        for one, nodes in at_ends[end].items():
            for kind in schema.ends[end][one]:
                found[kind] |= nodes
    for kind, nodes in found.items():
        for node in nodes - instances.get(kind, set()):
            yield node, TYPE, kind


def _along_chains(edges: MemoryEdges, schema: Schema) -> set[Fact]:
    """What chains entail, over and over until nothing is new, and what that entails by itself; ``edges`` grow."""
    found: set[Fact] = set()
    todo = list(edges.facts())
    while todo:
        for head in joined(todo.pop(), schema, edges):
            if head in found:
                continue
            found.add(head)
            for edge in (head, *alone(head, schema)):
                if edge[1] in schema.places and edges.add(edge):
                    todo.append(edge)
                found.add(edge)
    return found
