"""The quads as one Parquet file, for DuckDB, Spark, polars and the like: a row a quad, in canonical order within each graph."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from zhengtu.export.errors import ExportError
from zhengtu.export.statements import batches
from zhengtu.messages import say

COLUMNS = ("graph", "subject", "predicate", "object", "object_type", "datatype", "language")
"""``object_type`` is ``iri``, ``literal`` or ``blank``; ``datatype`` and ``language`` are null of anything but a literal."""
_ROWS = 50_000  # a row group
Row = tuple[str, str, str, str, str, str | None, str | None]


def parquet(quads: Iterable[Quad]) -> Iterator[bytes]:
    """The file, a row group at a time, compressed with Zstandard.  Raises ``ExportError`` where pyarrow is missing."""
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter
    except ImportError:
        raise ExportError(say("export.no_pyarrow")) from None
    schema = pa.schema([pa.field(name, pa.string(), nullable=name in ("datatype", "language")) for name in COLUMNS])
    drain = _Drain()
    with ParquetWriter(drain, schema, compression="zstd") as writer:
        for batch in batches(map(_row, quads), _ROWS):
            writer.write_table(pa.table(list(map(list, zip(*batch, strict=True))), schema=schema))
            yield drain.take()
    yield drain.take()


class _Drain(io.RawIOBase):
    """A file that is written at its end only and emptied on the way."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._taken = 0

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: object, /) -> int:
        """Append."""
        before = len(self._held)
        self._held += memoryview(data)  # type: ignore[arg-type]  # any buffer
        return len(self._held) - before

    def tell(self) -> int:
        """How much was written in all."""
        return self._taken + len(self._held)

    def take(self) -> bytes:
        """What was written since the last time."""
        taken = bytes(self._held)
        self._taken += len(taken)
        self._held.clear()
        return taken


def _row(quad: Quad) -> Row:
    graph = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
    head = graph, _name(quad.subject), quad.predicate.value
    value = quad.object
    if isinstance(value, Literal):
        return (*head, value.value, "literal", value.datatype.value, value.language)
    return (*head, _name(value), "blank" if isinstance(value, BlankNode) else "iri", None, None)


def _name(node: object) -> str:
    return node.value if isinstance(node, NamedNode) else str(node)
