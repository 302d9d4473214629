"""The vocabulary terms that statements use."""

from __future__ import annotations

from functools import cache

from pyoxigraph import NamedNode

from loaders.iris import BASE, ZT
from loaders.vocabulary import TermName

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
GEO = "http://www.opengis.net/ont/geosparql#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SCHEMA = "https://schema.org/"

TYPE = NamedNode(f"{RDF}type")
LABEL = NamedNode(f"{RDFS}label")
TITLE = NamedNode(f"{DCTERMS}title")
IDENTIFIER = NamedNode(f"{DCTERMS}identifier")
FORMAT = NamedNode(f"{DCTERMS}format")
SOURCE_URL = NamedNode(f"{DCTERMS}source")
GENERATED_BY = NamedNode(f"{PROV}wasGeneratedBy")
USED = NamedNode(f"{PROV}used")
ALT_LABEL = NamedNode(f"{SKOS}altLabel")
PREF_LABEL = NamedNode(f"{SKOS}prefLabel")
WITHIN = NamedNode(f"{GEO}sfWithin")
SOFTWARE_VERSION = NamedNode(f"{SCHEMA}softwareVersion")


def zt(name: TermName) -> NamedNode:
    """The term ``zt:name``; the type check knows the names there are."""
    return _node(ZT + name)


def code(name: str) -> NamedNode:
    """The term ``zt:name`` for a name that a fact carries: its class, role, basis or kind.  The shapes check it."""
    return _node(ZT + name)


@cache
def _node(iri: str) -> NamedNode:
    return NamedNode(iri)


@cache
def xsd(name: str) -> NamedNode:
    """The datatype ``xsd:name``."""
    return NamedNode(XSD + name)


def concept(scheme: str, code: str) -> NamedNode:
    """A concept of a shipped scheme."""
    return NamedNode(f"{BASE}scheme/{scheme}/{code}")
