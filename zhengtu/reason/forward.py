"""What follows from one statement in one step: the rules of OWL 2 RL/RDF (OWL 2 Profiles, §4.3) that the ontology calls for.

cax-sco and cax-eqc, prp-dom, prp-rng, prp-spo1, prp-eqp, prp-inv, prp-symp, prp-trp, prp-spo2.  Because a ``Schema`` is closed
among its own axioms, only the last two can fire on what was itself derived.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal

from zhengtu.reason.facts import TYPE, Edges, Fact, Node
from zhengtu.reason.schema import Chain, Link, Schema


def consequences(fact: Fact, schema: Schema, edges: Edges) -> Iterator[Fact]:
    """All of them, some more than once; ``edges`` are the others that a chain may run over."""
    yield from alone(fact, schema)
    yield from joined(fact, schema, edges)


def alone(fact: Fact, schema: Schema) -> Iterator[Fact]:
    """What the statement entails by itself."""
    subject, one, value = fact
    if one == TYPE:
        for above in schema.above(value):
            yield subject, TYPE, above
        return
    for kind in schema.ends[0].get(one, ()):
        yield subject, TYPE, kind
    yield from read_as(fact, schema)
    if not isinstance(value, Literal):
        for kind in schema.ends[1].get(one, ()):
            yield value, TYPE, kind


def read_as(fact: Fact, schema: Schema) -> Iterator[Fact]:
    """The same edge in the terms of other properties."""
    subject, one, value = fact
    for other, backwards in schema.readings.get(one, ()):
        if not backwards:
            yield subject, other, value
        elif not isinstance(value, Literal):
            yield value, other, subject


def joined(fact: Fact, schema: Schema, edges: Edges) -> Iterator[Fact]:
    """What the edge entails with others, as a link of a chain."""
    subject, one, value = fact
    if isinstance(value, Literal):
        return
    for chain, place in schema.places.get(one, ()):
        begin, end = (value, subject) if chain.links[place][1] else (subject, value)
        for first in _walk(begin, [(p, not back) for p, back in reversed(chain.links[:place])], edges):
            for last in _walk(end, list(chain.links[place + 1 :]), edges):
                yield _head(chain, first, last)


def _walk(node: Node, links: list[Link], edges: Edges) -> Iterator[Node]:
    if not links:
        yield node
        return
    for after in edges.follow(node, links[0]):
        yield from _walk(after, links[1:], edges)


def _head(chain: Chain, first: Node, last: Node) -> Fact:
    one, backwards = chain.head
    return (last, one, first) if backwards else (first, one, last)
