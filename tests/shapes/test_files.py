"""The shapes and audits as texts: well-formed, named, explained, and about terms that exist."""

import re
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.namespace import DCTERMS, RDFS, SH

from tests.queries.support import ONTOLOGY, ROOT
from zhengtu.graphs import ZT
from zhengtu.query.header import fields
from zhengtu.validate.coverage import may_be_empty
from zhengtu.validate.rules import CONCERNS, SHAPES, audits, core, shapes_graph

FOLDER = ROOT / "shapes"
GRAPH = shapes_graph(FOLDER)
NAMED = sorted({s for s in GRAPH.subjects(RDF.type) if isinstance(s, URIRef)})
TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
AUDITS = sorted((FOLDER / "audit").glob("*.rq"))


@pytest.fixture(scope="module")
def declared():
    return {str(term) for term in Graph().parse(ONTOLOGY).subjects() if isinstance(term, URIRef)}


def test_shacl_of_shacl():
    """The shapes graph conforms to the shapes of shapes (SHACL Appendix C)."""
    meta = Graph().parse(Path(pyshacl.__file__).parent / "assets" / "shacl-shacl.ttl")
    conforms, _, text = pyshacl.validate(GRAPH, shacl_graph=meta, max_validation_depth=60)
    assert conforms, text


@pytest.mark.parametrize("shape", NAMED, ids=lambda shape: shape.rpartition("#")[2])
def test_a_shape_says_all_it_should(shape):
    assert shape.startswith(SHAPES)
    for key in (SH.name, SH.message, SH.description, RDFS.comment):
        texts = {o.language: str(o) for o in GRAPH.objects(shape, key) if isinstance(o, RdfLiteral)}
        assert set(texts) == {"zh", "en"}
        assert re.search(r"[一-鿿]", texts["zh"])
    assert GRAPH.value(shape, SH.severity) in (SH.Violation, SH.Warning, SH.Info)
    assert str(GRAPH.value(shape, DCTERMS.subject)) in ("text", "graph")
    assert any(True for target in TARGETS for _ in GRAPH.objects(shape, target))


def test_shapes_use_only_declared_terms(declared):
    used = {str(node) for triple in GRAPH for node in triple if str(node).startswith(ZT)}
    assert used <= declared


@pytest.mark.parametrize("path", AUDITS, ids=lambda path: path.stem)
def test_an_audit_says_all_it_should(path, declared):
    text = path.read_text("utf-8")
    head = fields(text)
    keys = ("summary", "message", "why", "todo")
    asked = {*keys, *(f"{key}_en" for key in keys), "severity", "about", "looks_at", "concern", "scope"}
    assert set(head) - {"key"} == asked | ({"joins"} if head["scope"] == "corpus" else set())
    assert head["concern"] in CONCERNS
    assert head["scope"] in ("document", "corpus")
    assert head["severity"] in ("violation", "warning", "info")
    assert head["about"] in ("text", "graph")
    assert {name.replace("zt:", ZT) for name in head["looks_at"].split(", ")} <= declared
    columns = re.findall(
        r"\?(\w+)", re.sub(r"\([^?]*\([^)]*\) AS (\?\w+)\)", r"\1", re.search(r"^SELECT (.+)$", text, re.MULTILINE).group(1))
    )
    assert columns[:2] == ["focus", "g"]
    for key in ("message", "message_en"):
        assert set(re.findall(r"\{(\w+)\}", head[key])) <= set(columns)
    rule = audits()[SHAPES + path.stem]
    assert {*rule.key, *rule.joins} <= set(columns)


def test_names_are_unique_and_what_may_be_empty_exists():
    names = [rule.local for rule in [*core().values(), *audits().values()]]
    assert len(set(names)) == len(names)
    assert set(may_be_empty()) <= set(names)
    assert all(may_be_empty().values())


def test_every_class_of_a_document_graph_is_looked_at():
    model = (ROOT / "tests" / "fixtures" / "model.trig").read_text("utf-8")
    document_graphs = model[model.index("<graph/doc/plan-a> {") : model.index("<graph/inferred> {")]
    classes = {ZT + name for name in re.findall(r"\ba zt:(\w+)", document_graphs)}
    looked = {name for rule in core().values() for name in rule.classes}
    parents = Graph().parse(ONTOLOGY)
    missing = {c for c in classes if not looked & {str(p) for p in parents.transitive_objects(URIRef(c), RDFS.subClassOf)}}
    assert not missing
