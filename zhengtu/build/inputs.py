"""Which files make the corpus.

A file named on the command line is always tried.  In a folder (searched through) hidden files, ``manifest.toml``, what the
manifest excludes and the folder's own papers (``README``, ``LICENSE`` … in any format) are passed over; anything else is a
document, and one of an unknown format is reported, not passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from zhengtu.build import manifest
from zhengtu.messages import say

FORMATS = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".xlsx", ".pdf")
_SAVE_AS = dict.fromkeys((".doc", ".wps", ".wpt", ".rtf", ".odt"), ".docx") | dict.fromkeys((".xls", ".et", ".ods"), ".xlsx")
"""Formats of the usual office programs, and the one to save them as."""
_PAPERS = ("readme", "license", "licence", "copying", "changelog", "contributing")
_TEXT_LIMIT, _FILE_LIMIT = 16 << 20, 256 << 20  # bytes: the longest policy texts are below 2 MB; scans may be large


@dataclass(frozen=True, slots=True)
class Input:
    """A file to load and what the manifest says of it."""

    path: Path
    entry: manifest.Entry = manifest.Entry()

    @property
    def stem(self) -> str:
        """The document's name."""
        return self.path.stem


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that was skipped, and why."""

    path: Path
    reason: str


@dataclass(slots=True)
class Inputs:
    """What to load, by stem, the licences, publishers and contacts the folders name, and what was skipped before loading."""

    files: list[Input] = field(default_factory=list)
    licences: set[str] = field(default_factory=set)
    publishers: set[manifest.Agent | None] = field(default_factory=set)
    contacts: set[manifest.Agent | None] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def collect(places: Iterable[Path]) -> Inputs:
    """The documents in the files and folders, the same whatever their order; each problem names its file."""
    found = Inputs()
    for place in dict.fromkeys(places):
        if place.is_dir():
            _folder(place, found)
        else:
            found.files.append(Input(place))
    found.files = list(_distinct(found))
    found.problems.sort(key=lambda problem: str(problem.path))
    return found


def _folder(folder: Path, found: Inputs) -> None:
    try:
        known = manifest.read(folder)
    except manifest.ManifestError as error:
        found.problems.append(Problem(folder / manifest.NAME, str(error)))
        known = manifest.Manifest()
    found.licences |= {known.license} - {""}
    found.publishers |= {known.publisher} - {None}
    found.contacts |= {known.contact} - {None}
    relatives = {path.relative_to(folder).as_posix(): path for path in sorted(_walk(folder, found))}
    for relative, path in relatives.items():
        if not _passed_over(relative) and not known.excludes(relative):
            found.files.append(Input(path, known.entries.get(relative, manifest.Entry())))
    for missing in sorted(known.entries.keys() - relatives.keys()):
        found.problems.append(Problem(folder / missing, say("input.missing")))


def _walk(folder: Path, found: Inputs) -> Iterator[Path]:
    """All files below the folder; a folder that carries a document's extension counts as one (it cannot be read as such)."""
    try:
        children = list(folder.iterdir())
    except OSError as error:
        found.problems.append(Problem(folder, say("input.unreadable", why=error.strerror)))
        return
    for child in children:
        if child.is_dir() and child.suffix.lower() not in FORMATS:
            if not child.name.startswith("."):
                yield from _walk(child, found)
        else:
            yield child


def _passed_over(relative: str) -> bool:
    name = relative.rsplit("/", 1)[-1].lower()
    return name.startswith(".") or name == manifest.NAME or name.split(".")[0] in _PAPERS


def _distinct(found: Inputs) -> Iterator[Input]:
    """One input a file and a stem, with its manifest entry however it was named; a second of the stem is a problem."""
    taken: dict[str, Path] = {}
    seen: set[Path] = set()
    for item in sorted(found.files, key=lambda i: (i.stem, i.entry == manifest.Entry(), str(i.path))):
        real = item.path.resolve()
        if real in seen:
            continue
        seen.add(real)
        reason = _unfit(item.path)
        if not reason and item.stem in taken:
            reason = say("input.duplicate", stem=item.stem, other=taken[item.stem])
        if reason:
            found.problems.append(Problem(item.path, reason))
            continue
        taken[item.stem] = item.path
        yield item


def _unfit(path: Path) -> str:
    """Why the file cannot be a document, told without opening it; empty when it may be."""
    if not path.exists():
        return say("input.missing")
    if better := _SAVE_AS.get(path.suffix.lower()):
        return say("input.save_as", suffix=path.suffix, better=better)
    if path.suffix.lower() not in FORMATS:
        return say("input.format", suffix=path.suffix or "∅", known=" ".join(FORMATS))
    if path.is_dir():
        return say("input.folder")
    try:
        size = path.stat().st_size
    except OSError as error:
        return say("input.unreadable", why=error.strerror)
    limit = _FILE_LIMIT if path.suffix.lower() in (".docx", ".xlsx", ".pdf") else _TEXT_LIMIT
    return say("input.large", size=size >> 20, limit=limit >> 20) if size > limit else ""
