"""Terms outside the ontology in the graphs that belong to no document: registry, alignment, what was inferred, provenance.

The audit ``term-undeclared`` asks the same of each document's own graph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pyoxigraph import NamedNode
from rdflib import Graph

from zhengtu import graphs, sparql
from zhengtu.files import keep_json, kept_json
from zhengtu.query.table import printed
from zhengtu.store import EmbeddedStore
from zhengtu.store.protocol import QueryStore
from zhengtu.validate import audit
from zhengtu.validate.finding import Finding
from zhengtu.validate.locate import Locator
from zhengtu.validate.rules import SHAPES, Rule

RULE = SHAPES + "term-undeclared"
_BESIDE = ("registry", "alignment", "inferred", "provenance")
_NAME = "terms"
_Sound = dict[str, str]
"""The stamps of graphs in which no such term was found, and of the ontology."""


def undeclared(store: QueryStore, rules: Mapping[str, Rule], cache: Path | None = None) -> Iterator[Finding]:
    """One finding for each such term and graph, on the graph; none where ``rules`` have no such audit.

    Of a graph that was sound at an earlier stamp, only the nodes written to since are asked.
    """
    if RULE not in rules:
        return
    base = graphs.base_of(store.graphs())
    ontology = graphs.named(base, "ontology")
    stamps = store.stamps() if cache and isinstance(store, EmbeddedStore) else {}
    kept = _kept(cache) if cache and stamps else {}
    before = kept if kept.get(ontology) == stamps.get(ontology) else {}
    sound: _Sound = {ontology: stamps.get(ontology, "")}
    for name in (graphs.named(base, one) for one in _BESIDE):
        nodes = store.touched(name, before.get(name, "")) if isinstance(store, EmbeddedStore) else None
        found = list(_asked(store, name, nodes))
        sound |= {} if found or name not in stamps else {name: stamps[name]}
        for term, uses in found:
            values = {"focus": name, "g": name, "term": term, "uses": uses}
            yield audit.finding(rules[RULE], values, Locator(Graph(), ""))
    if cache and stamps and sound != kept:
        keep_json(sound, cache / _NAME)


def _asked(store: QueryStore, name: str, nodes: set[str] | None) -> Iterator[tuple[str, str]]:
    """Terms with the number of uses, of some nodes or (``None``) of all that a graph speaks of."""
    if nodes is None or nodes:
        some = {"node": list(map(NamedNode, sorted(nodes)))} if nodes else {}
        for term, uses in store.select(sparql.text(__file__, "undeclared.rq"), {"graph": NamedNode(name), **some}):
            yield printed(term), printed(uses)


def _kept(cache: Path) -> _Sound:
    return kept_json(cache / _NAME, dict) or {}
