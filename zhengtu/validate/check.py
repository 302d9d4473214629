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
from zhengtu.validate import audit, contents, leads, verbatim
from zhengtu.validate.asked import Asked
from zhengtu.validate.cache import Cache, Entry, Parts
from zhengtu.validate.contents import Contents
from zhengtu.validate.desk import Desk
from zhengtu.validate.finding import Finding
from zhengtu.validate.locate import Locator
from zhengtu.validate.rules import Rule, audits, core, digest, shapes_graph
from zhengtu.validate.shacl import Result, Shapes
from zhengtu.validate.slices import cut
from zhengtu.validate.sources import Text
from zhengtu.validate.unit import Unit, Units, graph, n_triples, shared


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
        return Units(self._store, self._shapes.terms, self._shapes.reach.classed)

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
        key, parts = self._cache.get(asked.graph) if self._cache else ("", {})
        if key != self._key(asked, content) or not self._standing(parts):
            return None
        return _whole(asked.graph, content, parts)

    def _standing(self, parts: Parts) -> bool:
        """Whether the nodes of other graphs are still of the classes they had."""
        before = [one.elsewhere for one in parts.values() if one.elsewhere]
        self._units.kinds({iri for kinds in before for iri in kinds})  # asked for all parts at once
        return all(self._units.kinds(kinds) == kinds for kinds in before)

    def _key(self, asked: Asked, content: str) -> str:
        return hashlib.sha256(f"{self._shared} {content} {asked.digest()}".encode()).hexdigest()

    def _checked(self, asked: Asked, text: bytes, content: str) -> Checked:
        key = self._key(asked, content)
        sliced = asked.graph == graphs.named(graphs.base_of([asked.graph]), "alignment")
        parts = self._in_slices(asked, text, key) if sliced else {key: self._at_once(asked, text)}
        if self._cache:
            self._cache.put(asked.graph, key, parts)
        return _whole(asked.graph, content, parts)

    def _at_once(self, asked: Asked, text: bytes) -> Entry:
        """What both lanes and the comparison with the source say of a graph."""
        unit = self._units.unit(asked.graph, text.decode(), self._inferred(asked))
        places = Locator(unit.data, unit.stem)
        looked = self._looked(unit, places)
        seen, found = looked.seen, list(looked.findings)
        found += (audit.finding(rule, values, places) for rule, values in self._audited(asked, text))
        source = Text.of(asked.source)
        if source:
            agreed = list(verbatim.compared(unit, places, source))
            seen |= {verbatim.RULE.iri: len(agreed)} if agreed else {}
            found = [source.placed(finding) for finding in [*found, *filter(None, agreed)]]
        return Entry(seen, tuple(found), unit.elsewhere)

    def _in_slices(self, asked: Asked, text: bytes, key: str) -> Parts:
        """What both lanes say of a graph whose slices are checked one by one, those that are not known yet.

        The audits join what they like, and are asked of the whole.
        """
        _, known = self._cache.get(asked.graph) if self._cache else ("", {})
        self._standing(known)  # classes of nodes of all slices, asked for at once
        parts: Parts = {}
        for one in cut(text.decode(), graphs.base_of([asked.graph]), self._shapes.reach):
            name = hashlib.sha256("\n".join([self._shared, one.own, one.beside, asked.leads.digest]).encode()).hexdigest()
            kept = known.get(name)
            if kept is None or not self._standing({name: kept}):
                unit = self._units.unit(asked.graph, one.own, self._inferred(asked) + one.beside)
                kept = self._looked(unit, Locator(unit.data, unit.stem))
            parts[name] = kept
        rows = list(self._audited(asked, text))
        places = Locator(graph(self._store, asked.graph) if rows else Graph(), "")
        return parts | {key: Entry({}, tuple(audit.finding(rule, values, places) for rule, values in rows), {})}

    def _inferred(self, asked: Asked) -> str:
        """What was inferred of the nodes of a graph, read now where only its hash was needed so far."""
        text = asked.leads.text
        return leads.read(self._store, [asked.graph]).get(asked.graph, "") if text is None else text

    def _looked(self, unit: Unit, places: Locator) -> Entry:
        """What the core shapes find in a unit, and how many nodes of it each rule looks at."""
        seen: Counter[str] = Counter()
        found: list[Finding] = []
        for iri, focus, results in self._shapes.check(unit):
            if iri in self._core:
                seen[iri] = len(focus)
                found += (_finding(self._core[iri], result, places) for result in results)
        seen.update({iri: _instances(unit, rule) for iri, rule in self._audits.items()})
        return Entry({iri: n for iri, n in sorted(seen.items()) if n}, tuple(found), unit.elsewhere)

    def _audited(self, asked: Asked, text: bytes) -> Iterator[tuple[Rule, dict[str, str]]]:
        """The rows of the audits: those over all documents, and those over this graph alone."""
        yield from ((self._audits[iri], values) for iri, values in asked.rows)
        with self._desk.laid(asked.graph, text, self._inferred(asked)) as small:
            for rule in self._audits.values():
                if not rule.joins:
                    yield from ((rule, values) for values in audit.answers(small, rule, {"g": [asked.graph]}))


def _whole(graph: str, content: str, parts: Parts) -> Checked:
    """What the checks say of a graph, put together from its parts."""
    seen: Counter[str] = Counter()
    for one in parts.values():
        seen.update(one.seen)
    return Checked(graph, content, dict(seen), tuple(finding for one in parts.values() for finding in one.findings))


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
