"""Write the folder of tables: two readings of the sorted statements, one node in memory at a time."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from pyoxigraph import Quad

from zhengtu.export.context import Context
from zhengtu.export.csvw import ontology
from zhengtu.export.csvw.metadata import metadata
from zhengtu.export.csvw.node import Node, nodes, rowable
from zhengtu.export.csvw.schema import ID, Schema, Table
from zhengtu.export.sorting import Sorted
from zhengtu.export.statements import Order, arranged, statements
from zhengtu.store import QueryStore

METADATA = "csv-metadata.json"


def write(folder: Path, quads: Iterable[Quad], store: QueryStore, context: Context, description: str) -> None:
    """Fill the folder with the tables of ``quads`` and their metadata; classes and labels as the store's ontology has them.

    ``description`` is the name of the file that describes the dataset.  An empty text is an empty cell, as no value is.
    Raises ``OSError``, ``StoreError``.
    """
    schema = Schema(context, ontology.shared(store))
    with arranged(rowable(quads), Order.UNION) as found:
        schema.learn(nodes(statements(found, Order.UNION)))
        _rows(folder, found, schema)
    text = json.dumps(metadata(schema, ontology.labels(store), description), ensure_ascii=False, indent=1)
    (folder / METADATA).write_text(text + "\n", "utf-8")


def is_ours(folder: Path, description: str) -> bool:
    """Whether the folder holds an earlier export and nothing else."""
    try:
        tables = json.loads((folder / METADATA).read_text("utf-8"))["tables"]
        known = {METADATA, description, *(table["url"] for table in tables)}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return {path.name for path in folder.iterdir()} <= known


def _rows(folder: Path, found: Sorted, schema: Schema) -> None:
    with ExitStack() as stack:
        writers = {}
        for iri, table in sorted(schema.tables.items()):
            file = stack.enter_context((folder / table.file).open("w", encoding="utf-8", newline=""))
            writers[iri] = csv.writer(file)
            writers[iri].writerow([ID, *(column.name for column in table.columns.values())])
        for node in nodes(statements(found, Order.UNION)):
            iri = schema.table_of(node)
            writers[iri].writerow(_row(node, schema.tables[iri]))


def _row(node: Node, table: Table) -> list[str]:
    return [node.iri, *(column.separator.join(node.values.get(key, ())) for key, column in table.columns.items())]
