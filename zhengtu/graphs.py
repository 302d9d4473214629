"""The names of the graphs (design §3) and what can be told from a name."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

BASE = "https://w3id.org/zhengtu/"
ZT = "https://w3id.org/zhengtu/ns#"

_OURS = re.compile(r"(?P<base>.*/)graph/(?:(?:ontology|registry|alignment|inferred|validation|provenance)|doc/(?P<stem>.+))\Z")


def named(base: str, name: str) -> str:
    """The IRI of ``graph/{name}``: ontology, registry, alignment, inferred, validation or provenance."""
    return f"{base}graph/{name}"


def document(base: str, stem: str) -> str:
    """The IRI of a document's graph."""
    return f"{base}graph/doc/{quote(stem, safe='')}"


def is_ours(iri: str) -> bool:
    """Whether the IRI names one of our graphs: an endpoint may hold others."""
    return _OURS.match(iri) is not None


def base_of(iris: list[str]) -> str:
    """The base IRI behind graph names, the default where none tells."""
    for iri in iris:
        if match := _OURS.match(iri):
            return match["base"]
    return BASE


def stem_of(iri: str) -> str:
    """The stem of a document graph's name, empty for any other graph."""
    match = _OURS.match(iri)
    return unquote(match["stem"] or "") if match else ""
