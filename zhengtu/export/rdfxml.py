"""RDF/XML (W3C Recommendation, 25 February 2014), one ``rdf:Description`` a subject.

A property is an XML element, so its IRI must end in a name that XML allows; XML 1.0 has no control characters but tab, line
feed and carriage return.  What cannot be said is refused, not dropped.  RDF/XML knows no graphs: the file holds their union.
pyoxigraph writes RDF/XML too, but leaves carriage returns to be read as line feeds and gives such properties a name that no
XML parser takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from zhengtu.export.errors import ExportError
from zhengtu.export.xml import NO_CHARACTER
from zhengtu.messages import say

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff"
    "\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff"
)
_NAME = re.compile(rf"[{_START}][-.0-9\u00b7\u0300-\u036f\u203f-\u2040{_START}]*\Z")  # NCName, Namespaces in XML 1.0 §3
_SYNTAX = {"RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "Description", "li"}  # RDF/XML §5.1


def rdfxml(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[bytes]:
    """RDF/XML of the triples; ``quads`` sorted by subject.  Raises ``ExportError`` for a triple that XML cannot hold."""
    spaces = {iri: prefix for prefix, iri in sorted(prefixes.items(), reverse=True)}
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    for prefix, iri in sorted(prefixes.items()):
        yield f"\n  xmlns:{prefix}={quoteattr(iri)}".encode()
    yield b">\n"
    for subject, about in groupby(quads, key=attrgetter("subject")):
        yield f"<rdf:Description {_node(subject, 'about')}>\n".encode()
        for quad in about:
            yield f"  {_property(quad, spaces)}\n".encode()
        yield b"</rdf:Description>\n"
    yield b"</rdf:RDF>\n"


def _property(quad: Quad, spaces: Mapping[str, str]) -> str:
    name, declared = _element(quad, spaces)
    value = quad.object
    if isinstance(value, (NamedNode, BlankNode)):
        return f"<{name}{declared} {_node(value, 'resource')}/>"
    if not isinstance(value, Literal) or NO_CHARACTER.search(value.value):
        raise ExportError(say("export.not_xml", statement=quad.triple))
    kind = ""
    if value.language:
        kind = f" xml:lang={quoteattr(value.language)}"
    elif value.datatype.value != _STRING:
        kind = f" rdf:datatype={quoteattr(value.datatype.value)}"
    return f"<{name}{declared}{kind}>{escape(value.value, {chr(13): '&#13;'})}</{name}>"


def _element(quad: Quad, spaces: Mapping[str, str]) -> tuple[str, str]:
    """The element's name and the namespace to declare on it, if it is none of the prefixes'."""
    iri = quad.predicate.value
    cut = max(iri.rfind(mark) for mark in "#/:") + 1
    local = _NAME.match(iri, cut)
    if local is None or (iri.startswith(_RDF) and local[0] in _SYNTAX):
        raise ExportError(say("export.not_xml", statement=quad.triple))
    prefix = spaces.get(iri[:cut])
    return (f"{prefix}:{local[0]}", "") if prefix else (f"p:{local[0]}", f" xmlns:p={quoteattr(iri[:cut])}")


def _node(node: NamedNode | BlankNode, attribute: str) -> str:
    if isinstance(node, BlankNode):
        return f"rdf:nodeID={quoteattr(node.value)}"
    return f"rdf:{attribute}={quoteattr(node.value)}"
