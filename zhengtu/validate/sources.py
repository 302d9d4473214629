"""The source files, where these are at hand: lines and columns of findings, and what is printed at a place."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from loaders.emit.spans import printed
from loaders.errors import LoadError
from loaders.model import Source
from loaders.read import read
from zhengtu.validate.finding import Evidence, Finding


class Sources:
    """The files of some folders, at any depth.  A file serves only if its SHA-256 is the one the graph was built from."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._named: dict[str, list[Path]] | None = None
        self._sha256: dict[Path, str] = {}

    def find(self, name: str, sha256: str) -> Path | None:
        """The file with this name and content, ``None`` where it is not at hand."""
        if self._named is None:
            self._named = {}
            for path in (path for folder in self._folders for path in sorted(folder.rglob("*"))):
                self._named.setdefault(path.name, []).append(path)
        return next((path for path in self._named.get(name, []) if self._hash(path) == sha256), None)

    def _hash(self, path: Path) -> str:
        if path not in self._sha256:
            try:
                self._sha256[path] = hashlib.sha256(path.read_bytes()).hexdigest()
            except OSError:
                self._sha256[path] = ""
        return self._sha256[path]


class Text:
    """One source file, decoded."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._starts = [0, *(i + 1 for i, character in enumerate(source.text) if character == "\n")]

    @staticmethod
    def of(path: Path | None) -> Text | None:
        """The file's text, ``None`` for none and for what cannot be read any more."""
        try:
            return Text(read(path)) if path else None
        except LoadError:
            return None

    def prints(self, begin: int, end: int, exact: str) -> bool:
        """Whether ``exact`` is what is printed in ``[begin, end)``; a scraped text's marks of items taken for pages or not."""
        return any(printed(self._source, begin, end, scraped) == exact for scraped in (False, True))

    def placed(self, finding: Finding) -> Finding:
        """The finding with line and column of its evidence."""
        evidence = finding.evidence
        return replace(finding, evidence=_placed(evidence, self._starts)) if evidence else finding


def _placed(evidence: Evidence, starts: list[int]) -> Evidence:
    line, end_line = bisect_right(starts, evidence.begin), bisect_right(starts, max(evidence.end - 1, evidence.begin))
    column, end_column = evidence.begin - starts[line - 1] + 1, evidence.end - starts[end_line - 1] + 1
    return replace(evidence, line=line, column=column, end_line=end_line, end_column=end_column)
