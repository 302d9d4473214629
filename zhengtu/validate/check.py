"""Check one graph of a store: both lanes, with what each rule looked at."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from rdflib import Graph, URIRef
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from zhengtu import __version__, graphs
from zhengtu.query import header
from zhengtu.store.protocol import QueryStore
from zhengtu.validate import audit, contents, verbatim
from zhengtu.validate.asked import Asked
from zhengtu.validate.cache import Cache, Entry
from zhengtu.validate.contents import Contents
from zhengtu.validate.desk import Desk
from zhengtu.validate.finding import Finding
from zhengtu.validate.locate import Locator
from zhengtu.validate.rules import Rule, audits, core, digest, shapes_graph
from zhengtu.validate.shacl import Result, Shapes
from zhengtu.validate.sources import Text
from zhengtu.validate.unit import Unit, Units, n_triples, shared


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks say of one graph, whose content has this hash: how many nodes each rule looked at, what they found."""

    graph: str
    content: str
    seen: dict[str, int]
    findings: tuple[Finding, ...]


class Checker:
    """The rules of a folder, ready for the graphs of one store; ``cache`` is the folder of what was found before."""

    def __init__(self, store: QueryStore, folder: Path, cache: Path | None = None) -> None:
        self._store, self._folder = store, folder
        self._core, self._audits = core(folder), audits(folder)
        self.contents = Contents(store, cache)
        self._cache = Cache(cache) if cache else None

    @cached_property
    def _shapes(self) -> Shapes:
        return Shapes(shapes_graph(self._folder))

    @cached_property
    def _units(self) -> Units:
        return Units(self._store, self._shapes.terms)

    @cached_property
    def _desk(self) -> Desk:
        return Desk(self._beside, graphs.base_of(self._store.graphs()))

    @cached_property
    def _beside(self) -> dict[str, bytes]:
        """The graphs that the checks read beside every other, as N-Triples."""
        return {name: n_triples(self._store, name) for name in shared(self._store)}

    @cached_property
    def _shared(self) -> str:
        """What is the same for all graphs: version, rules, and what the checks read beside a graph."""
        beside = [self._content(name) for name in shared(self._store)]
        return " ".join([__version__, digest(self._folder), *beside])

    def _content(self, name: str) -> str:
        """The hash of one of the graphs beside the others."""
        known = self.contents.known(name) or contents.digest(self._beside[name])
        self.contents.learn(name, known)
        return known

    def recall(self, asked: Asked) -> Checked | None:
        """What was found before, told without reading the graph; ``None`` where that cannot be."""
        content = self.contents.known(asked.graph)
        return self._kept(asked, content) if content else None

    def check(self, asked: Asked) -> Checked:
        """Check a graph, or say what was found when everything was the same."""
        beside = self._beside if asked.graph in shared(self._store) else {}
        text = beside.get(asked.graph) or n_triples(self._store, asked.graph)
        content = contents.digest(text)
        kept = self._kept(asked, content)
        return kept or self._checked(asked, text, content)

    def _kept(self, asked: Asked, content: str) -> Checked | None:
        entry = self._cache.get(asked.graph, self._key(asked, content)) if self._cache else None
        if entry is None or self._units.kinds(entry.elsewhere) != entry.elsewhere:
            return None
        return Checked(asked.graph, content, entry.seen, entry.findings)

    def _key(self, asked: Asked, content: str) -> str:
        return hashlib.sha256(f"{self._shared} {content} {asked.digest()}".encode()).hexdigest()

    def _checked(self, asked: Asked, text: bytes, content: str) -> Checked:
        unit = self._units.unit(asked.graph, text, asked.inferred)
        places = Locator(unit.data, unit.stem)
        seen: Counter[str] = Counter()
        found: list[Finding] = []
        for iri, focus, results in self._shapes.check(unit):
            if iri in self._core:
                seen[iri] = len(focus)
                found += (_finding(self._core[iri], result, places) for result in results)
        seen.update({iri: _instances(unit, rule) for iri, rule in self._audits.items()})
        found += (audit.finding(self._audits[iri], values, places) for iri, values in asked.rows)
        found += self._audited(asked, text, places)
        source = Text.of(asked.source)
        if source:
            agreed = list(verbatim.compared(unit, places, source))
            seen[verbatim.RULE.iri] = len(agreed)
            found = [source.placed(finding) for finding in [*found, *filter(None, agreed)]]
        entry = Entry({iri: n for iri, n in sorted(seen.items()) if n}, tuple(found), unit.elsewhere)
        if self._cache:
            self._cache.put(asked.graph, self._key(asked, content), entry)
        return Checked(asked.graph, content, entry.seen, entry.findings)

    def _audited(self, asked: Asked, text: bytes, places: Locator) -> Iterator[Finding]:
        with self._desk.laid(asked.graph, text, asked.inferred) as small:
            for rule in self._audits.values():
                if not rule.joins:
                    for values in audit.answers(small, rule, {"g": [asked.graph]}):
                        yield audit.finding(rule, values, places)


def _finding(rule: Rule, result: Result, places: Locator) -> Finding:
    focus = URIRef(result.focus)
    value = "" if result.value == result.focus else result.value
    shown = "；".join(unquote(one.rpartition("/")[2]) if one.startswith("http") else one for one in value.split("；"))
    what = header.Text(f"{rule.message.zh}：{shown}", f"{rule.message.en}: {shown}") if value else rule.message
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
