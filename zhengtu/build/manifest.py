"""``manifest.toml`` of a corpus folder: what is known of the files that their texts do not say.

One ``[[document]]`` a file: ``file`` (path below the folder), and any of ``sha256``, ``found_at``, ``publisher``, ``rights``.
``exclude`` at the top lists glob patterns of files that are no documents, ``license`` is the IRI of the licence under which a
graph built from the folder is given away; ``publisher`` and ``contact`` are who gives it away and whom to write to, each a
table with ``name`` and ``url`` (http, https or mailto).  A folder without a manifest loads just as well.
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
_ADDRESS = re.compile(rf"{_IRI.pattern}|mailto:[^\s<>\"{{}}|\\^`@]+@[^\s<>\"{{}}|\\^`@]+")


class ManifestError(ValueError):
    """A manifest that cannot be used; ``str`` says why in one line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest says of one file; empty where it does not say."""

    sha256: str = ""
    found_at: str = ""
    publisher: str = ""
    rights: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Agent:
    """Somebody: a name, and an address on the web or of mail; either may be empty."""

    name: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Entries by the file's path below the folder, the patterns to leave out, what is said of the graph (else empty)."""

    entries: dict[str, Entry] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    license: str = ""
    publisher: Agent | None = None
    contact: Agent | None = None

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
    entries = dict(_entry(item) for item in documents)
    return Manifest(entries, tuple(map(str, exclude)), licence, _agent(data, "publisher"), _agent(data, "contact"))


def _agent(data: dict[str, object], key: str) -> Agent | None:
    told = data.get(key)
    if told is None:
        return None
    if not isinstance(told, dict) or not told or told.keys() - {"name", "url"} or not all(map(_is_said, told.values())):
        raise ManifestError(say("manifest.bad", why=f'{key} = {{ name = "…", url = "https://…" }}'))
    if "url" in told and not _ADDRESS.fullmatch(told["url"]):
        raise ManifestError(say("manifest.bad", why=f"{key}.url = {told['url']}"))
    return Agent(**told)


def _is_said(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _entry(item: object) -> tuple[str, Entry]:
    if not isinstance(item, dict) or not isinstance(item.get("file"), str):
        raise ManifestError(say("manifest.bad", why="[[document]] file = ?"))
    values = {key: item[key] for key in Entry.__slots__ if key in item}
    if not all(isinstance(value, str) for value in values.values()):
        raise ManifestError(say("manifest.bad", why=item["file"]))
    return item["file"], Entry(**values)
