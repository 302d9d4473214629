"""``manifest.toml`` of a corpus folder: what is known of the files that their texts do not say.

One ``[[document]]`` a file: ``file`` (path below the folder), and any of ``sha256``, ``found_at``, ``publisher``, ``rights``.
``exclude`` at the top lists glob patterns of files that are no documents, ``license`` is the IRI of the licence under which a
graph built from the folder is given away.  A folder without a manifest loads just as well.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from zhengtu.messages import say

NAME = "manifest.toml"
_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


class ManifestError(ValueError):
    """A manifest that cannot be used; ``str`` says why in one line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest says of one file; empty where it does not say."""

    sha256: str = ""
    found_at: str = ""
    publisher: str = ""
    rights: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Entries by the file's path below the folder, the patterns to leave out, the licence of the graph (empty: not said)."""

    entries: dict[str, Entry] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    license: str = ""

    def excludes(self, relative: str) -> bool:
        """Whether the file below the folder is none of the corpus."""
        return any(fnmatch(relative, pattern) for pattern in self.exclude)


def read(folder: Path) -> Manifest:
    """The folder's manifest, an empty one where there is none.  Raises ``ManifestError``."""
    try:
        data = tomllib.loads((folder / NAME).read_text("utf-8"))
    except FileNotFoundError:
        return Manifest()
    except (OSError, ValueError) as error:
        raise ManifestError(say("manifest.bad", why=error)) from error
    documents, exclude = data.get("document", []), data.get("exclude", [])
    if not isinstance(documents, list) or not isinstance(exclude, list):
        raise ManifestError(say("manifest.bad", why="[[document]], exclude"))
    licence = data.get("license", "")
    if not isinstance(licence, str) or (licence and not _IRI.fullmatch(licence)):
        raise ManifestError(say("manifest.bad", why=f"license = {licence}"))
    return Manifest(dict(_entry(item) for item in documents), tuple(str(pattern) for pattern in exclude), licence)


def _entry(item: object) -> tuple[str, Entry]:
    if not isinstance(item, dict) or not isinstance(item.get("file"), str):
        raise ManifestError(say("manifest.bad", why="[[document]] file = ?"))
    values = {key: item[key] for key in Entry.__slots__ if key in item}
    if not all(isinstance(value, str) for value in values.values()):
        raise ManifestError(say("manifest.bad", why=item["file"]))
    return item["file"], Entry(**values)
