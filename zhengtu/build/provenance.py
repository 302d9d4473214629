"""``graph/provenance``: what went into the build, with hashes and versions (PROV-O).

Neither clock nor folder is recorded: the same input gives the same graph on every machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Triple

from zhengtu import __version__
from zhengtu.build.manifest import Entry
from zhengtu.build.publication import Publication
from zhengtu.graphs import named

_DCTERMS = "http://purl.org/dc/terms/"
_PROV = "http://www.w3.org/ns/prov#"
_SCHEMA = "https://schema.org/"
_VOID = "http://rdfs.org/ns/void#"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_USED = NamedNode(_PROV + "used")
_SHA256 = NamedNode(_SCHEMA + "sha256")


@dataclass(frozen=True, slots=True)
class Used:
    """A document as it was used: its IRI, the SHA-256 of the file, what the manifest says of it."""

    iri: str
    sha256: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Build:
    """What shaped the graph besides the documents: files, each with its name; parameters; and how the graph is given away."""

    rooms: Iterable[tuple[str, Path]]
    parameters: Mapping[str, bool | str]
    published: Publication = Publication()


def build_quads(base: str, used: Iterable[Used], made: Build) -> Iterator[Quad]:
    """The whole graph."""
    graph = NamedNode(named(base, "provenance"))
    build, dataset = NamedNode(base + "build"), NamedNode(base + "dataset")
    triples = [
        Triple(build, _TYPE, NamedNode(_PROV + "Activity")),
        Triple(build, NamedNode(_SCHEMA + "softwareVersion"), Literal(__version__)),
        Triple(dataset, _TYPE, NamedNode(_VOID + "Dataset")),
        Triple(dataset, NamedNode(_VOID + "uriSpace"), Literal(base)),
        Triple(dataset, NamedNode(_PROV + "wasGeneratedBy"), build),
        *made.published.triples(base),
        *_parameters(base, {"base-iri": base, **made.parameters}),
    ]
    for name, path in made.rooms:
        node = NamedNode(f"{base}resource/{name}")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        triples += [
            Triple(build, _USED, node),
            Triple(node, _TYPE, NamedNode(_PROV + "Entity")),
            Triple(node, _SHA256, Literal(digest)),
        ]
    for document in used:
        triples += document_triples(base, document)
    return (Quad(t.subject, t.predicate, t.object, graph) for t in triples)


def _parameters(base: str, values: Mapping[str, bool | str]) -> Iterator[Triple]:
    """A parameter is an entity that the build used, with name and value (the pattern of Process Run Crate 0.5)."""
    for name, value in values.items():
        node = NamedNode(f"{base}build/parameter/{name}")
        yield Triple(NamedNode(base + "build"), _USED, node)
        yield Triple(node, _TYPE, NamedNode(_PROV + "Entity"))
        yield Triple(node, _TYPE, NamedNode(_SCHEMA + "PropertyValue"))
        yield Triple(node, NamedNode(_SCHEMA + "name"), Literal(name))
        yield Triple(node, NamedNode(_SCHEMA + "value"), Literal(value))


def document_triples(base: str, document: Used) -> list[Triple]:
    """What the graph says of one document."""
    node, entry = NamedNode(document.iri), document.entry
    triples = [
        Triple(NamedNode(base + "build"), _USED, node),
        Triple(node, _TYPE, NamedNode(_PROV + "Entity")),
        Triple(node, _SHA256, Literal(document.sha256)),
    ]
    if entry.found_at.startswith(("http://", "https://")):
        triples.append(Triple(node, NamedNode(_PROV + "wasDerivedFrom"), NamedNode(entry.found_at)))
    elif entry.found_at:
        triples.append(Triple(node, NamedNode(_DCTERMS + "provenance"), Literal(entry.found_at, language="zh")))
    for name, value in (("publisher", entry.publisher), ("rights", entry.rights)):
        if value:
            triples.append(Triple(node, NamedNode(_DCTERMS + name), Literal(value, language="zh")))
    return triples
