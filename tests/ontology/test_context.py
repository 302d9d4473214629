"""The JSON-LD context knows every term and reads a node as the model means it."""

import json

from pyoxigraph import RdfFormat, parse
from rdflib import OWL, SKOS, XSD, Graph, Literal, URIRef

from tests.ontology.vocabulary import ZT, own

B = "https://w3id.org/zhengtu/"
NODE = {
    "id": B + "work/x/responsibility/1-1",
    "type": "Responsibility",
    "role": "lead",
    "unit": B + "agency/x",
    "position": 1,
    "evidence": [B + "doc/x/span/3-8"],
}


def read(room, node: dict[str, object]) -> Graph:
    context = json.loads((room / "context.jsonld").read_text(encoding="utf-8"))
    quads = parse(input=json.dumps(context | node), format=RdfFormat.JSON_LD)
    return Graph().parse(data="\n".join(f"{quad.triple} ." for quad in quads), format="nt")


def test_every_term_is_in_the_context(room, core):
    terms = json.loads((room / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    named = {term["@id"] if isinstance(term, dict) else term for term in terms.values() if term != 1.1}
    assert {str(t).replace(str(ZT), "zt:") for t in own(core)} - named == set()


def test_object_properties_read_as_nodes_and_others_as_values(room, core):
    terms = json.loads((room / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    for name, term in terms.items():
        if isinstance(term, dict) and term["@id"].startswith("zt:"):
            is_node = term.get("@type") in ("@id", "@vocab")
            assert is_node == (ZT[name] in own(core, OWL.ObjectProperty)), name


def test_a_node_reads_as_the_model_means_it(room):
    graph = read(room, NODE)
    node = URIRef(NODE["id"])
    assert graph.value(node, ZT.role) == ZT.lead
    assert graph.value(node, ZT.unit) == URIRef(B + "agency/x")
    assert graph.value(node, ZT.position) == Literal(1)
    assert graph.value(node, ZT.evidence) == URIRef(B + "doc/x/span/3-8")
    assert len(graph) == 5


def test_dates_years_and_languages(room):
    graph = read(room, {"id": B + "work/x", "issued": "2022-02-15", "validFrom": "2021", "prefLabel": {"zh": "规划"}})
    node = URIRef(B + "work/x")
    assert graph.value(node, ZT.issued) == Literal("2022-02-15", datatype=XSD.date)
    assert graph.value(node, ZT.validFrom).datatype == XSD.gYear
    assert graph.value(node, SKOS.prefLabel) == Literal("规划", "zh")
