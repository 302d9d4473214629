"""Single formats: what they cannot say, how they compress, what other programs read in them."""

from __future__ import annotations

import gzip
from pathlib import Path

import duckdb
import polars
import pytest
from backports import zstd
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from tests.export.test_roundtrip import canonical, exported, quads  # noqa: F401 (a fixture)
from zhengtu.export import ExportError
from zhengtu.export.packing import packed, packing

S, P, G = NamedNode("https://e/s"), NamedNode("https://e/p"), NamedNode("https://w3id.org/zhengtu/graph/doc/a")


def test_duckdb_reads_the_quads_of_parquet(quads, tmp_path):  # noqa: F811
    path = tmp_path / "quads.parquet"
    path.write_bytes(exported(quads, "parquet"))
    rows = duckdb.sql(f"SELECT graph, subject, predicate, object, object_type, datatype, language FROM '{path}'").fetchall()
    assert canonical(map(quad, rows)) == canonical(quads)
    counted = duckdb.sql(f"SELECT graph, count(*) FROM '{path}' GROUP BY graph").fetchall()
    assert dict(counted) == {name: sum(q.graph_name.value == name for q in quads) for name, _ in counted}


def test_polars_reads_parquet_too(quads, tmp_path):  # noqa: F811
    path = tmp_path / "quads.parquet"
    path.write_bytes(exported(quads, "parquet"))
    frame = polars.read_parquet(path)
    assert canonical(map(quad, frame.iter_rows())) == canonical(quads)
    assert frame["datatype"].is_null().to_list() == [kind != "literal" for kind in frame["object_type"]]


def quad(row: tuple) -> Quad:
    graph, subject, predicate, value, kind, datatype, language = row
    return Quad(
        node(subject),
        NamedNode(predicate),
        literal(value, datatype, language) if kind == "literal" else node(value),
        NamedNode(graph),
    )


def node(name: str) -> NamedNode | BlankNode:
    return BlankNode(name[2:]) if name.startswith("_:") else NamedNode(name)


def literal(value: str, datatype: str, language: str | None) -> Literal:
    return Literal(value, language=language) if language else Literal(value, datatype=NamedNode(datatype))


@pytest.mark.parametrize(
    "triple",
    [
        (NamedNode("https://e/2024"), Literal("x")),  # an XML name does not begin with a digit
        (NamedNode("https://e/a/"), Literal("x")),  # nothing left for a name
        (NamedNode("https://e/%E5%9B%BD"), Literal("x")),  # nor may it have a percent sign
        (NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#li"), Literal("x")),  # means rdf:_1 in RDF/XML
        (P, Literal("page\x0cbreak")),  # XML 1.0 has no form feed
    ],
)
def test_rdfxml_refuses_what_xml_cannot_hold(triple):
    predicate, value = triple
    with pytest.raises(ExportError, match="https://e/s"):
        exported([Quad(S, predicate, value, G)], "rdfxml")
    assert exported([Quad(S, predicate, value, G)], "turtle")


def test_rdfxml_takes_names_that_are_no_ascii():
    text = exported([Quad(S, NamedNode("https://e/ns#牵头单位"), Literal("水利部"), G)], "rdfxml").decode()
    assert '<p:牵头单位 xmlns:p="https://e/ns#">水利部</p:牵头单位>' in text


def test_a_statement_in_two_graphs_is_said_once_where_graphs_cannot_be_said():
    both = [Quad(S, P, Literal("x"), G), Quad(S, P, Literal("x"), NamedNode("https://w3id.org/zhengtu/graph/inferred"))]
    for form in ("turtle", "rdfxml"):
        assert exported(both, form).count(b"https://e/s") == 1
    for form in ("trig", "nquads", "jsonld"):
        assert exported(both, form).count(b"https://e/s") == 2


def test_quads_in_no_graph_are_exported_too():
    assert exported([Quad(S, P, Literal("x"), DefaultGraph())], "nquads") == b'<https://e/s> <https://e/p> "x" .\n'
    assert b'"x"' in exported([Quad(S, P, Literal("x"), DefaultGraph())], "trig")


def test_the_extension_chooses_the_compression():
    kinds = [packing(Path(name)) for name in ("a.ttl", "a.ttl.gz", "a.nq.zst", "a.NQ.GZ", "a.gz.ttl")]
    assert kinds == ["", "gz", "zst", "gz", ""]
    assert packing(None) == ""


@pytest.mark.parametrize(("kind", "unpack"), [("gz", gzip.decompress), ("zst", zstd.decompress)])
def test_compressed_is_the_same_file_and_the_same_bytes_each_time(kind, unpack):
    pieces = [b"one ", b"", "二".encode() * 100_000]
    found = [b"".join(packed(iter(pieces), kind)) for _ in range(2)]
    assert unpack(found[0]) == b"".join(pieces)
    assert found[0] == found[1]
    assert len(found[0]) < 1000
    if kind == "gz":
        assert found[0][4:8] == bytes(4)  # no time (RFC 1952 §2.3.1)
