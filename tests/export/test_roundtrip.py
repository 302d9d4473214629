"""What is exported reads back as the same dataset, in two independent readers, and as the same bytes each time."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet
import pytest
import rdflib
from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad, RdfFormat, parse, serialize
from rdflib.compare import isomorphic, to_isomorphic

from zhengtu.export import FORMATS, ExportError, export
from zhengtu.store import memory_store

RDF = [form for form in FORMATS if form not in ("graphml", "parquet")]
"""GraphML is a view of the graph (tests/export/test_network.py), not a serialisation of it; Parquet has a test of its own."""
UNION = ("turtle", "rdfxml")
"""Formats that know no graphs."""

MODEL = Path(__file__).parents[1] / "fixtures" / "model.trig"
BASE = "https://w3id.org/zhengtu/"
PYOXIGRAPH = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
    "jsonld-framed": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
RDFLIB = {
    "turtle": "turtle",
    "trig": "trig",
    "nquads": "nquads",
    "jsonld": "json-ld",
    "jsonld-framed": "json-ld",
    "rdfxml": "xml",
}


def awkward() -> list[Quad]:
    """Blank nodes, every kind of literal, characters that want escaping, percent-encoded and foreign IRIs."""
    graph, other = NamedNode(BASE + "graph/ontology"), NamedNode(BASE + "graph/doc/%E6%96%B9%E6%A1%88")
    subject = NamedNode(BASE + "agency/%E5%9B%BD.%28%E5%AE%B6%29")
    label, p = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"), NamedNode(BASE + "ns#p")
    xsd = "http://www.w3.org/2001/XMLSchema#"
    values = [
        Literal('a\tb\r\n"引号"\\\''),
        Literal("x", language="zh-Hans"),
        Literal("007", datatype=NamedNode(xsd + "integer")),
        Literal("1.40", datatype=NamedNode(xsd + "decimal")),
        Literal("2021-05-19", datatype=NamedNode(xsd + "date")),
        Literal("true", datatype=NamedNode(xsd + "boolean")),
        Literal("POINT(1 2)", datatype=NamedNode("http://www.opengis.net/ont/geosparql#wktLiteral")),
        NamedNode("urn:isbn:1"),
        NamedNode("https://w3id.org//zhengtu/x"),
    ]
    blanks = [BlankNode("a"), BlankNode("b")]
    return [
        *(Quad(subject, p, value, other) for value in values),
        Quad(subject, label, Literal("国", language="zh"), other),
        Quad(subject, label, Literal("state", language="en"), other),
        Quad(subject, NamedNode(BASE + "ns#role"), NamedNode(BASE + "ns#lead"), other),
        Quad(subject, NamedNode(BASE + "ns#begin"), Literal("12", datatype=NamedNode(xsd + "integer")), other),
        Quad(subject, NamedNode(BASE + "ns#begin"), Literal("12"), graph),
        Quad(subject, NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), NamedNode(BASE + "ns#Agency"), other),
        Quad(subject, p, blanks[0], graph),
        Quad(blanks[0], p, blanks[1], graph),
        Quad(blanks[1], p, Literal("end"), graph),
        Quad(NamedNode(BASE + "ns#q"), p, BlankNode("c"), graph),
        Quad(BlankNode("c"), p, BlankNode("c"), graph),
    ]


@pytest.fixture(params=["model", "awkward"])
def quads(request) -> list[Quad]:
    return model() if request.param == "model" else stored(awkward())


def model() -> list[Quad]:
    return stored(parse(path=MODEL, format=RdfFormat.TRIG))


def stored(quads) -> list[Quad]:
    """As the store holds them: Oxigraph keeps numbers and dates by value (007 is 7)."""
    store = memory_store()
    store.add(quads)
    return list(store.quads())


def exported(quads, form: str, **options) -> bytes:
    store = memory_store()
    store.add(quads)
    return b"".join(export(store, form, **options))


def canonical(quads) -> list[bytes]:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(serialize([quad], format=RdfFormat.N_QUADS) for quad in dataset)


def union(quads) -> list[Quad]:
    return [Quad(q.subject, q.predicate, q.object) for q in quads]


@pytest.mark.parametrize("form", RDF)
def test_pyoxigraph_reads_the_same(quads, form):
    found = parse(exported(quads, form), format=PYOXIGRAPH[form])
    assert canonical(found) == canonical(union(quads) if form in UNION else quads)


@pytest.mark.parametrize("form", RDF)
def test_rdflib_reads_the_same(quads, form):
    expected = rdflib.Dataset()
    expected.parse(data=serialize(quads, format=RdfFormat.N_QUADS), format="nquads")
    found = rdflib.Dataset()
    found.parse(data=exported(quads, form), format=RDFLIB[form])
    if form in UNION:
        merged = rdflib.Graph()
        for s, p, o, _ in expected.quads():
            merged.add((s, p, o))
        assert to_isomorphic(merged) == to_isomorphic(found.default_graph)
        return
    names = {g.identifier for g in expected.graphs() if len(g)}
    assert {g.identifier for g in found.graphs() if len(g)} == names
    for name in names:
        assert isomorphic(expected.graph(name), found.graph(name)), name


@pytest.mark.parametrize("form", RDF)
def test_same_bytes_whatever_the_order(quads, form):
    assert exported(quads, form) == exported(list(reversed(quads)), form)


def test_nquads_are_canonical(quads):
    assert exported(quads, "nquads") == b"".join(canonical(quads))


def test_jsonld_is_compact():
    data = json.loads(exported(model(), "jsonld"))
    nodes = {n["@id"]: n for graph in data["@graph"] if not graph["@id"].endswith("inferred") for n in graph["@graph"]}
    agency = nodes["agency:hubei-ndrc"]
    assert agency["@type"] == "ProvincialAgency"
    assert agency["prefLabel"] == {"zh": "湖北省发展和改革委员会"}
    share = nodes["work:fagaiguihua-2030-1/responsibility/3-1"]
    assert share["@type"] == "Responsibility"
    assert (share["role"], share["position"]) == ("lead", "1")
    assert "agency:mot" in json.dumps(share)


@pytest.mark.parametrize("form", RDF)
def test_one_document(form):
    quads = model()
    own = [q for q in quads if q.graph_name == NamedNode(BASE + "graph/doc/news-c")]
    found = parse(exported(quads, form, document="news-c"), format=PYOXIGRAPH[form])
    assert canonical(found) == canonical(union(own) if form in UNION else own)


def test_no_such_document_or_format():
    with pytest.raises(ExportError, match="nobody"):
        exported(awkward(), "turtle", document="nobody")
    with pytest.raises(ExportError, match="docx"):
        exported(awkward(), "docx")


@pytest.fixture
def little_memory(monkeypatch):
    """As if the data were large: many sorted runs, many batches."""
    monkeypatch.setattr("zhengtu.export.sorting.RUN", 3000)
    monkeypatch.setattr("zhengtu.export.statements._BATCH", 7)
    monkeypatch.setattr("zhengtu.export.turtle._BATCH", 5)
    monkeypatch.setattr("zhengtu.export.parquet._ROWS", 5)


@pytest.mark.parametrize("form", RDF)
def test_large_data_are_written_in_parts_that_read_as_one(quads, form, little_memory):
    text = exported(quads, form)
    assert canonical(parse(text, format=PYOXIGRAPH[form])) == canonical(union(quads) if form in UNION else quads)
    assert text.count(b"@prefix zt:") == (1 if form in ("turtle", "trig") else 0)


@pytest.mark.parametrize("form", ["nquads", "jsonld", "jsonld-framed", "rdfxml", "graphml"])
def test_the_parts_leave_no_trace(quads, form, little_memory, monkeypatch):
    in_parts = exported(quads, form)
    monkeypatch.undo()
    assert exported(quads, form) == in_parts


def test_parquet_in_many_row_groups(quads, little_memory, tmp_path):
    path = tmp_path / "quads.parquet"
    path.write_bytes(exported(quads, "parquet"))
    found = pyarrow.parquet.ParquetFile(path)
    assert found.num_row_groups == -(-len(quads) // 5)
    assert found.read().num_rows == len(quads)
