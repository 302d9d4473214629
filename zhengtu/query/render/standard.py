"""SPARQL 1.1 query results: JSON, XML, CSV, TSV, as pyoxigraph writes them."""

from __future__ import annotations

import json as _json

from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results

from zhengtu.query.table import Table
from zhengtu.store.protocol import Term

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def json(table: Table) -> str:
    """SPARQL 1.1 Query Results JSON."""
    bindings = [
        {name: _term(cell) for name, cell in zip(table.columns, row, strict=True) if cell is not None} for row in table.rows
    ]
    document = {"head": {"vars": list(table.columns)}, "results": {"bindings": bindings}}
    return _json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def xml(table: Table) -> str:
    """SPARQL Query Results XML."""
    return _convert(table, QueryResultsFormat.XML)


def csv(table: Table) -> str:
    """SPARQL 1.1 Query Results CSV (plain values, lines end in CR LF)."""
    return _convert(table, QueryResultsFormat.CSV)


def tsv(table: Table) -> str:
    """SPARQL 1.1 Query Results TSV (terms in Turtle syntax)."""
    return _convert(table, QueryResultsFormat.TSV)


def _convert(table: Table, form: QueryResultsFormat) -> str:
    results = parse_query_results(json(table), format=QueryResultsFormat.JSON)
    if not isinstance(results, QuerySolutions):
        raise TypeError("a table is a list of solutions")
    return (results.serialize(format=form) or b"").decode("utf-8")


def _term(cell: Term) -> dict[str, str]:
    if isinstance(cell, NamedNode):
        return {"type": "uri", "value": cell.value}
    if isinstance(cell, BlankNode):
        return {"type": "bnode", "value": cell.value}
    return _literal(cell)


def _literal(cell: Literal) -> dict[str, str]:
    if cell.language:
        return {"type": "literal", "value": cell.value, "xml:lang": cell.language}
    if cell.datatype.value == _STRING:
        return {"type": "literal", "value": cell.value}
    return {"type": "literal", "value": cell.value, "datatype": cell.datatype.value}
