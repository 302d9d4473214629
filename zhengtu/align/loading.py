"""What the alignment needs, read from a store."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode

from zhengtu.align.model import ClaimText, ProjectName, TaskText
from zhengtu.align.pieces import body, normal
from zhengtu.sparql import text as sparql
from zhengtu.store.protocol import Cell, QueryStore

_STATE = re.compile(
    r"[（〔]?(?:(?:公开)?征求意见稿|草案|讨论稿|送审稿|审议稿|报批稿|(?:\d{4}年)?(?:修订|修正)(?:版|稿|本)?|\d{4}年版|试行|暂行|节选|摘要)[）〕]?"
)
"""What tells the states of one work apart: its draft divides no work, nor does its final text."""
_SHORTEST, _LONGEST = 8, 200  # characters of a title that can be told inside another


@dataclass(slots=True)
class WorkText:
    """A work that a document carries: title, tasks and sections with text, the works it divides or carries out."""

    iri: str
    title: str
    document: str
    tasks: list[TaskText] = field(default_factory=list)
    sections: list[TaskText] = field(default_factory=list)
    uppers: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Material:
    """The works carried, by IRI, and the claims about each."""

    works: dict[str, WorkText]
    claims: dict[str, list[ClaimText]]


def load(store: QueryStore) -> Material:
    """Read works, tasks and claims.  Raises ``StoreError``."""
    works, said = _works(store)
    titles = {normal(work.title): work.iri for work in reversed(list(works.values()))}
    for work in works.values():
        named = [iri if iri in works else titles.get(normal(title), "") for iri, title in said[work.iri]]
        named += _inside(work.title, titles)
        work.uppers = [iri for iri in dict.fromkeys(named) if iri and works[iri].document != work.document]
    _parts(store, works)
    claims: dict[str, list[ClaimText]] = defaultdict(list)
    for claim, text, about, title in rows(store, "claims"):
        iri = about if about in works else titles.get(normal(title), "")
        if iri:
            claims[iri].append(ClaimText(claim, text))
    return Material(works, claims)


def project_names(store: QueryStore) -> list[ProjectName]:
    """The projects of all documents.  Raises ``StoreError``."""
    return [ProjectName(iri, name, document) for document, iri, name in rows(store, "projects")]


def load_measures(store: QueryStore) -> dict[str, list[TaskText]]:
    """The measures of each task, by the task's IRI, in their order.  Raises ``StoreError``."""
    places = {document: frozenset(found) for document, found in _lists(store, "places").items()}
    out: dict[str, list[TaskText]] = defaultdict(list)
    for document, task, _, measure, text in rows(store, "measures"):
        out[task].append(TaskText(measure, normal(text), places=places.get(document, frozenset())))
    return out


def rows(store: QueryStore, name: str) -> list[tuple[str, ...]]:
    """The answer of the query ``name`` as texts.  Raises ``StoreError``."""
    return [tuple(map(_plain, row)) for row in store.select(sparql(__file__, name + ".rq"))]


def _plain(cell: Cell) -> str:
    return cell.value if isinstance(cell, NamedNode | Literal | BlankNode) else ""


def _works(store: QueryStore) -> tuple[dict[str, WorkText], dict[str, list[tuple[str, str]]]]:
    """The works by IRI (of several documents that carry one the first), and the works each says it divides."""
    works: dict[str, WorkText] = {}
    said: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for document, work, title, upper, upper_title in rows(store, "works"):
        works.setdefault(work, WorkText(work, title, document))
        if upper:
            said[work].append((upper, upper_title))
    return works, said


def _inside(title: str, titles: dict[str, str]) -> list[str]:
    """The works whose title stands inside ``title``: a plan that divides another is named after it.

    Not those of which it is but another state, by its title (…（征求意见稿）).
    """
    whole = normal(title)[:_LONGEST]
    sizes = sorted({len(known) for known in titles if _SHORTEST <= len(known) < len(whole)}, reverse=True)
    pieces = (whole[i : i + size] for size in sizes for i in range(len(whole) - size + 1))
    return [titles[piece] for piece in pieces if piece in titles and not _STATE.fullmatch(whole.replace(piece, "", 1))]


def texts(store: QueryStore) -> Iterator[tuple[str, TaskText]]:
    """The tasks and the sections with text of every document, in reading order, each with its document's stem.

    Two documents that carry the same work (a draft and the final text) each give theirs.  Raises ``StoreError``.
    """
    clauses, units, places = _lists(store, "clauses"), _units(store), _lists(store, "places")
    parts: dict[tuple[str, str], list[str]] = defaultdict(list)
    known: dict[tuple[str, str], tuple[str, str, str]] = {}
    for document, part, path, title, section, _, _, text in rows(store, "parts"):
        if text not in parts[document, part]:
            parts[document, part].append(text)
        known.setdefault((document, part), (path, title, section))
    for (document, part), (path, title, section) in known.items():
        words = body("".join(parts[document, part]), clauses.get(part, ()), title)
        names = frozenset(places.get(document, ()))
        yield document, TaskText(part, words, normal(title), path, normal(section), units.get(part, frozenset()), names)


def _parts(store: QueryStore, works: dict[str, WorkText]) -> None:
    """Give each work its tasks and its sections with text; a part's IRI stands below its work's."""
    for document, text in texts(store):
        work = works.get(text.iri.rsplit("/task/" if text.is_task else "/section/", 1)[0])
        if work is not None and work.document == document:
            (work.tasks if text.is_task else work.sections).append(text)


def _lists(store: QueryStore, name: str) -> dict[str, list[str]]:
    out: dict[str, list[str]] = defaultdict(list)
    for key, value in rows(store, name):
        out[key].append(value)
    return out


def _units(store: QueryStore) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = defaultdict(set)
    for task, unit, counterpart in rows(store, "units"):
        out[task] |= {unit, counterpart} - {""}
    return {task: frozenset(found) for task, found in out.items()}
