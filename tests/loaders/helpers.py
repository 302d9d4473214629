"""Run a small text through the stages, and read the gold files."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from loaders.clean import clean
from loaders.model import Clause, CleanText, Source
from loaders.pipeline import Loaded, Stages, load, stages
from loaders.read import MEDIA_TYPES, read, read_bytes

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
GOLD = ROOT / "tests/gold/corpus"
WRITTEN = ROOT / "tests/gold/written/docs"
NATIONAL, PROVINCIAL = "thepaper-2022-03-15", "hubei-division-2022-16"
TEXTS = ("capitals-action-plan-2017", "hubei-daily-2022-03-05", PROVINCIAL, NATIONAL, "wuhan-circle-agreement-2021")

ROLES = {"lead": "牵头", "participant": "参加", "responsible": "负责"}


def source(text: str, suffix: str = ".txt", stem: str = "sample") -> Source:
    """``text`` as read from a UTF-8 file."""
    path = Path(stem + suffix)
    return read_bytes(text.encode(), path, MEDIA_TYPES[suffix])


def cleaned(text: str, suffix: str = ".txt") -> CleanText:
    """The clean text of ``text``."""
    return clean(source(text, suffix))


def lines(text: str, suffix: str = ".txt") -> list[str]:
    """The clean paragraphs of ``text``."""
    found = cleaned(text, suffix).text
    return found.split("\n") if found else []


def cells(text: str) -> dict[tuple[int, int], list[str]]:
    """The cells of the tables in ``text`` by row and column."""
    found: dict[tuple[int, int], list[str]] = {}
    clean = cleaned(text)
    for block in clean.blocks:
        if block.kind == "cell":
            found.setdefault((block.row, block.column), []).append(clean.text[block.begin : block.end])
    return found


def staged(text: str, suffix: str = ".txt", stem: str = "sample") -> Stages:
    """All stages of ``text``."""
    return stages(source(text, suffix, stem))


def path_of(stem: str) -> Path:
    """The file of a corpus text or a written document."""
    return next(p for folder in (CORPUS, WRITTEN) for p in folder.glob(f"{stem}.*"))


@lru_cache(maxsize=32)
def corpus(stem: str) -> Stages:
    """All stages of a shipped document, run once."""
    return stages(read(path_of(stem)))


@lru_cache(maxsize=32)
def loaded(stem: str) -> Loaded:
    """The quads of a shipped document, made once."""
    return load(path_of(stem))


def gold(kind: str, document: str = "") -> list[dict[str, str]]:
    """The rows of a gold file of the corpus, of one document or all."""
    with (GOLD / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if not document or row["document"] == document]


def squeezed(text: str) -> str:
    """Without white space."""
    return "".join(text.split())


def shares(clause: Clause) -> list[str]:
    """``unit role`` of each share, in order."""
    return [f"{s.unit.text} {ROLES[s.role]}" for s in clause.shares]
