"""What the audits over all documents found, kept beside the store with the state of the graphs it was found in."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from zhengtu.files import keep_json, kept_json

_NAME = "joined"
Row = dict[str, str]
"""One row of an audit's answer as texts by column."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Rows by audit; ``stamps`` of all graphs then; ``said``, by graph beside the documents', what the audits read of it."""

    key: str
    stamps: dict[str, str]
    said: dict[str, list[str]]
    rows: dict[str, list[Row]]


def read(folder: Path, key: str) -> Kept | None:
    """What was kept under this key; ``None`` for nothing, and for what cannot be read."""
    kept = kept_json(folder / _NAME, lambda told: Kept(**told))
    return kept if kept and kept.key == key else None


def write(folder: Path, kept: Kept) -> None:
    """Keep it; what cannot be written is asked anew next time."""
    keep_json(asdict(kept), folder / _NAME)
