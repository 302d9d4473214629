"""What was found in a whole store, kept beside it: where nothing has changed since, nothing is asked again."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhengtu import __version__, graphs
from zhengtu.files import keep_json, kept_json
from zhengtu.store import EmbeddedStore
from zhengtu.store.protocol import QueryStore
from zhengtu.validate.codec import decode, encode
from zhengtu.validate.finding import Finding
from zhengtu.validate.rules import digest

_NAME = "whole"


@dataclass(frozen=True, slots=True)
class Whole:
    """How many nodes each rule looked at in all graphs, and what was found in them."""

    seen: Counter[str]
    findings: list[Finding]


def key(store: QueryStore, folder: Path, files: Mapping[str, Path | None]) -> str:
    """A hash that is the same while graphs, rules and version are, and the source files that are at hand.

    Empty for a store whose graphs have no stamps.  ``files`` are the source files by graph.
    """
    stamps = store.stamps() if isinstance(store, EmbeddedStore) else {}
    written = graphs.named(graphs.base_of(list(stamps)), "validation")
    counted = sorted((name, stamp) for name, stamp in stamps.items() if name != written)
    at_hand = sorted(name for name, path in files.items() if path)
    told = json.dumps([__version__, digest(folder), counted, at_hand])
    return hashlib.sha256(told.encode()).hexdigest() if stamps else ""


def read(folder: Path | None, key: str) -> Whole | None:
    """What was kept under a key; ``None`` for nothing, for an empty key, and for what cannot be read."""
    if not folder or not key:
        return None

    def whole(kept: dict[str, Any]) -> Whole | None:
        return Whole(Counter(kept["seen"]), list(map(decode, kept["findings"]))) if kept["key"] == key else None

    return kept_json(folder / _NAME, whole)


def write(folder: Path | None, key: str, whole: Whole) -> None:
    """Keep it; what cannot be written is asked anew next time."""
    if not folder or not key:
        return
    kept = {"key": key, "seen": whole.seen, "findings": list(map(encode, whole.findings))}
    keep_json(kept, folder / _NAME)
