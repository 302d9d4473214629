"""A small vocabulary with every kind of axiom the reasoning knows, invented data, and a store that holds them."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from zhengtu import reason
from zhengtu.graphs import BASE
from zhengtu.store import OxigraphWriter, memory_store

EX = "urn:x:"
VOCABULARY = """
@prefix : <urn:x:> . @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:City rdfs:subClassOf :Place . :Town owl:equivalentClass :City . :Place rdfs:subClassOf :Thing .
:partOf a owl:ObjectProperty ; rdfs:subPropertyOf :within ; rdfs:domain :Part .
:within a owl:ObjectProperty , owl:TransitiveProperty ; rdfs:domain :Text ; rdfs:range :Text .
:contains a owl:ObjectProperty ; owl:inverseOf :within .
:hasPart a owl:ObjectProperty ; owl:inverseOf :partOf ; rdfs:subPropertyOf :contains .
:near a owl:ObjectProperty , owl:SymmetricProperty ; rdfs:subPropertyOf :knows ; rdfs:range :Place .
:beside a owl:ObjectProperty ; owl:equivalentProperty :near .
:task a owl:ObjectProperty ; rdfs:domain :Share ; rdfs:range :Task . :share a owl:ObjectProperty ; owl:inverseOf :task .
:unit a owl:ObjectProperty ; rdfs:range :Agent .
:assigned a owl:ObjectProperty ; rdfs:domain :Task ; owl:propertyChainAxiom ( :share :unit ) , ( :assigned :means ) .
:means a owl:ObjectProperty .
:assigns a owl:ObjectProperty ; owl:propertyChainAxiom ( :contains :assigned ) ; rdfs:subPropertyOf :concerns .
:cousin a owl:ObjectProperty ; owl:propertyChainAxiom ( :near :near :near ) .
:number a owl:DatatypeProperty ; rdfs:subPropertyOf :identifier ; rdfs:domain :Text ; rdfs:range rdfs:Literal .
"""
PROPERTIES = ("partOf", "within", "contains", "near", "beside", "task", "unit", "assigned", "means", "knows", "hasPart")
CLASSES = ("City", "Town", "Place", "Task")

Said = frozenset[tuple[str, str, str]]
"""Subject, property (``a`` for the type) and object below ``urn:x:``; the object of ``number`` is a number."""


def fact(said: tuple[str, str, str]) -> reason.Fact:
    subject, one, value = said
    if one == "a":
        return NamedNode(EX + subject), reason.TYPE, NamedNode(EX + value)
    return NamedNode(EX + subject), NamedNode(EX + one), Literal(value) if one == "number" else NamedNode(EX + value)


def world(*documents: Said, vocabulary: str = VOCABULARY) -> OxigraphWriter:
    """A store with the vocabulary and one graph a document; nothing derived."""
    store = memory_store()
    graph = NamedNode(BASE + "graph/ontology")
    store.add(Quad(q.subject, q.predicate, q.object, graph) for q in parse(vocabulary, format=RdfFormat.TURTLE))
    for number, said in enumerate(documents):
        state(store, number, said)
    return store


def state(store: OxigraphWriter, number: int, said: Said) -> None:
    """Let the document say this, in the place of what it said."""
    name = f"{BASE}graph/doc/{number}"
    store.remove_graph(name)
    store.add(Quad(*fact(each), NamedNode(name)) for each in said)


def derived(store: OxigraphWriter) -> set[reason.Fact]:
    return {found for triple in store.graph(BASE + "graph/inferred") if (found := reason.fact_of(triple))}


def closed(*documents: Said) -> set[reason.Fact]:
    """What follows from the documents, derived at one go."""
    store = world(*documents)
    reason.close(store, BASE)
    return derived(store)


def below(facts: set[reason.Fact]) -> set[tuple[str, str, str]]:
    """The facts in the short form of ``Said``."""
    return {
        (s.value.removeprefix(EX), "a" if p == reason.TYPE else p.value.removeprefix(EX), o.value.removeprefix(EX))
        for s, p, o in facts
    }
