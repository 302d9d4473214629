"""What follows after a few statements changed, without deriving the rest again.

Delete and rederive (Gupta, Mumick, Subrahmanian 1993): take back what any removed statement had a part in, put back what still
follows from others, then add what the new statements entail.  The cost goes with what hangs on the change, not with the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from zhengtu.graphs import named
from zhengtu.reason.backward import Pattern, derivations
from zhengtu.reason.facts import Fact, MemoryEdges, StoreEdges, Term, fact_of
from zhengtu.reason.forward import consequences
from zhengtu.reason.lead import LEAD_BASIS, LEAD_UNIT
from zhengtu.reason.schema import Schema, read_schema
from zhengtu.store import OxigraphWriter


def follow(store: OxigraphWriter, base: str, removed: set[Fact], added: set[Fact]) -> None:
    """Bring ``graph/inferred`` in line with a store from which ``removed`` are gone already and to which ``added`` were added.

    A statement that another graph makes as well may be among either.  The result is that of ``closure.close`` on the store as
    it is now.  Raises ``StoreError``.
    """
    _Change(store, base).run(removed, added)


class _Change:
    def __init__(self, store: OxigraphWriter, base: str) -> None:
        self._store, self._raw = store, store.raw
        self._schema: Schema = read_schema(store)
        self._graph = NamedNode(named(base, "inferred"))
        self._aside = {self._graph, NamedNode(named(base, "validation"))}

    def run(self, removed: set[Fact], added: set[Fact]) -> None:
        gone = {fact for fact in removed if not self._stated(fact)}
        doubtful = self._hanging_on(gone)
        said_now = {fact for fact in added if self._derived(fact) and self._elsewhere(fact)}
        self._store.remove(Quad(*fact, self._graph) for fact in doubtful | said_now)
        in_doubt = (doubtful | gone) - said_now
        left = {node for node in {fact[0] for fact in in_doubt} if self._spoken_of(node)}
        open_facts = (fact for fact in in_doubt if fact[0] in left)
        still = {fact for fact in open_facts if next(derivations(fact, self._schema, self._match), None) is not None}
        fresh = still | self._entailed(added | still)
        self._store.add(Quad(*fact, self._graph) for fact in fresh)

    def _spoken_of(self, node: Term) -> bool:
        """Whether any statement is left that names the node: without one, nothing follows about it."""
        find = self._raw.quads_for_pattern
        if isinstance(node, Literal):
            return False
        return next(find(node, None, None, None), None) is not None or next(find(None, None, node, None), None) is not None

    def _hanging_on(self, gone: set[Fact]) -> set[Fact]:
        """The derived facts in whose derivation one of the removed may have a part."""
        edges = StoreEdges(self._raw, _edges(gone))
        found: set[Fact] = set()
        todo = list(gone)
        while todo:
            for fact in consequences(todo.pop(), self._schema, edges):
                if fact not in found and self._derived(fact):
                    found.add(fact)
                    todo.append(fact)
        return found

    def _entailed(self, new: set[Fact]) -> set[Fact]:
        """What the new facts entail, together with the store and each other, that is not there yet."""
        more = _edges(new)
        edges = StoreEdges(self._raw, more)
        found: set[Fact] = set()
        todo = list(new)
        while todo:
            for fact in consequences(todo.pop(), self._schema, edges):
                if fact not in found and fact not in new and not self._known(fact):
                    found.add(fact)
                    more.add(fact)
                    todo.append(fact)
        return found

    def _match(self, pattern: Pattern) -> Iterator[Fact]:
        return (fact for quad in self._raw.quads_for_pattern(*pattern, None) if (fact := fact_of(quad)) is not None)

    def _known(self, fact: Fact) -> bool:
        return next(self._raw.quads_for_pattern(*fact, None), None) is not None

    def _derived(self, fact: Fact) -> bool:
        return next(self._raw.quads_for_pattern(*fact, self._graph), None) is not None

    def _stated(self, fact: Fact) -> bool:
        """Whether it holds without the axioms: a graph states it, or it is a lead fact, which stands in ``graph/inferred``."""
        return self._known(fact) if fact[1] in (LEAD_UNIT, LEAD_BASIS) else self._elsewhere(fact)

    def _elsewhere(self, fact: Fact) -> bool:
        return any(quad.graph_name not in self._aside for quad in self._raw.quads_for_pattern(*fact, None))


def _edges(facts: Iterable[Fact]) -> MemoryEdges:
    edges = MemoryEdges()
    for fact in facts:
        edges.add(fact)
    return edges
