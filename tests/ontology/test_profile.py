"""The vocabulary lies within OWL 2 DL and OWL 2 RL, as the OWL API judges."""

import shutil
import subprocess
from pathlib import Path

import owlready2
import pytest
from rdflib import OWL, RDF, Graph

from tests.ontology.vocabulary import ZT
from zhengtu.ontology.hermit import ontology_graph

JAR = Path(owlready2.__file__).parent / "hermit" / "HermiT.jar"
pytestmark = pytest.mark.skipif(shutil.which("javac") is None, reason="running a Java source file needs a JDK")


def profiles(graph: Graph, folder: Path) -> dict[str, bool]:
    """Profile name → whether the graph lies within it."""
    headers = sorted(graph.subjects(RDF.type, OWL.Ontology))
    for header in headers[1:]:  # a document has one ontology
        graph.remove((header, None, None))
    graph.serialize(folder / "ontology.ttl", format="turtle")
    command = ["java", "-cp", str(JAR), str(Path(__file__).with_name("Profiles.java")), str(folder / "ontology.ttl")]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    verdicts = dict(line.split(": ") for line in lines if not line.startswith(" "))
    return {name: verdict == "true" for name, verdict in verdicts.items()}


def test_core_alignments_and_schemes_are_dl_and_rl(tmp_path):
    assert profiles(ontology_graph(), tmp_path) == {"OWL 2 DL": True, "OWL 2 RL": True}


def test_a_functional_transitive_property_is_not_dl(tmp_path):
    graph = ontology_graph()
    graph.add((ZT.within, RDF.type, OWL.FunctionalProperty))
    assert not profiles(graph, tmp_path)["OWL 2 DL"]


def test_a_union_as_range_is_not_rl(tmp_path):
    union = """@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix zt: <https://w3id.org/zhengtu/ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    zt:party rdfs:range [ a owl:Class ; owl:unionOf ( zt:Agency zt:Place ) ] ."""
    graph = ontology_graph().parse(data=union, format="turtle")
    assert profiles(graph, tmp_path) == {"OWL 2 DL": True, "OWL 2 RL": False}
