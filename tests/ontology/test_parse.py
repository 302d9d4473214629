"""Two parsers read the same graphs out of the files."""

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import OWL, RDF, Graph
from rdflib.compare import isomorphic

FILES = ["zhengtu.ttl", "schemes.ttl", "alignments.ttl"]


@pytest.mark.parametrize("name", FILES)
def test_rdflib_and_oxigraph_read_the_same_graph(room, name):
    lines = "\n".join(f"{quad.triple} ." for quad in parse(path=room / name, format=RdfFormat.TURTLE))
    assert isomorphic(Graph().parse(data=lines, format="nt"), Graph().parse(room / name))


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_one_ontology_that_imports_nothing(room, name):
    graph = Graph().parse(room / name)
    assert len(list(graph.subjects(RDF.type, OWL.Ontology))) == 1
    assert not list(graph.objects(None, OWL.imports))
