"""The checks of the vocabulary that SPARQL can say: one ``ontology/checks/*.rq`` each, with the pitfall it looks for.

A check selects the terms at fault, ``?entity`` with an optional ``?detail``.  Its head says which pitfalls of OOPS!, FOOPS!,
ROBOT or the SKOS Reference it answers (``id``), the ``problem``, ``why`` it matters, the ``solution``, and which files it
``reads``.  What is at fault and meant so stands in ``accepted.toml`` with the reason.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Store

from zhengtu.paths import resource_dir
from zhengtu.store import QueryStore

_MARK = "#+ "
_FILES: dict[str, list[tuple[str, ...]]] = {
    "core": [("zhengtu",)],
    "vocabulary": [("zhengtu", "alignments")],
    "schemes": [("schemes",)],
    "concepts": [("schemes", "agencies")],
    "everything": [("zhengtu", "alignments", "schemes", "agencies", "places")],
    "each": [("zhengtu",), ("alignments",), ("schemes",)],
    "data": [],
}
"""What a check may read: groups of files, each group one graph to ask; for ``data``, what a store holds (:func:`stated`)."""
_ASIDE = ("graph/inferred", "graph/validation", "graph/provenance")


@dataclass(frozen=True, slots=True)
class Check:
    """One check: ``name`` is the file's stem, ``answers`` the identifiers of the pitfalls it looks for, ``text`` the query."""

    name: str
    answers: tuple[str, ...]
    problem: str
    why: str
    solution: str
    reads: str
    text: str


class Fault(NamedTuple):
    """A term at fault, by its IRI, and what about it (empty where the check's problem says it all)."""

    entity: str
    detail: str


def read_check(path: Path) -> Check:
    """The check in a file.  Raises ``ValueError`` where its head is incomplete."""
    text = path.read_text("utf-8")
    lines = [line.removeprefix(_MARK) for line in text.splitlines() if line.startswith(_MARK)]
    head = dict(line.split(": ", 1) for line in lines)
    if set(head) != {"id", "problem", "why", "solution", "reads"} or head["reads"] not in _FILES:
        raise ValueError(f"{path.name}: its head must say id, problem, why, solution, reads ({', '.join(_FILES)})")
    answers = tuple(head["id"].split(", "))
    return Check(path.stem, answers, head["problem"], head["why"], head["solution"], head["reads"], text)


def checks() -> list[Check]:
    """All checks, by name.  Raises ``ValueError`` for a file whose head is incomplete."""
    return [read_check(path) for path in sorted((resource_dir("ontology") / "checks").glob("*.rq"))]


def accepted() -> dict[tuple[str, str], str]:
    """(check, IRI) → why the fault is meant so; from ``ontology/checks/accepted.toml``."""
    table = tomllib.loads((resource_dir("ontology") / "checks" / "accepted.toml").read_text("utf-8"))
    return {(entry["check"], table["namespace"] + term): entry["why"] for entry in table["accepted"] for term in entry["terms"]}


@cache
def graphs(reads: str) -> list[Store]:
    """What a check with this ``reads`` reads of the shipped ontology: one store a group of files, not to be changed."""
    room = resource_dir("ontology")
    stores = []
    for group in _FILES[reads]:
        store = Store()
        for name in group:
            store.load(path=str(room / f"{name}.ttl"), format=RdfFormat.TURTLE)
        stores.append(store)
    return stores


def faults(check: Check, store: Store) -> list[Fault]:
    """What the check finds in the default graph of ``store``, in the order of the query; nothing where all is well."""
    solutions = store.query(check.text)
    if not isinstance(solutions, QuerySolutions):
        raise TypeError(f"{check.name}.rq is no SELECT query")
    named = {variable.value for variable in solutions.variables}
    found = []
    for row in solutions:
        entity, detail = row["entity"], row["detail"] if "detail" in named else None
        iri = entity.value if isinstance(entity, NamedNode) else str(entity)
        found.append(Fault(iri, detail.value if isinstance(detail, Literal) else ""))
    return found


def stated(store: QueryStore) -> Store:
    """What ``store`` says, ontology and registry included, in one graph; nothing that was inferred or found about it."""
    merged = Store()
    for name in store.graphs():
        if not name.endswith(_ASIDE):
            merged.extend(Quad(t.subject, t.predicate, t.object) for t in store.graph(name))
    return merged


def standing(check: Check) -> list[Fault]:
    """What the check finds in the shipped ontology, what is accepted included; nothing for one that reads data."""
    return [fault for store in graphs(check.reads) for fault in faults(check, store)]
