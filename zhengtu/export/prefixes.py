"""Prefixes of the exported files: the vocabularies reused (design §4) and the parts of our own IRIs."""

from __future__ import annotations

from zhengtu.graphs import ZT

VOCABULARIES = {
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "zt": ZT,
}


def prefixes(base: str) -> dict[str, str]:
    """Prefix → IRI, with ``agency:``, ``doc:``, ``place:`` and ``work:`` below the base."""
    return VOCABULARIES | {part: f"{base}{part}/" for part in ("agency", "doc", "place", "work")}
