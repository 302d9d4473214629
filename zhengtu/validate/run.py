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
from zhengtu.validate import audit, coverage, joined, terms, verbatim, whole
from zhengtu.validate.asked import Rows, asked, found_files
from zhengtu.validate.check import total
from zhengtu.validate.errors import ValidateError
from zhengtu.validate.finding import Finding, Looked, Report, told_apart
from zhengtu.validate.locate import Locator
from zhengtu.validate.pool import check_all
from zhengtu.validate.rules import Rule, audits, core, digest
from zhengtu.validate.sources import Sources
from zhengtu.validate.unit import graph, names
from zhengtu.validate.whole import Whole


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
    rules = {**core(folder), **audits(folder), verbatim.RULE.iri: verbatim.RULE}
    chosen = _chosen(store, options.document)
    files = found_files(store, chosen, Sources(options.sources), one=bool(options.document))
    key = "" if options.document else whole.key(store, folder, files)
    told = whole.read(options.cache, key)
    if told is None:
        told = _checked(store, options, rules, files)
        whole.write(options.cache, key, told)
    found = [_current(rules, finding) for finding in told.findings]
    count = Counter(finding.rule.iri for finding in found)
    looked = [Looked(rule, told.seen[iri], count[iri]) for iri, rule in rules.items()]
    documents = [name for name in chosen if graphs.stem_of(name)]
    if documents and not options.document:
        found = told_apart([*found, *coverage.findings(store, looked[:-1], folder)])
    away = tuple(graphs.stem_of(name) for name in documents if not files.get(name))
    return Report(tuple(found), tuple(looked), len(documents), away=away, base=graphs.base_of(store.graphs()))


def _checked(store: QueryStore, options: Options, rules: dict[str, Rule], files: dict[str, Path | None]) -> Whole:
    """What both lanes find in the graphs of ``files``, in order."""
    folder = options.shapes or resource_dir("shapes")
    if options.document:
        rows = joined.within(store, rules.values(), next(iter(files)))
    else:
        rows = joined.across(store, rules.values(), digest(folder), options.cache)
    todo = asked(store, files, rows, options.cache, one=bool(options.document))
    checked = list(check_all(store, todo, folder, options.cache, options.jobs))
    found = [_current(rules, finding) for one in checked for finding in one.findings]
    found += _unchecked(store, rules, {name: told for name, told in rows.items() if name not in files})
    found += () if options.document else terms.undeclared(store, rules, options.cache)
    return Whole(total(checked), list(_named(store, told_apart(found))))


def _chosen(store: QueryStore, document: str) -> list[str]:
    found = names(store)
    if not document:
        return found
    chosen = [name for name in found if graphs.stem_of(name) == document]
    if not chosen:
        raise ValidateError(say("build.no_document", stem=document))
    return chosen


def _unchecked(store: QueryStore, rules: dict[str, Rule], rows: dict[str, Rows]) -> Iterator[Finding]:
    """What the audits over all documents find in graphs that are none of those checked one by one."""
    for name, told in rows.items():
        places = Locator(graph(store, name), graphs.stem_of(name))
        yield from (audit.finding(rules[iri], values, places) for iri, values in told)


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
