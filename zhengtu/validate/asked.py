"""What is asked of each graph: beside its own content, what the rest of the store has to say of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode

from zhengtu import graphs, sparql
from zhengtu.query.table import printed
from zhengtu.store.protocol import QueryStore
from zhengtu.validate.sources import Sources

Rows = tuple[tuple[str, dict[str, str]], ...]
"""Answers of audits: the rule's IRI, and the values by column."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A graph to check: what was inferred of its nodes (N-Triples), what audits over all documents say of it, its source."""

    graph: str
    inferred: str = ""
    rows: Rows = ()
    source: Path | None = None

    def digest(self) -> str:
        """SHA-256 of all but the name; of the source, whether it is there (it is the one the graph was built from)."""
        told = [self.inferred, self.rows, self.source is not None]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def asked(store: QueryStore, files: Mapping[str, Path | None], rows: Mapping[str, Rows], one: bool = False) -> list[Asked]:
    """What is asked of the graphs of ``files``, by name with their source files; ``one`` where these are not all but one.

    ``rows`` are the answers of the audits over all documents, by graph.
    """
    inferred = _inferred(store, next(iter(files)) if one else "")
    return [Asked(name, inferred.get(name, ""), rows.get(name, ()), path) for name, path in files.items()]


def found_files(store: QueryStore, names: Sequence[str], sources: Sources, one: bool = False) -> dict[str, Path | None]:
    """The source files of the graphs ``names``, ``None`` for one that is not at hand; ``one`` as for ``asked``."""
    rows = store.select(sparql.text(__file__, "files.rq"), {"graph": NamedNode(names[0])} if one else None)
    found = {home: sources.find(name, sha256) for home, name, sha256 in (map(printed, row) for row in rows)}
    return {name: found.get(name) for name in names}


def _inferred(store: QueryStore, graph: str) -> dict[str, str]:
    name = graphs.named(graphs.base_of(store.graphs()), "inferred")
    bound = {"inferred": NamedNode(name)} | ({"graph": NamedNode(graph)} if graph else {})
    lines: dict[str, list[str]] = {}
    for home, *triple in store.select(sparql.text(__file__, "inferred.rq"), bound):
        lines.setdefault(printed(home), []).append(" ".join(map(str, [*triple, ".\n"])))
    return {home: "".join(sorted(told)) for home, told in lines.items()}
