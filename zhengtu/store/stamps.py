"""Stamps of the graphs of a generation: a graph that has the stamp it had before holds what it held before.

A build writes ``stamps.json`` beside the database, with the stamp of each graph and the files the database had then.  A graph
that a build does not touch keeps its stamp; one that it does, or may, gets a new one, unlike any other.  Whatever else writes
into the database changes its files, and the stamps count no more.

Beside the stamps stand the last steps from one to the next: where single statements were written or taken out, the nodes they
are about.  So a reader that knows a graph at an earlier stamp need not read all of it to learn what changed.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from zhengtu.files import kept_json

NAME = "stamps.json"
_DATA = (".sst", ".log")  # tables and write-ahead log; MANIFEST-* lists the tables
_MOST = 20_000  # nodes in the steps of a graph: beyond, the earliest are forgotten

Step = tuple[str, str, list[str]]
"""The stamp before, the stamp after, and the nodes whose statements may differ."""


@dataclass(frozen=True, slots=True)
class Stamps:
    """The stamps of the graphs of a database, by the IRI of the graph, and the last steps of each that lead to its stamp."""

    graphs: dict[str, str] = field(default_factory=dict)
    steps: dict[str, list[Step]] = field(default_factory=dict)

    def touched(self, name: str, since: str) -> set[str] | None:
        """The nodes of which a graph may say something else than at an earlier stamp; ``None`` where that is not known."""
        nodes = set[str]()
        stamp = self.graphs.get(name, "")
        for before, after, written in reversed(self.steps.get(name, [])):
            if since == stamp:
                break
            if after != stamp:
                return None
            stamp = before
            nodes.update(written)
        return nodes if since and since == stamp else None


def read(folder: Path) -> Stamps:
    """The stamps of the database in ``folder``; none where it was changed since, or never stamped."""

    def stamps(kept: dict[str, Any]) -> Stamps:
        steps = {name: [(a, b, nodes) for a, b, nodes in steps] for name, steps in kept.get("steps", {}).items()}
        return Stamps(dict(kept["graphs"]), steps) if kept["files"] == _files(folder) else Stamps()

    return kept_json(folder / NAME, stamps) or Stamps()


def write(folder: Path, names: Iterable[str], kept: Mapping[str, str], before: Stamps, written: Mapping[str, set[str]]) -> None:
    """Stamp the graphs ``names`` of a closed database: with what they have in ``kept``, else anew.

    ``before`` are the stamps it began with, ``written`` the nodes of graphs of which single statements were written or taken
    out.  Raises ``OSError``.
    """
    fresh = secrets.token_hex(16)
    graphs = {name: kept.get(name, fresh) for name in names}
    steps = {name: list(before.steps.get(name, [])) for name in graphs}
    for name in graphs.keys() - kept.keys():
        new = [(before.graphs[name], fresh, sorted(written[name]))] if name in written and name in before.graphs else []
        steps[name] = _last([*steps[name], *new]) if new else []
    told = {"files": _files(folder), "graphs": graphs, "steps": {name: one for name, one in steps.items() if one}}
    (folder / NAME).write_text(json.dumps(told), "utf-8")


def _last(steps: list[Step]) -> list[Step]:
    """The latest steps that have no more nodes than are kept."""
    while sum(len(nodes) for _, _, nodes in steps) > _MOST:
        steps = steps[1:]
    return steps


def _files(folder: Path) -> dict[str, int]:
    """The files that hold the data, with their sizes in bytes."""
    found = (path for path in folder.iterdir() if path.suffix in _DATA or path.name.startswith("MANIFEST-"))
    return {path.name: path.stat().st_size for path in found}
