"""From which statements one follows in one step: the rules of ``forward``, read from the conclusion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from zhengtu.reason.facts import TYPE, Fact, Node
from zhengtu.reason.schema import Chain, Link, Schema

Pattern = tuple[Node | None, NamedNode, Node | Literal | None]
Match = Callable[[Pattern], Iterable[Fact]]
"""The statements that fit a pattern, stated and derived."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """One step: the rule by its name in OWL 2 Profiles (or of the rule file), and the statements it took."""

    rule: str
    premises: tuple[Fact, ...]


def derivations(fact: Fact, schema: Schema, match: Match) -> Iterator[Derivation]:
    """The steps that lead to the statement, in a fixed order where ``match`` has one.  A statement is no reason for itself."""
    found = _of_type(fact, schema, match) if fact[1] == TYPE else _of_edge(fact, schema, match)
    return (step for step in found if fact not in step.premises)


def _of_type(fact: Fact, schema: Schema, match: Match) -> Iterator[Derivation]:
    node, _, kind = fact
    for known in match((node, TYPE, None)):
        if kind in schema.above(known[2]):
            yield Derivation("cax-sco", (known,))
    for end, rule in ((0, "prp-dom"), (1, "prp-rng")):
        for one in schema.meeting[end].get(kind, ()):
            for edge in match((node, one, None) if end == 0 else (None, one, node)):
                yield Derivation(rule, (edge,))


def _of_edge(fact: Fact, schema: Schema, match: Match) -> Iterator[Derivation]:
    subject, one, value = fact
    for other, backwards in schema.sources.get(one, ()):
        if not backwards:
            yield from (Derivation("prp-spo1", (edge,)) for edge in match((subject, other, value)))
        elif not isinstance(value, Literal):
            rule = "prp-symp" if other == one else "prp-inv"
            yield from (Derivation(rule, (edge,)) for edge in match((value, other, subject)))
    if isinstance(value, Literal):
        return
    for chain in schema.chains:
        if chain.head[0] == one:
            begin, end = (value, subject) if chain.head[1] else (subject, value)
            for edges in _paths(begin, end, chain.links, match):
                yield Derivation(_name(chain), edges)


def _name(chain: Chain) -> str:
    return "prp-trp" if {*chain.links} == {chain.head} else "prp-spo2"


def _paths(begin: Node, end: Node, links: tuple[Link, ...], match: Match) -> Iterator[tuple[Fact, ...]]:
    """The ways from one node to the other along the links, as the edges they take."""
    one, backwards = links[0]
    if len(links) == 1:
        for edge in match((end, one, begin) if backwards else (begin, one, end)):
            yield (edge,)
        return
    for edge in match((None, one, begin) if backwards else (begin, one, None)):
        after = edge[0] if backwards else edge[2]
        if not isinstance(after, Literal):
            for rest in _paths(after, end, links[1:], match):
                yield (edge, *rest)
