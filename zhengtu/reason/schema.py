"""The ontology's axioms, closed among themselves, in the form that reasoning over data wants: what one edge or type entails."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from zhengtu import sparql
from zhengtu.store import QueryStore

Link = tuple[NamedNode, bool]
"""A property and whether it is to be read backwards."""


@dataclass(frozen=True, slots=True)
class Chain:
    """An edge of ``head`` follows from edges of the links one after the other (prp-spo2; prp-trp where all are one)."""

    head: Link
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Schema:
    """Closed under the axioms: superclasses of a class, links that an edge is also read as, classes of its two ends, chains.

    Terms of ``left_out`` occur in no value: nothing is written down in them.
    """

    superclasses: Mapping[NamedNode, tuple[NamedNode, ...]]
    readings: Mapping[NamedNode, tuple[Link, ...]]
    ends: tuple[Mapping[NamedNode, tuple[NamedNode, ...]], Mapping[NamedNode, tuple[NamedNode, ...]]]
    chains: tuple[Chain, ...]
    left_out: frozenset[NamedNode]

    @cached_property
    def places(self) -> Mapping[NamedNode, tuple[tuple[Chain, int], ...]]:
        """The chains in which a property is a link, and at which place."""
        found: dict[NamedNode, tuple[tuple[Chain, int], ...]] = defaultdict(tuple)
        for chain in self.chains:
            for place, (one, _) in enumerate(chain.links):
                found[one] += ((chain, place),)
        return dict(found)

    def above(self, kind: object) -> tuple[NamedNode, ...]:
        """The classes above one; none above what is no class."""
        return self.superclasses.get(kind, ()) if isinstance(kind, NamedNode) else ()

    @cached_property
    def meeting(self) -> tuple[Mapping[object, tuple[NamedNode, ...]], ...]:
        """For the subject's and the object's end: the properties, sorted, at which things are of a class."""
        found: tuple[dict[object, tuple[NamedNode, ...]], ...] = (defaultdict(tuple), defaultdict(tuple))
        for at, ends in zip(found, self.ends, strict=True):
            for one in sorted(ends, key=str):
                for kind in ends[one]:
                    at[kind] += (one,)
        return found

    @cached_property
    def sources(self) -> Mapping[NamedNode, tuple[Link, ...]]:
        """The properties, sorted, whose edges are also edges of one, and whether backwards."""
        found: dict[NamedNode, tuple[Link, ...]] = defaultdict(tuple)
        for one in sorted(self.readings, key=str):
            for other, backwards in self.readings[one]:
                found[other] += ((one, backwards),)
        return found


def read_schema(store: QueryStore) -> Schema:
    """The schema of the ontology that a store holds.  Raises ``StoreError``."""
    superclasses: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    steps: dict[NamedNode, set[Link]] = defaultdict(set)
    for sub, above in _rows(store, "superclasses"):
        superclasses[_iri(sub)].add(_iri(above))
    for one, other, backwards in _rows(store, "superproperties"):
        steps[_iri(one)].add((_iri(other), _true(backwards)))
    stored: dict[NamedNode, object] = {}
    for term, other in _rows(store, "left-out"):
        stored[_iri(term)] = other or stored.get(_iri(term))
    chains = tuple(dict.fromkeys(_turned(chain, stored) for chain in _chains(store)))
    needed = {part for chain in chains for part, _ in (chain.head, *chain.links)}
    left_out = frozenset(stored.keys() - needed)
    readings = {one: _readings(one, steps) for one in steps}
    ends = _ends(store, readings, superclasses)
    kept_readings = {one: {link for link in found if link[0] not in left_out} for one, found in readings.items()}
    return Schema(
        _kept(superclasses, left_out),
        {one: tuple(sorted(found, key=str)) for one, found in kept_readings.items() if found},
        (_kept(ends[0], left_out), _kept(ends[1], left_out)),
        chains,
        left_out,
    )


def _kept(terms: Mapping[NamedNode, set[NamedNode]], left_out: frozenset[NamedNode]) -> dict[NamedNode, tuple[NamedNode, ...]]:
    return {one: tuple(sorted(found - left_out, key=str)) for one, found in terms.items() if found - left_out}


def _readings(one: NamedNode, steps: Mapping[NamedNode, set[Link]]) -> set[Link]:
    """All that an edge of the property is also an edge of, itself aside."""
    found: set[Link] = set()
    todo: list[Link] = [(one, False)]
    while todo:
        at, turned = todo.pop()
        fresh = {(other, turned != backwards) for other, backwards in steps.get(at, ())} - found - {(one, False)}
        found |= fresh
        todo += fresh
    return found


Ends = tuple[dict[NamedNode, set[NamedNode]], dict[NamedNode, set[NamedNode]]]


def _ends(store: QueryStore, readings: Mapping[NamedNode, set[Link]], superclasses: Mapping[NamedNode, set[NamedNode]]) -> Ends:
    """The classes at the subject's and at the object's end of each property's edges, in whatever terms they are read."""
    own: Ends = (defaultdict(set), defaultdict(set))
    for one, kind, at_object in _rows(store, "ends"):
        own[_true(at_object)][_iri(one)] |= {_iri(kind)} | superclasses.get(_iri(kind), set())
    found: Ends = ({}, {})
    for one in readings.keys() | own[0].keys() | own[1].keys():
        for end in (0, 1):
            found[end][one] = set(own[end].get(one, ()))
            for other, backwards in readings.get(one, ()):
                found[end][one] |= own[end != backwards].get(other, set())
    return found


def _chains(store: QueryStore) -> Iterator[Chain]:
    for (one,) in _rows(store, "transitive"):
        yield Chain((_iri(one), False), ((_iri(one), False),) * 2)
    cells = {cell: (first, rest) for cell, first, rest in _rows(store, "lists")}
    for one, cell in _rows(store, "chains"):
        links: list[Link] = []
        while cell in cells:
            first, cell = cells.pop(cell)
            links.append((_iri(first), False))
        yield Chain((_iri(one), False), tuple(links))


def _turned(chain: Chain, stored: Mapping[NamedNode, object]) -> Chain:
    """The chain with the stored property, read backwards, in the place of each of its inverses."""

    def turn(link: Link) -> Link:
        other = stored.get(link[0])
        return (other, not link[1]) if isinstance(other, NamedNode) else link

    return Chain(turn(chain.head), tuple(turn(link) for link in chain.links))


def _rows(store: QueryStore, name: str) -> Iterator[tuple[object, ...]]:
    return iter(store.select(sparql.text(__file__, f"{name}.rq")))


def _iri(cell: object) -> NamedNode:
    if not isinstance(cell, NamedNode):
        raise TypeError(cell)
    return cell


def _true(cell: object) -> bool:
    return isinstance(cell, Literal) and cell.value == "true"
