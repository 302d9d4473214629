"""Every axiom of the ontology is one that the rules know, or one that derives nothing over data."""

from __future__ import annotations

from rdflib import OWL, RDF, RDFS, Graph

from zhengtu.build import terms

KNOWN = {
    *(RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.equivalentClass, OWL.equivalentProperty, OWL.inverseOf),
    *(
        OWL.propertyChainAxiom,
        OWL.SymmetricProperty,
        OWL.TransitiveProperty,
        OWL.Class,
        OWL.ObjectProperty,
        OWL.DatatypeProperty,
    ),
}
DERIVES_CONTRADICTIONS_ONLY = {
    *(OWL.disjointWith, OWL.AllDisjointClasses, OWL.members, OWL.IrreflexiveProperty, OWL.AsymmetricProperty),
    *(OWL.propertyDisjointWith, OWL.AllDisjointProperties, OWL.AllDifferent, OWL.distinctMembers, OWL.differentFrom),
}
DERIVES_IDENTITIES = {OWL.FunctionalProperty, OWL.InverseFunctionalProperty, OWL.hasKey}
"""Two names for one thing are a finding of the validation, never merged."""
ABOUT = {OWL.Ontology, OWL.AnnotationProperty, OWL.versionIRI, OWL.versionInfo, OWL.priorVersion, OWL.backwardCompatibleWith}
ABOUT |= {
    RDFS.label,
    RDFS.comment,
    RDFS.seeAlso,
    RDFS.isDefinedBy,
    RDFS.Literal,
    OWL.deprecated,
    OWL.Thing,
    OWL.NamedIndividual,
}


def test_no_axiom_of_a_kind_the_rules_do_not_know():
    graph = Graph()
    for path in terms.files():
        graph.parse(path, format="turtle")
    used = {term for s, p, o in graph for term in (p, o) if str(term).startswith((str(OWL), str(RDFS)))}
    assert used - KNOWN - DERIVES_CONTRADICTIONS_ONLY - DERIVES_IDENTITIES - ABOUT == set()


def test_no_class_is_put_together_from_others():
    """A union or restriction as a superclass would need rules of its own (cls-*): all the classes in axioms have names."""
    graph = Graph()
    for path in terms.files():
        graph.parse(path, format="turtle")
    classes = {o for p in (RDFS.subClassOf, OWL.equivalentClass, RDFS.domain, RDFS.range) for o in graph.objects(None, p)}
    classes |= set(graph.objects(None, RDF.type))
    assert not [term for term in classes if not hasattr(term, "defrag")]
