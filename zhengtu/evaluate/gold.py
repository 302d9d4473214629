"""Read a gold set: a folder with one CSV file a kind, and perhaps ``coverage.csv``."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from zhengtu.evaluate.errors import EvaluateError
from zhengtu.evaluate.kinds import KINDS, Kind
from zhengtu.evaluate.messages import say
from zhengtu.evaluate.prepare import Row

COVERAGE = "coverage"


@dataclass(frozen=True, slots=True)
class GoldFile:
    """One file: its columns, and its rows under the names the kind uses."""

    columns: frozenset[str]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """``files`` by kind; ``complete``: (document, kind) where the gold has all there is; ``unknown``: files of no kind."""

    name: str
    files: dict[str, GoldFile]
    documents: tuple[str, ...]
    complete: frozenset[tuple[str, str]]
    unknown: tuple[str, ...]

    def only(self, kinds: Collection[str], documents: Collection[str]) -> GoldSet:
        """The part with these kinds and documents; an empty collection means all.

        Raises ``EvaluateError`` for a kind or document the set does not have.
        """
        for asked, known, key in ((kinds, self.files, "kind"), (documents, self.documents, "document")):
            for name in asked:
                if name not in known:
                    raise EvaluateError(say(f"no_{key}", name=name, known=" ".join(known)))
        kept = {name: file for name, file in self.files.items() if not kinds or name in kinds}
        return replace(self, files=kept, documents=tuple(d for d in self.documents if not documents or d in documents))


def read(folder: Path) -> GoldSet:
    """The gold set in a folder.  Raises ``EvaluateError``."""
    if not folder.is_dir():
        raise EvaluateError(say("no_folder", path=folder))
    found = {path.stem: path for path in sorted(folder.glob("*.csv"))}
    files = {kind.name: _file(found[kind.gold_file], kind) for kind in KINDS.values() if kind.gold_file in found}
    if not files:
        raise EvaluateError(say("no_gold", path=folder, known=" ".join(KINDS)))
    listed = _file(found[COVERAGE]).rows if COVERAGE in found else ()
    documents = dict.fromkeys(row["document"] for row in [*listed, *_rows(files)])
    if COVERAGE in found:
        pairs = {(row["document"], row.get("kind", "")) for row in listed}
        complete = {(d, name) for d in documents for name in files if (d, KINDS[name].gold_file) in pairs}
    else:
        complete = {(d, name) for d in documents for name in files}
    known = {kind.gold_file for kind in KINDS.values()} | {COVERAGE}
    unknown = tuple(path.name for stem, path in found.items() if stem not in known)
    return GoldSet(folder.resolve().name, files, tuple(sorted(documents)), frozenset(complete), unknown)


def _rows(files: dict[str, GoldFile]) -> Iterable[Row]:
    return (row for file in files.values() for row in file.rows)


def _file(path: Path, kind: Kind | None = None) -> GoldFile:
    columns, rows = table(path)
    names = {name: kind.renamed[name] for name in columns if kind and name in kind.renamed}
    if "document" not in {names.get(name, name) for name in columns}:
        raise EvaluateError(say("no_column", path=path, column="document"))
    renamed = tuple({names.get(name, name): value for name, value in row.items()} for row in rows)
    return GoldFile(frozenset(names.get(name, name) for name in columns), renamed)


def table(path: Path) -> tuple[list[str], list[Row]]:
    """Header and rows of a CSV file, values stripped.  Raises ``EvaluateError`` where it is none."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            columns = [name.strip() for name in next(reader, [])]
            rows = []
            for cells in reader:
                if not cells:
                    continue
                if len(cells) != len(columns):
                    raise EvaluateError(say("ragged", path=path, line=reader.line_num))
                rows.append(dict(zip(columns, map(str.strip, cells), strict=True)))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise EvaluateError(say("unreadable", path=path, why=error)) from error
    return columns, rows
