"""The audits over all documents: asked of the whole store once, then only for findings in which a changed document takes part.

A row of an audit is kept with the graphs that take part in it (its ``joins``).  Where documents have changed, the rows in which
none of them takes part still hold, and the others are asked for with one of those graphs bound to the changed ones.  What was
aligned or inferred stands in graphs of its own: there, what the audits read is compared with what they read before, and the
documents that describe a node of what differs count as changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from zhengtu import __version__, graphs, sparql
from zhengtu.query.table import printed
from zhengtu.store import EmbeddedStore
from zhengtu.store.bind import tokens
from zhengtu.store.protocol import QueryStore
from zhengtu.validate import audit, kept
from zhengtu.validate.asked import Rows
from zhengtu.validate.desk import SHARED
from zhengtu.validate.kept import Kept, Row
from zhengtu.validate.rules import Rule

_FEW, _PART = 16, 4  # more changed documents than so many, and than one in so many: asking for all costs less
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_NODES = 4000  # likewise for nodes of which the graphs beside the documents say something else


def across(store: QueryStore, rules: Iterable[Rule], shapes: str, cache: Path | None = None) -> dict[str, Rows]:
    """What the audits over all documents find, by graph.

    ``shapes`` is the hash of the rules, ``cache`` the folder that keeps what was found; a store whose graphs have no stamps is
    asked in full.
    """
    joining = [rule for rule in rules if rule.joins]
    stamps = store.stamps() if isinstance(store, EmbeddedStore) and cache else {}
    if not cache or not stamps or not isinstance(store, EmbeddedStore):
        return by_graph(joining, {rule.iri: list(audit.answers(store, rule)) for rule in joining})
    base = graphs.base_of(list(stamps))
    shared = [graphs.named(base, name) for name in SHARED]
    key = " ".join([__version__, shapes, *(stamps.get(name, "") for name in shared)])
    found = _current(store, joining, kept.read(cache, key), key, _counted(stamps, base))
    kept.write(cache, found)
    return by_graph(joining, found.rows)


def within(store: QueryStore, rules: Iterable[Rule], graph: str) -> dict[str, Rows]:
    """What the audits over all documents find in one graph, by its name."""
    joining = [rule for rule in rules if rule.joins]
    return by_graph(joining, {rule.iri: list(audit.answers(store, rule, {"g": [graph]})) for rule in joining})


def by_graph(rules: Iterable[Rule], rows: Mapping[str, Iterable[Row]]) -> dict[str, Rows]:
    """The rows of each graph in order, each once; what else took part in them is left out."""
    found: dict[str, list[tuple[str, Row]]] = {}
    for rule in rules:
        left_out = {*rule.joins} - {"g"}
        told = {tuple((name, text) for name, text in row.items() if name not in left_out) for row in rows[rule.iri]}
        for values in map(dict, sorted(told)):
            found.setdefault(values["g"], []).append((rule.iri, values))
    return {name: tuple(told) for name, told in found.items()}


def _counted(stamps: Mapping[str, str], base: str) -> dict[str, str]:
    """The stamps of the graphs that audits may read: all but those of findings, and those that the key holds."""
    left_out = {graphs.named(base, name) for name in ("validation", *SHARED)}
    return {name: stamp for name, stamp in stamps.items() if name not in left_out}


def _current(store: EmbeddedStore, rules: list[Rule], before: Kept | None, key: str, stamps: dict[str, str]) -> Kept:
    if before and before.stamps == stamps:
        return before
    said = _said(store, rules, before, stamps)
    touched = _touched(store, before, stamps, said) if before else None
    if before is None or touched is None:
        return Kept(key, stamps, said, {rule.iri: list(audit.answers(store, rule)) for rule in rules})
    return Kept(key, stamps, said, {rule.iri: _mended(store, rule, before.rows[rule.iri], touched) for rule in rules})


def _mended(store: QueryStore, rule: Rule, rows: list[Row], touched: set[str]) -> list[Row]:
    """The rows in which none of the graphs ``touched`` takes part, and those in which one does now."""
    standing = [row for row in rows if not touched.intersection(row[name] for name in rule.joins)]
    asked = [row for name in rule.joins if touched for row in audit.answers(store, rule, {name: sorted(touched)})]
    return standing + asked


def _touched(store: QueryStore, before: Kept, stamps: dict[str, str], said: dict[str, list[str]]) -> set[str] | None:
    """The graphs of documents that changed, or of whose nodes another graph says something else; ``None`` for too many."""
    documents = {name for name in {*stamps, *before.stamps} if graphs.stem_of(name)}
    changed = {name for name in documents if stamps.get(name) != before.stamps.get(name)}
    lines = {line for name in {*said, *before.said} for line in {*said.get(name, [])} ^ {*before.said.get(name, [])}}
    nodes = {term[1:-1] for line in lines for term in line.split(" ", 2)[:2] if term.startswith("<")}
    if len(nodes) > _NODES:
        return None
    if nodes:
        homes = store.select(sparql.text(__file__, "homes.rq"), {"node": list(map(NamedNode, sorted(nodes)))})
        changed |= {printed(row[0]) for row in homes} & documents
    return None if len(changed) > max(_FEW, len(documents) // _PART) else changed


def _said(store: EmbeddedStore, rules: list[Rule], before: Kept | None, stamps: dict[str, str]) -> dict[str, list[str]]:
    """What the audits read of each graph that is no document's: node, value, and the property or class they name."""
    names = [NamedNode(name) for name in sorted({name for rule in rules for name in _names(rule.sparql)})]
    found: dict[str, list[str]] = {}
    for graph in (name for name in stamps if not graphs.stem_of(name)):
        if before and before.stamps.get(graph) == stamps[graph]:
            found[graph] = before.said[graph]
            continue
        nodes = store.touched(graph, before.stamps.get(graph, "")) if before and graph in before.said else None
        found[graph] = sorted(
            _patched(store, graph, names, before.said[graph], nodes) if before and nodes else _read(store, graph, names)
        )
    return found


def _read(store: EmbeddedStore, graph: str, names: list[NamedNode]) -> set[str]:
    home = NamedNode(graph)  # patterns, not a query: that would read the whole graph for a few properties of it
    values = (quad for name in names for quad in store.raw.quads_for_pattern(None, name, None, home))
    kinds = (quad for name in names for quad in store.raw.quads_for_pattern(None, _TYPE, name, home))
    return {_line(quad) for quads in (values, kinds) for quad in quads}


def _patched(store: EmbeddedStore, graph: str, names: list[NamedNode], before: list[str], nodes: set[str]) -> set[str]:
    """What was said before, with what is now said of the nodes that were written to."""
    home, wanted = NamedNode(graph), set(names)
    quads = (quad for node in nodes for quad in store.raw.quads_for_pattern(NamedNode(node), None, None, home))
    now = {_line(quad) for quad in quads if quad.predicate in wanted or (quad.predicate == _TYPE and quad.object in wanted)}
    return {line for line in before if line.split(" ", 1)[0][1:-1] not in nodes} | now


def _line(quad: Quad) -> str:
    return f"{quad.subject} {quad.object} {quad.predicate}"


def _names(query: str) -> set[str]:
    """The IRIs of the properties and classes that a query names by a prefix."""
    prefixes, words = dict[str, str](), list[str]()
    found = list(tokens(query))
    for (_, before, _), (kind, text, _) in pairwise(found):
        if kind == "iri" and before.endswith(":"):
            prefixes[before] = text[1:-1]
        elif kind == "word" and ":" in text:
            words.append(text)
    split = (word.partition(":") for word in words)
    return {prefixes[f"{prefix}:"] + local for prefix, _, local in split if local and f"{prefix}:" in prefixes}
