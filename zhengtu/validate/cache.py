"""What the checks said of a graph, kept beside the store: one file a graph, good as long as its key is the same.

The key is a hash of the graph's content, of what the checks read beside it, of the shapes and of the version.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from zhengtu.files import keep_json
from zhengtu.validate.codec import decode, encode
from zhengtu.validate.finding import Finding


@dataclass(frozen=True, slots=True)
class Entry:
    """How many nodes each rule looked at, what was found, and the classes that nodes of other graphs had then."""

    seen: dict[str, int]
    findings: tuple[Finding, ...]
    elsewhere: dict[str, list[str]]


class Cache:
    """A folder of answers.  What cannot be read or written is not there: the check is done anew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, graph: str, key: str) -> Entry | None:
        """What was found when the key was the same, else ``None``."""
        try:
            data = json.loads(self._path(graph).read_text("utf-8"))
            if data["key"] != key:
                return None
            return Entry(data["seen"], tuple(map(decode, data["findings"])), data["elsewhere"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, graph: str, key: str, entry: Entry) -> None:
        """Keep what was found."""
        findings = [encode(finding) for finding in entry.findings]
        data = {"key": key, "graph": graph, "seen": entry.seen, "findings": findings, "elsewhere": entry.elsewhere}
        keep_json(data, self._path(graph))

    def prune(self, graphs: list[str]) -> None:
        """Forget the graphs that are no more."""
        kept = {self._path(graph) for graph in graphs}
        for path in self._folder.glob("*.json"):
            if path not in kept:
                path.unlink(missing_ok=True)

    def _path(self, graph: str) -> Path:
        return self._folder / f"{hashlib.sha256(graph.encode()).hexdigest()[:24]}.json"
