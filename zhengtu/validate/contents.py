"""What each graph of a store holds, as a hash; a graph whose stamp was seen before is not read again."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from zhengtu.files import keep_json, kept_json
from zhengtu.store import EmbeddedStore
from zhengtu.store.protocol import QueryStore

_NAME = "contents"


def digest(text: bytes) -> str:
    """SHA-256 of a graph as N-Triples; the order is its store's, which is the same for the same triples."""
    return hashlib.sha256(text).hexdigest()


class Contents:
    """The hashes of a store's graphs, kept in a folder by their stamps; without stamps, each graph is read to tell."""

    def __init__(self, store: QueryStore, folder: Path | None = None) -> None:
        self._folder = folder
        self._stamps = store.stamps() if isinstance(store, EmbeddedStore) else {}
        self._kept = _read(folder / _NAME) if folder else {}

    def known(self, name: str) -> str:
        """The hash of a graph that has the stamp it had when it was read, empty for any other."""
        stamp, kept = self._stamps.get(name), self._kept.get(name)
        return kept[1] if stamp and kept and kept[0] == stamp else ""

    def learn(self, name: str, found: str) -> None:
        """Take note of the hash of a graph that was read."""
        self._kept[name] = (self._stamps.get(name, ""), found)

    def keep(self) -> None:
        """Write down what is known of the graphs that have a stamp."""
        if self._folder is None or not self._stamps:
            return
        known = {name: kept for name, kept in sorted(self._kept.items()) if self._stamps.get(name, "") == kept[0]}
        keep_json(known, self._folder / _NAME)


def _read(path: Path) -> dict[str, tuple[str, str]]:
    def names(kept: dict[str, Any]) -> dict[str, tuple[str, str]]:
        return {str(name): (str(stamp), str(found)) for name, (stamp, found) in kept.items()}

    return kept_json(path, names) or {}
