"""The second lane: rules that join nodes or documents, run as queries on the store."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from zhengtu import sparql
from zhengtu.query.header import Text
from zhengtu.query.table import printed
from zhengtu.store.protocol import QueryStore
from zhengtu.validate.finding import Finding
from zhengtu.validate.locate import locate
from zhengtu.validate.rules import Rule

COMPONENT = "http://www.w3.org/ns/shacl#SPARQLConstraintComponent"


def findings(store: QueryStore, rule: Rule) -> Iterator[Finding]:
    """What an audit finds: each row of its answer, ``?focus`` in the graph ``?g``, with the message filled in."""
    answer = store.select(rule.sparql)
    for row in answer:
        values = {name: printed(cell) for name, cell in zip(answer.columns, row, strict=True)}
        where, evidence = locate(store, values["focus"], values["g"])
        what = Text(rule.message.zh.format(**values), rule.message.en.format(**values))
        yield Finding(rule, what, where, evidence, values["focus"], COMPONENT)


def looked_at(store: QueryStore, rule: Rule) -> int:
    """How many nodes of its class the store has."""
    return sum(instances(store, name) for name in rule.classes)


def instances(store: QueryStore, name: str) -> int:
    """How many nodes have the class, or the property, with this IRI."""
    rows = store.select(sparql.text(__file__, "instances.rq"), {"class": NamedNode(name)})
    return sum(int(printed(row[0])) for row in rows)
