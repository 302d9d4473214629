"""Shared by the tests of this room: our namespace and the terms in it."""

from __future__ import annotations

from itertools import chain

from rdflib import OWL, RDF, Graph, Namespace, URIRef

ZT = Namespace("https://w3id.org/zhengtu/ns#")
_KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.NamedIndividual)


def own(graph: Graph, *kinds: URIRef) -> list[URIRef]:
    """The terms of our namespace declared as one of ``kinds`` (any kind when none is given), sorted."""
    found = chain.from_iterable(graph.subjects(RDF.type, kind) for kind in kinds or _KINDS)
    return sorted({term for term in found if isinstance(term, URIRef) and term in ZT})
