"""The service description (SPARQL 1.1 Service Description): what a GET of the endpoint without a query answers."""

from __future__ import annotations

from pyoxigraph import BlankNode, NamedNode, Triple, serialize

from zhengtu.graphs import base_of
from zhengtu.messages import say
from zhengtu.serve.answer import Answer, Failure
from zhengtu.serve.formats import HTML, RESULTS, TRIPLES, with_charset
from zhengtu.serve.negotiate import best
from zhengtu.serve.plain import form
from zhengtu.store import QueryStore

SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_WRITTEN = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples")
_ALSO = ("RDF_XML", "JSON-LD", "TriG", "N-Quads")


def describe(store: QueryStore, endpoint: str, accept: str) -> Answer:
    """The description as RDF, for browsers a form.  Raises ``Failure`` (406)."""
    offered = [kind for kind in TRIPLES if kind not in RESULTS]
    kind = best(accept, (*offered, HTML))
    if kind is None:
        raise Failure(406, say("serve.not_acceptable", known=" ".join([*offered, HTML])))
    content = form() if kind == HTML else _written(store, endpoint, kind)
    return Answer(200, {"content-type": with_charset(kind), "vary": "accept, accept-language"}, content)


def _written(store: QueryStore, endpoint: str, kind: str) -> bytes:
    return serialize(_triples(store, endpoint), format=TRIPLES[kind], prefixes={"sd": SD, "formats": _FORMATS}) or b""


def _triples(store: QueryStore, endpoint: str) -> list[Triple]:
    names = store.graphs()
    service, dataset, default = BlankNode("service"), BlankNode("dataset"), BlankNode("default")
    told = [
        Triple(service, _TYPE, _sd("Service")),
        Triple(service, _sd("endpoint"), NamedNode(endpoint)),
        Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        Triple(service, _sd("feature"), _sd("UnionDefaultGraph")),
        Triple(service, _sd("defaultDataset"), dataset),
        Triple(dataset, _TYPE, _sd("Dataset")),
        Triple(dataset, _sd("defaultGraph"), default),
        Triple(default, _TYPE, _sd("Graph")),
        Triple(NamedNode(f"{base_of(names)}dataset"), NamedNode("http://rdfs.org/ns/void#sparqlEndpoint"), NamedNode(endpoint)),
    ]
    told += [Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + name)) for name in (*_WRITTEN, *_ALSO)]
    for number, iri in enumerate(names):
        graph = BlankNode(f"graph{number}")
        told += [
            Triple(dataset, _sd("namedGraph"), graph),
            Triple(graph, _TYPE, _sd("NamedGraph")),
            Triple(graph, _sd("name"), NamedNode(iri)),
        ]
    return told


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)
