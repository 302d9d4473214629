"""The second lane: rules that join nodes or documents, run as queries on a store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import NamedNode
from rdflib import URIRef

from zhengtu import sparql
from zhengtu.query.header import Text
from zhengtu.query.table import printed
from zhengtu.store.protocol import QueryStore
from zhengtu.validate.finding import Finding
from zhengtu.validate.locate import Locator
from zhengtu.validate.rules import Rule

COMPONENT = "http://www.w3.org/ns/shacl#SPARQLConstraintComponent"


def answers(store: QueryStore, rule: Rule, graphs: Mapping[str, Sequence[str]] | None = None) -> Iterator[dict[str, str]]:
    """The rows of an audit's answer as texts by column, ``focus`` and ``g`` (its graph) among them.

    ``graphs`` restricts columns that hold graphs, such as ``g``, to the graphs of these names.
    """
    bound = {column: [NamedNode(name) for name in names] for column, names in (graphs or {}).items()}
    answer = store.select(rule.sparql, bound)
    for row in answer:
        yield {name: printed(cell) for name, cell in zip(answer.columns, row, strict=True)}


def finding(rule: Rule, values: dict[str, str], places: Locator) -> Finding:
    """What one row says, with the message filled in; ``places`` are those of its graph."""
    focus = URIRef(values["focus"])
    what = Text(rule.message.zh.format(**values), rule.message.en.format(**values))
    evidence = places.evidence(focus)
    mark = " ".join([places.mark(focus, evidence), *(values[name] for name in rule.key)])
    return Finding(rule, what, places.where(focus), evidence, str(focus), COMPONENT, mark=mark)


def instances(store: QueryStore, name: str) -> int:
    """How many nodes have the class, or the property, with this IRI."""
    rows = store.select(sparql.text(__file__, "instances.rq"), {"class": NamedNode(name)})
    return sum(int(printed(row[0])) for row in rows)
