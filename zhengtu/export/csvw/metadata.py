"""``csv-metadata.json``: what the tables and their columns are (Metadata Vocabulary for Tabular Data)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zhengtu.export.csvw.schema import ID, Column, Schema, Table, datatype

Labels = Mapping[str, Mapping[str, str]]
"""IRI → language → label."""


def metadata(schema: Schema, labels: Labels, description: str) -> dict[str, Any]:
    """The description of the tables as a table group; ``description`` is the file that describes the dataset."""
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "rdfs:seeAlso": {"@id": description},
        "tables": [_table(table, labels) for table in schema.tables.values()],
    }


def _table(table: Table, labels: Labels) -> dict[str, Any]:
    identifier = {"name": ID, "titles": ID, "datatype": "anyURI", "required": True, "suppressOutput": True}
    columns = [identifier, *(_column(column, labels) for column in table.columns.values())]
    schema = {"aboutUrl": f"{{+{ID}}}", "primaryKey": ID, "columns": columns}
    return {"url": table.file, **_titled(table.iri, labels), "rdfs:seeAlso": {"@id": table.iri}, "tableSchema": schema}


def _column(column: Column, labels: Labels) -> dict[str, Any]:
    kind = column.key.kind
    found: dict[str, Any] = {"name": column.name, "titles": column.name, **_titled(column.key.predicate, labels)}
    found |= {"propertyUrl": column.key.predicate, "datatype": datatype(kind)}
    if kind.startswith("@"):
        found["lang"] = kind[1:]
    if column.many:
        found["separator"] = column.separator
    elif kind == "iri":
        found["valueUrl"] = f"{{+{column.name}}}"
    return found


def _titled(iri: str, labels: Labels) -> dict[str, Any]:
    titles = [{"@value": text, "@language": language} for language, text in labels.get(iri, {}).items()]
    return {"dc:title": titles} if titles else {}
