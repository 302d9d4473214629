"""Terms outside the ontology in the graphs that belong to no document: registry, alignment, what was inferred, provenance.

The audit ``term-undeclared`` asks the same of each document's own graph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode
from rdflib import Graph

from zhengtu import graphs, sparql
from zhengtu.query.table import printed
from zhengtu.store.protocol import QueryStore
from zhengtu.validate import audit
from zhengtu.validate.finding import Finding
from zhengtu.validate.locate import Locator
from zhengtu.validate.rules import SHAPES, Rule

RULE = SHAPES + "term-undeclared"
_BESIDE = ("registry", "alignment", "inferred", "provenance")


def undeclared(store: QueryStore, rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """One finding for each such term and graph, on the graph; none where ``rules`` have no such audit."""
    base = graphs.base_of(store.graphs())
    names = [NamedNode(graphs.named(base, name)) for name in _BESIDE]
    if RULE in rules:
        for row in store.select(sparql.text(__file__, "undeclared.rq"), {"graph": names}):
            graph, term, uses = map(printed, row)
            values = {"focus": graph, "g": graph, "term": term, "uses": uses}
            yield audit.finding(rules[RULE], values, Locator(Graph(), ""))
