"""Stamps of the graphs of a generation: a graph that has the stamp it had before holds what it held before.

A build writes ``stamps.json`` beside the database, with the stamp of each graph and the files the database had then.  A graph
that a build does not touch keeps its stamp; one that it does, or may, gets a new one, unlike any other.  Whatever else writes
into the database changes its files, and the stamps count no more.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from pathlib import Path

NAME = "stamps.json"
_DATA = (".sst", ".log")  # tables and write-ahead log; MANIFEST-* lists the tables


def read(folder: Path) -> dict[str, str]:
    """The stamps of the database in ``folder`` by the IRI of the graph; none where it was changed since, or never stamped."""
    try:
        kept = json.loads((folder / NAME).read_text("utf-8"))
        return dict(kept["graphs"]) if kept["files"] == _files(folder) else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def write(folder: Path, names: Iterable[str], kept: dict[str, str]) -> None:
    """Stamp the graphs ``names`` of a closed database: with what they have in ``kept``, else anew.  Raises ``OSError``."""
    fresh = secrets.token_hex(16)
    graphs = {name: kept.get(name, fresh) for name in names}
    (folder / NAME).write_text(json.dumps({"files": _files(folder), "graphs": graphs}), "utf-8")


def _files(folder: Path) -> dict[str, int]:
    """The files that hold the data, with their sizes in bytes."""
    found = (path for path in folder.iterdir() if path.suffix in _DATA or path.name.startswith("MANIFEST-"))
    return {path.name: path.stat().st_size for path in found}
