"""What the checks said of a graph, kept beside the store: one file a graph, good as long as its key is the same.

The key is a hash of the graph's content, of what the checks read beside it, of the shapes and of the version; in a graph
checked by slices, each slice has one as well.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhengtu.files import keep_json, kept_json
from zhengtu.validate.codec import decode, encode
from zhengtu.validate.finding import Finding


@dataclass(frozen=True, slots=True)
class Entry:
    """How many nodes each rule looked at, what was found, and the classes that nodes of other graphs had then."""

    seen: dict[str, int]
    findings: tuple[Finding, ...]
    elsewhere: dict[str, list[str]]


Parts = dict[str, Entry]
"""What was found in the parts of a graph, by their keys."""


class Cache:
    """A folder of answers.  What cannot be read or written is not there: the check is done anew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, graph: str) -> tuple[str, Parts]:
        """What was found last, and under which key; nothing where nothing can be read."""

        def found(data: dict[str, Any]) -> tuple[str, Parts]:
            return str(data["key"]), {key: _entry(one) for key, one in data["parts"].items()}

        return kept_json(self._path(graph), found) or ("", {})

    def put(self, graph: str, key: str, parts: Parts) -> None:
        """Keep what was found."""
        told = {
            name: {"seen": one.seen, "findings": list(map(encode, one.findings)), "elsewhere": one.elsewhere}
            for name, one in parts.items()
        }
        keep_json({"key": key, "graph": graph, "parts": told}, self._path(graph))

    def prune(self, graphs: list[str]) -> None:
        """Forget the graphs that are no more."""
        kept = {self._path(graph) for graph in graphs}
        for path in self._folder.glob("*.json"):
            if path not in kept:
                path.unlink(missing_ok=True)

    def _path(self, graph: str) -> Path:
        return self._folder / f"{hashlib.sha256(graph.encode()).hexdigest()[:24]}.json"


def _entry(data: dict[str, Any]) -> Entry:
    return Entry(data["seen"], tuple(map(decode, data["findings"])), data["elsewhere"])
