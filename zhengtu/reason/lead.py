"""Who leads a task: the domain rules, CONSTRUCT queries in ``rules/lead/`` that run in the order of their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from zhengtu.graphs import ZT, named
from zhengtu.reason.backward import Derivation, Match
from zhengtu.reason.facts import Fact, Node, Term, fact_of
from zhengtu.store import OxigraphWriter, WritableStore

LEAD_UNIT, LEAD_BASIS = NamedNode(ZT + "leadUnit"), NamedNode(ZT + "leadBasis")
_TASK, _UNIT, _IN_CLAUSE = NamedNode(ZT + "task"), NamedNode(ZT + "unit"), NamedNode(ZT + "inClause")
_LEAD_NOTE, _ROLE, _POSITION = NamedNode(ZT + "leadNote"), NamedNode(ZT + "role"), NamedNode(ZT + "position")
_EXPLICIT, _BY_NOTE = NamedNode(ZT + "explicit"), NamedNode(ZT + "byNote")


def rule_files() -> list[Path]:
    """The rules, in the order they run."""
    return sorted((Path(__file__).parent / "rules" / "lead").glob("*.rq"))


def run(store: WritableStore, base: str) -> int:
    """Write the lead units of all tasks to ``graph/inferred``; the number of triples.  Raises ``StoreError``."""
    found = _derived(store)
    _write(store, base, found)
    return len(found)


def _derived(store: WritableStore) -> set[Fact]:
    found: set[Fact] = set()
    for rule in rule_files():
        found |= {fact for triple in store.construct(rule.read_text("utf-8")) if (fact := fact_of(triple))}
    return found


def renew(store: OxigraphWriter, base: str) -> tuple[set[Fact], set[Fact]]:
    """Bring the lead units in line with the store; the lead facts that fell away, and those that are new.

    The rules run over all tasks: a rule costs less over all than bound to one task after the other.  Raises ``StoreError``.
    """
    graph = NamedNode(named(base, "inferred"))
    found = (quad for one in (LEAD_UNIT, LEAD_BASIS) for quad in store.raw.quads_for_pattern(None, one, None, graph))
    before = {fact for quad in found if (fact := fact_of(quad))}
    after = _derived(store)
    store.remove(Quad(*fact, graph) for fact in before - after)
    _write(store, base, after - before)
    return before - after, after - before


def _write(store: WritableStore, base: str, facts: Iterable[Fact]) -> None:
    graph = NamedNode(named(base, "inferred"))
    store.add(Quad(*fact, graph) for fact in facts)


def reasons(fact: Fact, match: Match) -> Iterator[Derivation]:
    """Why a unit leads a task, or a share has its basis: ``lead-`` and the basis, and what the clause and its note say."""
    subject, one, value = fact
    if one == LEAD_UNIT:
        shares = [share for share, _, _ in match((None, _TASK, subject)) if any(match((share, _UNIT, value)))]
    else:
        shares = [subject] if one == LEAD_BASIS else []
    for share in shares:
        for _, _, basis in match((share, LEAD_BASIS, None)):
            if one == LEAD_UNIT or basis == value:
                yield Derivation("lead-" + str(basis.value).removeprefix(ZT), tuple(_premises(share, basis, match)))


def _premises(share: Node, basis: Term, match: Match) -> Iterator[Fact]:
    yield from match((share, _UNIT, None))
    yield from match((share, _ROLE if basis == _EXPLICIT else _POSITION, None))
    if basis == _BY_NOTE:
        for _, _, clause in match((share, _IN_CLAUSE, None)):
            if not isinstance(clause, Literal):
                yield from match((clause, _LEAD_NOTE, None))
