"""Check one graph of a store: both lanes, with what each rule looked at."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from rdflib import Graph, URIRef
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from zhengtu import __version__, graphs
from zhengtu.query.header import Text
from zhengtu.store.protocol import QueryStore
from zhengtu.validate import audit
from zhengtu.validate.cache import Cache
from zhengtu.validate.desk import Desk
from zhengtu.validate.finding import Finding
from zhengtu.validate.locate import Locator
from zhengtu.validate.rules import Rule, audits, core, digest, shapes_graph
from zhengtu.validate.shacl import Result, Shapes
from zhengtu.validate.unit import Raw, Unit, Units


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks say of one graph: how many nodes each rule looked at (by its IRI), and what they found."""

    graph: str
    seen: dict[str, int]
    findings: tuple[Finding, ...]


class Checker:
    """The rules of a folder, ready for the graphs of one store."""

    def __init__(self, store: QueryStore, folder: Path, cache: Cache | None = None) -> None:
        self._units = Units(store)
        self._core, self._audits = core(folder), audits(folder)
        self._shapes = Shapes(shapes_graph(folder))
        self._cache = cache
        self._desk: Desk | None = None
        self._shared = f"{__version__} {digest(folder)} {self._units.hierarchy()}"

    def check(self, name: str) -> Checked:
        """Check the graph ``name``, or say what was found when its content was the same."""
        raw = self._units.raw(name)
        key = hashlib.sha256(f"{self._shared} {self._registry(raw)} {raw.digest()}".encode()).hexdigest()
        known = self._cache.get(name, key) if self._cache else None
        if known is not None:
            return Checked(name, *known)
        checked = self._checked(raw)
        if self._cache:
            self._cache.put(name, key, (checked.seen, checked.findings))
        return checked

    def _registry(self, raw: Raw) -> str:
        """Registry and ontology, which the audits of a document read beside it, as one hash."""
        return self._units.shared() if graphs.stem_of(raw.graph) else ""

    def _checked(self, raw: Raw) -> Checked:
        unit = self._units.unit(raw)
        places = Locator(unit.data, unit.stem)
        seen: dict[str, int] = {}
        found: list[Finding] = []
        for iri, focus, results in self._shapes.check(unit):
            if iri in self._core:
                seen[iri] = len(focus)
                found += (_finding(self._core[iri], result, places) for result in results)
        seen |= {iri: _instances(unit, rule) for iri, rule in self._audits.items()}
        found += self._audited(raw, places)
        return Checked(raw.graph, {iri: n for iri, n in sorted(seen.items()) if n}, tuple(found))

    def _audited(self, raw: Raw, places: Locator) -> Iterator[Finding]:
        self._desk = self._desk or Desk(self._units.beside(), self._units.base)
        with self._desk.laid(raw.graph, raw.text, raw.inferred) as small:
            for rule in self._audits.values():
                if not rule.corpus:
                    for values in audit.answers(small, rule, raw.graph):
                        yield audit.finding(rule, values, places)


def _finding(rule: Rule, result: Result, places: Locator) -> Finding:
    focus = URIRef(result.focus)
    value = "" if result.value == result.focus else result.value
    shown = "；".join(unquote(one.rpartition("/")[2]) if one.startswith("http") else one for one in value.split("；"))
    what = Text(f"{rule.message.zh}：{shown}", f"{rule.message.en}: {shown}") if value else rule.message
    where, evidence = places.where(focus), places.evidence(focus)
    mark = places.mark(focus, evidence)
    return Finding(rule, what, where, evidence, result.focus, result.component, result.path, value, mark)


def _instances(unit: Unit, rule: Rule) -> int:
    """How many nodes of the unit are of the classes an audit looks at."""
    wanted: set[Node] = set()
    for name in rule.classes:
        wanted |= _below(unit.data, URIRef(name))
    return len({node for kind in wanted for node in unit.data.subjects(RDF.type, kind)} & unit.own)


def _below(data: Graph, kind: URIRef) -> set[Node]:
    return {node for node in data.transitive_subjects(RDFS.subClassOf, kind) if node is not None}


def total(checked: list[Checked]) -> Counter[str]:
    """How many nodes each rule looked at in all graphs; one described in two documents is looked at in each."""
    seen: Counter[str] = Counter()
    for one in checked:
        seen.update(one.seen)
    return seen
