"""What follows from the stated triples, by rules kept as CONSTRUCT queries in ``rules/``; written to ``graph/inferred``.

The rules of a set run in the order of their names, each seeing what those before it derived.  Superclass and superproperty
chains are property paths inside one rule, so that one pass of a set is its closure.  What a graph states already is not
derived again.
"""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import NamedNode, Quad

from zhengtu.graphs import named
from zhengtu.store import WritableStore

_RULES = Path(__file__).parent / "rules"


def rule_files(rule_set: str) -> list[Path]:
    """The rules of a set (``lead`` or ``closure``), in the order they run."""
    return sorted((_RULES / rule_set).glob("*.rq"))


def run(store: WritableStore, base: str, rule_set: str) -> int:
    """Apply a rule set to the store; the number of triples added to ``graph/inferred``.  Raises ``StoreError``."""
    inferred = NamedNode(named(base, "inferred"))
    added = 0
    for rule in rule_files(rule_set):
        fresh = set(store.construct(rule.read_text("utf-8")))
        store.add(Quad(t.subject, t.predicate, t.object, inferred) for t in fresh)
        added += len(fresh)
    return added
