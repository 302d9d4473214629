"""A table as RDF, in the result-set vocabulary of the SPARQL test suites."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from zhengtu.query.table import Table

RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_PREFIXES = {"rs": RS, "xsd": "http://www.w3.org/2001/XMLSchema#", "zt": "https://w3id.org/zhengtu/ns#"}


def turtle(table: Table) -> str:
    """The table as an ``rs:ResultSet``; solutions are numbered by ``rs:index``, since their order is part of the answer."""
    return (serialize(_triples(table), format=RdfFormat.TURTLE, prefixes=_PREFIXES) or b"").decode("utf-8")


def _triples(table: Table) -> Iterator[Triple]:
    top = BlankNode("results")
    yield Triple(top, _TYPE, _rs("ResultSet"))
    for name in table.columns:
        yield Triple(top, _rs("resultVariable"), Literal(name))
    for n, row in enumerate(table.rows, 1):
        solution = BlankNode(f"solution{n}")
        yield Triple(top, _rs("solution"), solution)
        yield Triple(solution, _rs("index"), Literal(n))
        for k, (name, cell) in enumerate(zip(table.columns, row, strict=True), 1):
            if cell is None:
                continue
            binding = BlankNode(f"binding{n}x{k}")
            yield Triple(solution, _rs("binding"), binding)
            yield Triple(binding, _rs("variable"), Literal(name))
            yield Triple(binding, _rs("value"), cell)


def _rs(name: str) -> NamedNode:
    return NamedNode(RS + name)
