"""The triples of the description, and their Turtle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from zhengtu import graphs
from zhengtu.export.description.counts import Counts, count
from zhengtu.export.description.distribution import Distribution
from zhengtu.export.prefixes import VOCABULARIES, prefixes
from zhengtu.store import QueryStore

_VOID = "http://rdfs.org/ns/void#"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_LICENSE = "http://purl.org/dc/terms/license"
_LICENSE_DOCUMENT = NamedNode("http://purl.org/dc/terms/LicenseDocument")
_PUBLISHER = "http://purl.org/dc/terms/publisher"
_CONTACT = "http://www.w3.org/ns/dcat#contactPoint"
_HERE = "here:/"
MORE = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
"""Prefixes of the vocabularies that nothing but a description has."""


def described(store: QueryStore, quads: Iterable[Quad]) -> set[Triple]:
    """What is told of the dataset ``quads``, from the store or one document of it, but for the files it comes in.

    Raises ``StoreError``.
    """
    base = graphs.base_of(store.graphs())
    fixed = Path(__file__).with_name("dataset.ttl")
    triples = {quad.triple for quad in parse(path=fixed, format=RdfFormat.TURTLE, base_iri=base)}
    triples |= set(store.graph(graphs.named(base, "provenance")))
    triples |= set(_statistics(count(quads, base), base))
    return triples | {Triple(licence, _TYPE, _LICENSE_DOCUMENT) for licence in _licences(triples, base)}


def describe(store: QueryStore, quads: Iterable[Quad], distributions: Iterable[Distribution] = ()) -> bytes:
    """Turtle that describes the dataset, and the files it comes in.

    The addresses of the files are relative: they lie beside the description.  Raises ``StoreError``.
    """
    base = graphs.base_of(store.graphs())
    triples = described(store, quads)
    licences = _licences(triples, base)
    for distribution in distributions:
        triples |= set(distribution.triples(base, _HERE, licences))
    text = serialize(sorted(triples, key=_place(base)), format=RdfFormat.TURTLE, prefixes=prefixes(base) | MORE) or b""
    return text.replace(f"<{_HERE}".encode(), b"<")


def unsaid(store: QueryStore) -> list[str]:
    """What DCAT-AP wants told of the dataset and no manifest said: of ``license``, ``publisher``, ``contact``.

    Raises ``StoreError``.
    """
    base = graphs.base_of(store.graphs())
    dataset = NamedNode(f"{base}dataset")
    told = {t.predicate.value for t in store.graph(graphs.named(base, "provenance")) if t.subject == dataset}
    wanted = {_LICENSE: "license", _PUBLISHER: "publisher", _CONTACT: "contact"}
    return [name for iri, name in wanted.items() if iri not in told]


def licences(store: QueryStore) -> list[str]:
    """The licences of the dataset, as a manifest told them.  Raises ``StoreError``."""
    base = graphs.base_of(store.graphs())
    return sorted(licence.value for licence in _licences(store.graph(graphs.named(base, "provenance")), base))


def _licences(triples: Iterable[Triple], base: str) -> list[NamedNode]:
    about = (t for t in triples if t.subject == NamedNode(f"{base}dataset") and t.predicate.value == _LICENSE)
    return [t.object for t in about if isinstance(t.object, NamedNode)]


def _place(base: str) -> Callable[[Triple], tuple[bool, str]]:
    """The dataset itself comes first."""
    dataset = NamedNode(f"{base}dataset")
    return lambda triple: (triple.subject != dataset, str(triple))


def _statistics(counts: Counts, base: str) -> Iterator[Triple]:
    dataset = NamedNode(f"{base}dataset")
    numbers = {
        "triples": counts.triples,
        "distinctSubjects": counts.subjects,
        "entities": counts.entities,
        "classes": len(counts.classes),
        "properties": len(counts.properties),
    }
    for name, number in numbers.items():
        yield _number(dataset, name, number)
    for namespace in sorted({_namespace(iri) for iri in [*counts.classes, *counts.properties]}):
        yield Triple(dataset, NamedNode(_VOID + "vocabulary"), NamedNode(namespace))
    for name, triples in counts.graphs.items():
        yield Triple(dataset, NamedNode(_VOID + "subset"), NamedNode(name))
        yield Triple(NamedNode(name), _TYPE, NamedNode(_VOID + "Dataset"))
        yield _number(NamedNode(name), "triples", triples)
    yield from _partitions(base, "class", "entities", counts.classes)
    yield from _partitions(base, "property", "triples", counts.properties)


def _partitions(base: str, kind: str, counted: str, numbers: dict[str, int]) -> Iterator[Triple]:
    """``void:classPartition`` and ``void:propertyPartition``."""
    for iri, number in numbers.items():
        part = NamedNode(f"{base}dataset/{kind}/{quote(_short(iri), safe=':')}")
        yield Triple(NamedNode(f"{base}dataset"), NamedNode(f"{_VOID}{kind}Partition"), part)
        yield Triple(part, NamedNode(_VOID + kind), NamedNode(iri))
        yield _number(part, counted, number)


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1] or iri


def _short(iri: str) -> str:
    """``prefix:name`` where the vocabulary has a prefix here."""
    space = _namespace(iri)
    prefix = next((name for name, known in VOCABULARIES.items() if known == space), "")
    return f"{prefix}:{iri.removeprefix(space)}" if prefix else iri


def _number(node: NamedNode, name: str, number: int) -> Triple:
    return Triple(node, NamedNode(_VOID + name), Literal(str(number), datatype=_INTEGER))
