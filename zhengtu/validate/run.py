"""Validate a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import NamedNode

from zhengtu import graphs, sparql
from zhengtu.messages import say
from zhengtu.paths import resource_dir
from zhengtu.query.table import printed
from zhengtu.store.protocol import QueryStore
from zhengtu.validate import audit, coverage
from zhengtu.validate.check import total
from zhengtu.validate.errors import ValidateError
from zhengtu.validate.finding import Finding, Looked, Report, told_apart
from zhengtu.validate.locate import Locator
from zhengtu.validate.pool import check_all
from zhengtu.validate.rules import Rule, audits, core
from zhengtu.validate.sources import Sources
from zhengtu.validate.unit import graph, names


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: shapes other than the shipped, a folder for the cache, processes, one document only, the sources' folders."""

    shapes: Path | None = None
    cache: Path | None = None
    jobs: int | None = None
    document: str = ""
    sources: tuple[Path, ...] = ()


def run(store: QueryStore, options: Options | None = None) -> Report:
    """Check the store against the shapes and audits of a folder (default: the shipped ones).

    Raises ``StoreError`` when the store cannot be asked, ``ValueError`` for a malformed shape, ``ValidateError`` for a
    document that is not there.
    """
    options = options or Options()
    folder = options.shapes or resource_dir("shapes")
    rules = {**core(folder), **audits(folder)}
    chosen = _chosen(store, options.document)
    checked = list(check_all(store, chosen, folder, options.cache, options.jobs))
    seen = total(checked)
    found = [_current(rules, finding) for one in checked for finding in one.findings]
    found += _across(store, rules.values(), chosen if options.document else [""])
    found = told_apart(found)
    count = Counter(finding.rule.iri for finding in found)
    looked = [Looked(rule, seen[iri], count[iri]) for iri, rule in rules.items()]
    documents = sum(1 for name in chosen if graphs.stem_of(name))
    if documents and not options.document:
        found = told_apart([*found, *coverage.findings(store, looked, folder)])
    placed = map(Sources(options.sources).placed, _named(store, found))
    return Report(tuple(placed), tuple(looked), documents, base=graphs.base_of(store.graphs()))


def _chosen(store: QueryStore, document: str) -> list[str]:
    found = names(store)
    if not document:
        return found
    chosen = [name for name in found if graphs.stem_of(name) == document]
    if not chosen:
        raise ValidateError(say("build.no_document", stem=document))
    return chosen


def _across(store: QueryStore, rules: Iterable[Rule], chosen: list[str]) -> Iterator[Finding]:
    """What the audits over all documents find, in the graphs ``chosen`` (an empty name: in any)."""
    found: dict[str, list[tuple[Rule, dict[str, str]]]] = {}
    for rule in rules:
        if rule.corpus:
            for name in chosen:
                for values in audit.answers(store, rule, name):
                    found.setdefault(values["g"], []).append((rule, values))
    for name, rows in found.items():
        places = Locator(graph(store, name), graphs.stem_of(name))
        yield from (audit.finding(rule, values, places) for rule, values in rows)


def _current(rules: dict[str, Rule], finding: Finding) -> Finding:
    """The finding with the rule itself: from the cache it comes with a copy of what the rule said."""
    return replace(finding, rule=rules.get(finding.rule.iri, finding.rule))


def _named(store: QueryStore, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with the names of the agencies concerned in the place of their IRIs."""
    known: dict[str, str] = {}

    def name(iri: str) -> str:
        if iri not in known:
            rows = store.select(sparql.text(__file__, "name.rq"), {"node": NamedNode(iri)})
            known[iri] = next((printed(row[0]) for row in rows), iri)
        return known[iri]

    for finding in findings:
        agencies = tuple(sorted({name(iri) for iri in finding.where.agencies}))
        yield replace(finding, where=replace(finding.where, agencies=agencies))
