"""What is asked of each graph: beside its own content, what the rest of the store has to say of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode

from zhengtu import sparql
from zhengtu.query.table import printed
from zhengtu.store.protocol import QueryStore
from zhengtu.validate.leads import NOTHING, Leads, leads, read, told
from zhengtu.validate.sources import Sources

Rows = tuple[tuple[str, dict[str, str]], ...]
"""Answers of audits: the rule's IRI, and the values by column."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A graph to check: what was inferred of its nodes, what audits over all documents say of it, its source."""

    graph: str
    leads: Leads = NOTHING
    rows: Rows = ()
    source: Path | None = None

    def digest(self) -> str:
        """SHA-256 of all but the name; of the source, whether it is there (it is the one the graph was built from)."""
        told = [self.leads.digest, self.rows, self.source is not None]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def asked(
    store: QueryStore, files: Mapping[str, Path | None], rows: Mapping[str, Rows], cache: Path | None = None, one: bool = False
) -> list[Asked]:
    """What is asked of the graphs of ``files``, by name with their source files; ``one`` where these are not all but one.

    ``rows`` are the answers of the audits over all documents, by graph; ``cache`` the folder of what was found before.
    """
    known = {name: told(read(store, [name]).get(name, "")) for name in files} if one else leads(store, list(files), cache)
    return [Asked(name, known[name], rows.get(name, ()), path) for name, path in files.items()]


def found_files(store: QueryStore, names: Sequence[str], sources: Sources, one: bool = False) -> dict[str, Path | None]:
    """The source files of the graphs ``names``, ``None`` for one that is not at hand; ``one`` as for ``asked``."""
    rows = store.select(sparql.text(__file__, "files.rq"), {"graph": NamedNode(names[0])} if one else None)
    found = {home: sources.find(name, sha256) for home, name, sha256 in (map(printed, row) for row in rows)}
    return {name: found.get(name) for name in names}
