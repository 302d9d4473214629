"""The alignment as SSSOM/TSV (https://mapping-commons.github.io/sssom/): a head of ``#`` lines in YAML, then a mapping a row.

Subject is the task or measure of the upper text, object that of the lower one: ``skos:closeMatch`` where the lower says the
same, ``narrowMatch`` where it says less, ``relatedMatch`` where it says more.  ``comment`` has the relation, and in the words
of the texts what was added and dropped.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from pyoxigraph import NamedNode

from zhengtu import __version__, graphs, sparql
from zhengtu.export.description import licences
from zhengtu.store import QueryStore
from zhengtu.store.protocol import Cell

COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "subject_source",
    "object_source",
    "similarity_score",
    "comment",
)
_PREFIXES = {"skos": "http://www.w3.org/2004/02/skos/core#", "semapv": "https://w3id.org/semapv/vocab/"}
_UNSPECIFIED = "https://w3id.org/sssom/license/unspecified"  # what SSSOM takes where none is given


def sssom(store: QueryStore, document: str | None = None) -> Iterator[bytes]:
    """The mappings of the store, or those with one side in ``document`` (stem), sorted.  Raises ``StoreError``."""
    base = graphs.base_of(store.graphs())
    prefixes = {"zhengtu": base, **_PREFIXES}
    yield "".join(f"#{line}\n" for line in _head(store, base, prefixes)).encode("utf-8")
    yield _line(COLUMNS)
    wanted = None if document is None else f"{base}doc/{document}"
    for row in store.select(sparql.text(__file__, "mappings.rq")):
        if wanted is None or wanted in {_text(row[6]), _text(row[7])}:
            yield _line(_cells(row, prefixes))


def _head(store: QueryStore, base: str, prefixes: dict[str, str]) -> Iterator[str]:
    yield "curie_map:"
    yield from (f"  {prefix}: {json.dumps(iri)}" for prefix, iri in prefixes.items())
    known = licences(store)
    fields = {
        "mapping_set_id": graphs.named(base, "alignment"),
        "mapping_set_title": "上下级文件任务与举措的对应",
        "license": known[0] if known else _UNSPECIFIED,
        "mapping_tool": "Zhengtu",
        "mapping_tool_version": __version__,
    }
    yield from (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())


def _cells(row: tuple[Cell, ...], prefixes: dict[str, str]) -> tuple[str, ...]:
    cells = [_curie(cell, prefixes) for cell in row[:9]]
    _, _, _, relation, added, dropped = (_text(cell) for cell in row[6:])
    said = [relation.rpartition("#")[2]]
    said += [f"{mark} {words}" for mark, words in (("＋", added), ("－", dropped)) if words]
    return (*cells, " ".join(said))


def _text(cell: Cell) -> str:
    return "" if cell is None else cell.value


def _curie(cell: Cell, prefixes: dict[str, str]) -> str:
    text = _text(cell)
    if isinstance(cell, NamedNode):
        for prefix, iri in prefixes.items():
            if text.startswith(iri):
                return f"{prefix}:{text.removeprefix(iri)}"
    return text


def _line(cells: tuple[str, ...]) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter="\t", lineterminator="\n").writerow(cells)
    return text.getvalue().encode("utf-8")
