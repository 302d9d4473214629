"""The rules: core shapes and audits, with what they say to a reader."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from rdflib import Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.namespace import DCTERMS, RDFS, SH

from zhengtu.graphs import ZT
from zhengtu.paths import resource_dir
from zhengtu.query.header import Text, fields

SHAPES = "https://w3id.org/zhengtu/shapes#"
CONCERNS = ("completeness", "integrity", "evidence", "references", "consistency")
Severity = Literal["violation", "warning", "info"]
Subject = Literal["text", "graph"]
_SEVERITIES: dict[str, Severity] = {"violation": "violation", "warning": "warning", "info": "info"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is asked: ``about`` tells whether a finding speaks of the source text or of our graph.

    ``message`` may hold ``{column}`` of an audit's answer; ``classes`` are the IRIs of classes or properties it looks at;
    ``concern`` is one of ``CONCERNS``.  Of an audit, ``sparql`` is the query, ``key`` the columns that tell two findings on one
    node apart; of one that joins documents, ``joins`` are the columns with the graphs that take part.
    """

    iri: str
    name: Text
    message: Text
    why: Text
    what_to_do: Text
    severity: Severity
    about: Subject
    classes: tuple[str, ...]
    concern: str = "integrity"
    sparql: str = ""
    key: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()

    @property
    def local(self) -> str:
        """The name within the shapes namespace, e.g. ``PlanIssuer`` or ``number-skipped``."""
        return self.iri.removeprefix(SHAPES)


@cache
def _files(folder: Path) -> dict[str, Graph]:
    """The core shapes of a folder by concern."""
    return {path.stem: Graph().parse(path, format="turtle") for path in sorted(folder.glob("*.ttl"))}


@cache
def shapes_graph(folder: Path) -> Graph:
    """All core shapes of a folder."""
    graph = Graph()
    for one in _files(folder).values():
        graph += one
    return graph


@cache
def core(folder: Path | None = None) -> dict[str, Rule]:
    """The core shapes by IRI.  Raises ``ValueError`` for one that lacks a text or a severity."""
    found: dict[str, Rule] = {}
    for concern, graph in _files(folder or resource_dir("shapes")).items():
        shapes = {s for s in graph.subjects(SH.severity) if isinstance(s, URIRef)}
        found |= {str(shape): _core(graph, shape, concern) for shape in shapes}
    return dict(sorted(found.items()))


@cache
def audits(folder: Path | None = None) -> dict[str, Rule]:
    """The audits by IRI.  Raises ``ValueError`` for one whose header is malformed or incomplete."""
    paths = sorted(((folder or resource_dir("shapes")) / "audit").glob("*.rq"))
    return {SHAPES + path.stem: audit(path.stem, path.read_text("utf-8")) for path in paths}


@cache
def digest(folder: Path) -> str:
    """SHA-256 over all shapes and audits of a folder, names and contents."""
    total = hashlib.sha256()
    for path in [*sorted(folder.glob("*.ttl")), *sorted((folder / "audit").glob("*.rq"))]:
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def _core(graph: Graph, shape: URIRef, concern: str) -> Rule:
    severity = str(graph.value(shape, SH.severity)).rpartition("#")[2].lower()
    targets = [*graph.objects(shape, SH.targetClass), *graph.objects(shape, SH.targetSubjectsOf)]
    targets += graph.objects(shape, SH.targetObjectsOf)
    return Rule(
        iri=str(shape),
        name=_text(graph, shape, SH.name),
        message=_text(graph, shape, SH.message),
        why=_text(graph, shape, SH.description),
        what_to_do=_text(graph, shape, RDFS.comment),
        severity=_SEVERITIES[severity],
        about="graph" if str(graph.value(shape, DCTERMS.subject)) == "graph" else "text",
        classes=tuple(sorted(str(target) for target in targets)),
        concern=concern,
    )


def _text(graph: Graph, shape: URIRef, key: URIRef) -> Text:
    found = {o.language: str(o) for o in graph.objects(shape, key) if isinstance(o, RdfLiteral)}
    if not found.get("zh") or not found.get("en"):
        raise ValueError(f"{shape}: no {key} in Chinese and English")
    return Text(found["zh"], found["en"])


def audit(name: str, text: str) -> Rule:
    """The audit in a file named ``name``.  Raises ``ValueError`` for a header that is malformed or lacks something."""
    head = fields(text)
    try:
        return Rule(
            iri=SHAPES + name,
            name=Text(head["summary"], head["summary_en"]),
            message=Text(head["message"], head["message_en"]),
            why=Text(head["why"], head["why_en"]),
            what_to_do=Text(head["todo"], head["todo_en"]),
            severity=_SEVERITIES[head["severity"]],
            about="graph" if head["about"] == "graph" else "text",
            classes=tuple(ZT + item.strip().removeprefix("zt:") for item in head["looks_at"].split(",")),
            concern=head["concern"],
            sparql=text,
            key=_listed(head.get("key", "")),
            joins=_listed(head["joins"]) if head["scope"] == "corpus" else (),
        )
    except KeyError as missing:
        raise ValueError(f"{name}: no {missing} in the header") from None


def _listed(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(",") if item.strip())
