"""The audits as SHACL-SPARQL: up to date, well-formed, and finding what the audits find."""

from pathlib import Path

import pyshacl
import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.namespace import SH

from tests.queries.support import ONTOLOGY, ROOT, model_store
from tests.shapes.spoil import BAD, updates
from zhengtu import validate
from zhengtu.validate.publish import published, shapes
from zhengtu.validate.rules import audits
from zhengtu.validate.unit import term

AUDITS = {rule.local: rule for rule in audits().values()}


def test_the_published_shapes_are_those_made_from_the_audits():
    folder = ROOT / "shapes" / "sparql"
    assert {path.name: path.read_text("utf-8") for path in folder.glob("*.ttl")} == published()


def test_shacl_of_shacl():
    graph = shapes(AUDITS.values())
    meta = Graph().parse(Path(pyshacl.__file__).parent / "assets" / "shacl-shacl.ttl")
    conforms, _, text = pyshacl.validate(graph, shacl_graph=meta, max_validation_depth=60)
    assert conforms, text
    assert {str(s) for s in graph.subjects(RDF.type, SH.NodeShape)} == {rule.iri for rule in AUDITS.values()}


@pytest.fixture(scope="module")
def vocabulary():
    """What the constraints need of the ontology: the classes' hierarchy, and which terms it declares."""
    whole, small = Graph().parse(ONTOLOGY), Graph()
    for s, p, o in whole:
        if p in (RDFS.subClassOf, RDFS.label) or o == OWL.Ontology:
            small.add((s, p, o))
    return small


@pytest.mark.parametrize("name", AUDITS)
def test_an_engine_for_shacl_finds_what_the_audit_finds(name, vocabulary):
    """On the good graph and on the one spoilt for this audit."""
    for case in ({}, BAD[name]):
        store = model_store()
        for update in updates(case):
            store.update(update)
        data = Graph() + vocabulary
        for graph in store.graphs():
            if not graph.endswith("/ontology"):
                for triple in store.graph(graph):
                    data.add((term(triple.subject), term(triple.predicate), term(triple.object)))
        _, results, _ = pyshacl.validate(data, shacl_graph=shapes([AUDITS[name]]), advanced=True)
        theirs = {str(results.value(node, SH.focusNode)) for node in results.objects(predicate=SH.result)}
        said = {str(message) for message in results.objects(predicate=SH.resultMessage)}  # pySHACL drops the language
        ours = [finding for finding in validate.run(store).findings if finding.rule.local == name]
        assert theirs == {finding.focus for finding in ours}
        assert said >= {finding.what.zh for finding in ours} or not ours
        assert all(isinstance(node, URIRef) for node in results.objects(predicate=SH.focusNode))
    assert ours or case.get("gone")
