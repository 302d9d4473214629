"""Integrity of concept schemes: SKOS Reference S9, S13, S14, S27, S46, and the habits of this project."""

from __future__ import annotations

from collections import Counter, defaultdict

from rdflib import RDF, SKOS, Graph, Literal
from rdflib.term import Node

from tests.ontology.checks import concepts, languages

LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)


def bad_pref_labels(graph: Graph) -> list[str]:
    """S14 and more: exactly one preferred label in Chinese and one in English."""
    return sorted(str(c) for c in concepts(graph) if languages(graph, c, SKOS.prefLabel) != ["en", "zh"])


def clashing_labels(graph: Graph) -> list[str]:
    """S13: preferred, alternative and hidden labels of a concept are disjoint."""
    wrong = []
    for concept in concepts(graph):
        labels = Counter(label for prop in LABELS for label in graph.objects(concept, prop))
        wrong += [f"{concept} {label}" for label, times in labels.items() if times > 1]
    return sorted(wrong)


def ambiguous_labels(graph: Graph) -> list[str]:
    """Labels that two concepts of one scheme share, unless one is directly above the other."""
    owners: dict[tuple[Node | None, Node], list[Node]] = defaultdict(list)
    for concept in concepts(graph):
        scheme = graph.value(concept, SKOS.inScheme)
        for prop in LABELS:
            for label in graph.objects(concept, prop):
                if isinstance(label, Literal) and label.language == "zh":
                    owners[scheme, label].append(concept)
    return sorted(str(label) for (_, label), found in owners.items() if len(found) > 1 and not _stacked(graph, found))


def _stacked(graph: Graph, found: list[Node]) -> bool:
    first, second, *more = found
    return not more and ((first, SKOS.broader, second) in graph or (second, SKOS.broader, first) in graph)


def misplaced(graph: Graph) -> list[str]:
    """Concepts not in exactly one declared scheme, whose IRI is not scheme/code, or that have no place in it (orphans)."""
    schemes = set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    wrong = []
    for concept in concepts(graph):
        inside = list(graph.objects(concept, SKOS.inScheme))
        tops, broader = list(graph.objects(concept, SKOS.topConceptOf)), list(graph.objects(concept, SKOS.broader))
        named = [f"{scheme}/{graph.value(concept, SKOS.notation)}" for scheme in inside] == [str(concept)]
        within = all(graph.value(above, SKOS.inScheme) == inside[0] for above in broader) if inside else False
        if not (named and inside[0] in schemes and within and bool(tops) != bool(broader) and (not tops or tops == inside)):
            wrong.append(str(concept))
    return sorted(wrong)


def repeated_notations(graph: Graph) -> list[str]:
    """Notations that two concepts of one scheme share."""
    pairs = Counter((graph.value(c, SKOS.inScheme), graph.value(c, SKOS.notation)) for c in concepts(graph))
    return sorted(str(pair) for pair, times in pairs.items() if times > 1)


def dangling(graph: Graph) -> list[str]:
    """Links to concepts that are not there."""
    known = set(concepts(graph))
    links = (SKOS.broader, SKOS.closeMatch, SKOS.broadMatch)
    return sorted(str(o) for prop in links for o in graph.objects(None, prop) if o not in known)


def matched_twice(graph: Graph) -> list[str]:
    """Concepts matched to one category both closely and as narrower: a match is one or the other."""
    return sorted(str(s) for s, o in graph.subject_objects(SKOS.closeMatch) if (s, SKOS.broadMatch, o) in graph)
