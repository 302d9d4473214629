"""What follows from the stated triples, written to ``graph/inferred``; what a graph states already is not derived again.

Two stages: who leads a task, by the domain rules in ``rules/lead/`` (``lead``); and what OWL 2 RL entails by the axioms of the
ontology (``closure`` for a whole store, ``change`` after a document changed, ``backward`` for the reasons of one statement).
Left out, as it would only repeat what the store has: see ``sparql/left-out.rq``.  Identities (owl:sameAs), which keys and
functional properties would entail, are not drawn: IRIs are made of the keys (span, mention, division), and two values of a
functional property are a mistake, for shapes (sh:maxCount) to find, not two names of one thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from zhengtu import sparql
from zhengtu.reason import lead
from zhengtu.reason.backward import Derivation, Match, Pattern, derivations
from zhengtu.reason.change import follow
from zhengtu.reason.closure import close
from zhengtu.reason.facts import TYPE, Fact, fact_of
from zhengtu.reason.schema import Schema, read_schema
from zhengtu.store import QueryStore

__all__ = [
    "TYPE",
    "Derivation",
    "Fact",
    "Match",
    "Pattern",
    "Schema",
    "close",
    "fact_of",
    "follow",
    "lead",
    "read_schema",
    "reasons",
    "rule_files",
    "was_run",
]


def rule_files() -> list[tuple[str, Path]]:
    """The files that say what is derived, each with the name it has in the provenance of a build."""
    schema = sorted((Path(__file__).parent / "sparql").glob("*.rq"))
    named = [(f"rules/lead/{path.name}", path) for path in lead.rule_files()]
    return named + [(f"rules/schema/{path.name}", path) for path in schema if path.stem != "was-run"]


def was_run(store: QueryStore) -> bool:
    """Whether the build of the store reasoned.  Raises ``StoreError``."""
    return store.ask(sparql.text(__file__, "was-run.rq"))


def reasons(fact: Fact, schema: Schema, match: Match) -> Iterator[Derivation]:
    """The steps by which a derived statement follows, by whichever rules; none for one that is stated only."""
    return chain(lead.reasons(fact, match), derivations(fact, schema, match))
