"""Validate a store."""

from __future__ import annotations

from pathlib import Path

from rdflib.term import Node

from zhengtu.paths import resource_dir
from zhengtu.query.header import Text
from zhengtu.store.protocol import QueryStore
from zhengtu.validate import audit, coverage
from zhengtu.validate.finding import Finding, Looked, Report, order
from zhengtu.validate.locate import locate
from zhengtu.validate.rules import Rule, audits, core, shapes_graph
from zhengtu.validate.shacl import Result, Shapes
from zhengtu.validate.unit import units


def run(store: QueryStore, shapes: Path | None = None) -> Report:
    """Check the store against the shapes and audits of a folder (default: the shipped ones).

    Raises ``StoreError`` when the store cannot be asked, ``ValueError`` for a malformed shape.
    """
    folder = shapes or resource_dir("shapes")
    found, seen, documents = _core(store, folder)
    looked = [Looked(rule, len(seen[iri]), _count(found, rule)) for iri, rule in core(folder).items()]
    for rule in audits(folder).values():
        told = list(audit.findings(store, rule))
        looked.append(Looked(rule, audit.looked_at(store, rule), len(told)))
        found += told
    if documents:
        found += coverage.findings(store, looked, folder)
    unique = {finding.key: finding for finding in found}
    return Report(tuple(sorted(unique.values(), key=order)), tuple(looked), documents)


def _core(store: QueryStore, folder: Path) -> tuple[list[Finding], dict[str, set[Node]], int]:
    rules = core(folder)
    shapes = Shapes(shapes_graph(folder))
    found: list[Finding] = []
    seen: dict[str, set[Node]] = {iri: set() for iri in rules}
    documents = 0
    for unit in units(store):
        documents += bool(unit.stem)
        for iri, focus, results in shapes.check(unit):
            if iri in rules:
                seen[iri] |= focus
                found += (_finding(store, rules[iri], result, unit.graph) for result in results)
    return found, seen, documents


def _finding(store: QueryStore, rule: Rule, result: Result, graph: str) -> Finding:
    where, evidence = locate(store, result.focus, graph)
    shown = f"：{result.value}" if result.value and result.value != result.focus else ""
    what = Text(rule.message.zh + shown, rule.message.en + shown.replace("：", ": "))
    value = result.value if shown else ""
    return Finding(rule, what, where, evidence, result.focus, result.component, result.path, value)


def _count(found: list[Finding], rule: Rule) -> int:
    return len({finding.key for finding in found if finding.rule.iri == rule.iri})
