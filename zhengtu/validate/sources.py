"""Lines and columns of findings, read off the source files where these are at hand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from loaders.errors import LoadError
from loaders.read import read
from zhengtu.validate.finding import Evidence, Finding, Where


class Sources:
    """The files of some folders.  A file serves only if its SHA-256 is the one the graph was built from."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._starts: dict[str, list[int] | None] = {}

    def placed(self, finding: Finding) -> Finding:
        """The finding with line and column of its evidence, unchanged where the source is not at hand."""
        evidence = finding.evidence
        if evidence is None or not finding.where.file:
            return finding
        starts = self._lines(finding.where)
        return replace(finding, evidence=_placed(evidence, starts)) if starts else finding

    def _lines(self, where: Where) -> list[int] | None:
        """The offset at which each line of the decoded source begins."""
        if where.sha256 not in self._starts:
            self._starts[where.sha256] = next(filter(None, (_starts(f / where.file, where) for f in self._folders)), None)
        return self._starts[where.sha256]


def _starts(path: Path, where: Where) -> list[int] | None:
    try:
        source = read(path)
    except LoadError:
        return None
    if source.sha256 != where.sha256:
        return None
    return [0, *(i + 1 for i, character in enumerate(source.text) if character == "\n")]


def _placed(evidence: Evidence, starts: list[int]) -> Evidence:
    line, end_line = bisect_right(starts, evidence.begin), bisect_right(starts, max(evidence.end - 1, evidence.begin))
    column, end_column = evidence.begin - starts[line - 1] + 1, evidence.end - starts[end_line - 1] + 1
    return replace(evidence, line=line, column=column, end_line=end_line, end_column=end_column)
