"""Checks of a vocabulary: each takes a graph and returns what is wrong, so that a test can also show it fail."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from rdflib import OWL, RDF, RDFS, SDO, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

ZT = Namespace("https://w3id.org/zhengtu/ns#")
_KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual)


def own(graph: Graph, *kinds: URIRef) -> list[URIRef]:
    """The terms of our namespace declared as one of ``kinds`` (any kind when none is given), sorted."""
    found = chain.from_iterable(graph.subjects(RDF.type, kind) for kind in kinds or _KINDS)
    return sorted({term for term in found if isinstance(term, URIRef) and term in ZT})


def languages(graph: Graph, term: Node, prop: URIRef) -> list[str | None]:
    return sorted(o.language or "" for o in graph.objects(term, prop) if isinstance(o, Literal))


def undocumented(graph: Graph) -> list[str]:
    """Terms without exactly one label and one definition in each language, an example in Chinese, or isDefinedBy."""
    wrong = []
    for term in own(graph):
        pairs = all(languages(graph, term, prop) == ["en", "zh"] for prop in (RDFS.label, SKOS.definition))
        example = set(languages(graph, term, SKOS.example)) == {"zh"}
        if not (pairs and example and (term, RDFS.isDefinedBy, URIRef(str(ZT)[:-1])) in graph):
            wrong.append(str(term))
    return wrong


def without_domain_or_range(graph: Graph) -> list[str]:
    """Properties of ours that lack one domain or one range, or name one that is not declared."""
    known = set(graph.subjects(RDF.type, OWL.Class)) | {RDFS.Literal}
    wrong = []
    for prop in own(graph, OWL.ObjectProperty, OWL.DatatypeProperty):
        domains, ranges = list(graph.objects(prop, RDFS.domain)), list(graph.objects(prop, RDFS.range))
        datatype = (prop, RDF.type, OWL.DatatypeProperty) in graph
        good = len(domains) == len(ranges) == 1 and domains[0] in known and (datatype or ranges[0] in known)
        if not good:
            wrong.append(str(prop))
    return wrong


def undeclared(graph: Graph, declared: Graph) -> list[str]:
    """Terms of our namespace that ``graph`` uses and ``declared`` does not declare."""
    known = set(own(declared))
    return sorted({str(t) for t in chain.from_iterable(graph) if isinstance(t, URIRef) and t in ZT and t not in known})


def punned(graph: Graph) -> list[str]:
    """Terms declared as more than one kind of entity."""
    return sorted({str(t) for t in graph.subjects(RDF.type) if sum((t, RDF.type, kind) in graph for kind in _KINDS) > 1})


def untyped_dates(graph: Graph) -> list[str]:
    """Properties that range over any literal without saying which, other than the ones named in words."""
    free = {ZT.text, ZT.level}
    loose = set(graph.subjects(RDFS.range, RDFS.Literal)) - free
    return sorted(str(prop) for prop in loose if not graph.value(prop, SDO.rangeIncludes))


def without_notation(graph: Graph) -> list[str]:
    """Codes, and kinds of place, agency and work, that lack exactly one notation."""
    shown = chain.from_iterable(graph.transitive_subjects(RDFS.subClassOf, top) for top in (ZT.Place, ZT.Agency, ZT.Work))
    terms = set(shown) | set(own(graph, OWL.NamedIndividual))
    return sorted(str(term) for term in terms if len(list(graph.objects(term, SKOS.notation))) != 1)


def circular(graph: Graph, prop: URIRef) -> list[str]:
    """Nodes that reach themselves by ``prop``."""
    return sorted({str(s) for s, o in graph.subject_objects(prop) if s in graph.transitive_objects(o, prop)})


def concepts(graph: Graph) -> Iterator[Node]:
    return graph.subjects(RDF.type, SKOS.Concept)
