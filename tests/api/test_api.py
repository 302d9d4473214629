"""``zhengtu.open``: typed rows, frames, a notebook's table, evidence."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pandas as pd
import polars as pl
import pytest
from pyoxigraph import Literal, NamedNode, Quad

import zhengtu
from tests.queries.support import MODEL
from zhengtu.api import IRI, Graph, SeveralNodes
from zhengtu.api.values import value
from zhengtu.build import build
from zhengtu.graph import UnknownGraph
from zhengtu.paths import resource_dir
from zhengtu.query import BadParameter, UnknownEntity, UnknownQuery
from zhengtu.store import QueryError, StoreMissing, memory_store

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = tmp_path_factory.mktemp("api") / "store"
    assert build([resource_dir("corpus")], str(place)).exit_code == 0
    return place


@pytest.fixture(scope="module")
def graph(place):
    with zhengtu.open(place) as graph:
        yield graph


def test_the_default_store_is_that_of_the_command_line(place, monkeypatch):
    monkeypatch.setenv("ZHENGTU_STORE", str(place))
    with zhengtu.open() as graph:
        assert str(place) in repr(graph)
        assert len(graph.documents) == 5


def test_nothing_built(tmp_path):
    with pytest.raises(StoreMissing):
        zhengtu.open(tmp_path)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("5", "integer", 5),
        ("1.40", "decimal", Decimal("1.40")),
        ("1.5e3", "double", 1500.0),
        ("true", "boolean", True),
        ("2022-02-15", "date", date(2022, 2, 15)),
        ("2025", "gYear", 2025),
        ("2022-02", "date", "2022-02"),
        ("x", "integer", "x"),
        ("x", "string", "x"),
    ],
)
def test_values_have_types(text, kind, expected):
    got = value(Literal(text, datatype=NamedNode(XSD + kind)))
    assert (got, type(got)) == (expected, type(expected))


def test_iris_and_empty_cells():
    iri = value(NamedNode("https://w3id.org/zhengtu/ns#Task"))
    assert isinstance(iri, IRI)
    assert iri.short == "zt:Task"
    assert IRI("https://w3id.org/zhengtu/place/420100").short == "place/420100"
    assert value(None) is None
    assert value(Literal("文", language="zh")) == "文"


def test_rows(graph):
    answer = graph.query("targets", indicator="铁路总里程", year=2025)
    assert len(answer) == 2
    row = answer[0]
    assert row.value == row["value"] == Decimal("1.4")
    assert row.document == "thepaper-2022-03-15"
    assert isinstance(row.begin, int)
    assert set(row) == set(answer.columns)
    assert "1.4" in repr(row)
    assert "indicator" in dir(row)
    assert [r.unit for r in answer[:1]] == ["万公里"]
    assert answer.column("year") == ["2025", "2025"]
    with pytest.raises(AttributeError, match="no column 'nosuch'"):
        _ = row.nosuch
    with pytest.raises(KeyError):
        answer.column("nosuch")


def test_every_row_can_give_its_evidence(graph):
    (first, _) = graph.query("targets", indicator="铁路总里程", year=2025)
    (sentence,) = first.evidence
    assert sentence.words == "铁路总里程达到1.4万公里"
    assert (sentence.document, sentence.begin, sentence.end) == (first.document, first.begin, first.end)


def test_evidence_of_queries_without_offsets(graph):
    tasks = graph.query("tasks-of-agency", agency="省水利厅")
    assert all("水利厅" in "".join(s.words.split()) for sentences in tasks.evidence for s in sentences)
    assert all(tasks.evidence)
    assert all(len(sentences) == 0 for sentences in graph.query("related-documents").evidence)


DIVISION, PLAN = "hubei-division-2022-16", "thepaper-2022-03-15"


def squeezed(sentences):
    return "".join("".join(sentence.words.split()) for sentence in sentences)


@pytest.mark.parametrize("name", ["targets", "projects", "tasks", "places"])
def test_the_document_may_be_a_parameter(graph, name):
    of_one = graph.query(f"{name}-of-document", document=DIVISION)
    assert len(of_one) > 5
    assert all(of_one.evidence)
    assert {s.document for sentences in of_one.evidence for s in sentences} == {DIVISION}


def test_the_lead_of_a_task_rests_on_its_clause(graph):
    for row in graph.query("leads-of-document", document=DIVISION):
        assert row.unit in squeezed(row.evidence)
        assert "责任单位" in squeezed(row.evidence)


def test_two_tasks_side_by_side_rest_on_both(graph):
    (row,) = (r for r in graph.query("decomposition") if r.lower_task == "5.2.4")
    assert [(s.document, s.words.split("。")[0][-9:]) for s in row.evidence] == [
        (PLAN, "强化能源保障和水利建设"[-9:]),
        (DIVISION, "大中型灌区建设改造"),
    ]
    left_out = graph.query("undecomposed-tasks", upper=PLAN, lower=DIVISION)
    assert all(row.upper_title in squeezed(row.evidence) for row in left_out)


def test_what_is_counted_can_be_read(graph):
    (water,) = (row for row in graph.query("agency-workload") if row.label == "湖北省水利厅")
    assert water.total == 8
    assert len(water.evidence) == 8
    assert all("省水利厅" in squeezed([sentence]) for sentence in water.evidence)
    (pair,) = (r for r in graph.query("agreement-partners") if {r.place_a, r.place_b} == {"合肥市", "武汉市"})
    assert "合作行动计划" in squeezed(pair.evidence)
    (cascade,) = (r for r in graph.query("agency-cascade") if r.lower_label == "湖北省教育厅")
    assert {s.document for s in cascade.evidence} == {PLAN, DIVISION}
    assert "教育部" in squeezed(cascade.evidence)
    assert "省教育厅" in squeezed(cascade.evidence)
    for partner in graph.query("agency-partners", agency="水利部")[:3]:
        assert "水利部" in squeezed(partner.evidence)


def test_a_figure_is_no_name(graph):
    """武汉市 in five documents rests on words about 武汉, not on what bears the number 5."""
    (wuhan,) = (row for row in graph.query("recurring-entities") if row.entity == "武汉市")
    assert len({s.document for s in wuhan.evidence}) == wuhan.documents == 5
    assert all("武汉" in squeezed([s]) or "湖北" in squeezed([s]) for s in wuhan.evidence)


def test_a_parameter_that_is_none_is_not_given(graph):
    assert graph.query("targets", year=None).to_dicts() == graph.query("targets").to_dicts()


def test_the_sparql_is_there_and_gives_the_same(graph):
    answer = graph.query("projects-of-place", place="宜昌市")
    assert graph.sparql(answer.sparql[0]).to_dicts() == answer.to_dicts()


def test_sparql_forms(graph):
    assert graph.sparql("ASK { ?s ?p ?o }") is True
    triples = graph.sparql("CONSTRUCT { ?d a <urn:D> } WHERE { ?d a <https://w3id.org/zhengtu/ns#Document> }")
    assert len(triples) == 5
    with pytest.raises(QueryError, match="第 1 行第 9 列"):
        graph.sparql("SELECT * { ?s ?p }"[:8])


def test_pandas(graph):
    frame = graph.query("targets").to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert frame["value"].dtype == "float64"
    assert frame["begin"].dtype == "int64"
    documents = graph.documents.to_pandas().set_index("document")
    assert documents.loc["thepaper-2022-03-15", "issued"] == pd.Timestamp(2022, 2, 15)
    assert pd.isna(documents.loc["hubei-daily-2022-03-05", "issued"])


def test_polars(graph):
    frame = graph.query("targets").to_polars()
    assert frame.schema["value"] == pl.Float64
    assert frame.schema["begin"] == pl.Int64
    assert graph.documents.to_polars().schema["issued"] == pl.Date


@pytest.mark.parametrize("name", ["documents", "agency-workload", "responsibilities", "topic-timeline", "claims"])
def test_every_answer_becomes_a_frame(graph, name):
    answer = graph.query(name)
    assert len(answer.to_pandas()) == len(answer.to_polars()) == len(answer) > 0


def test_an_empty_answer(graph):
    empty = graph.query("targets", year=1066)
    assert len(empty) == len(empty.to_pandas()) == len(empty.to_polars()) == 0
    assert list(empty.to_polars().columns) == list(empty.columns)
    assert "<tbody></tbody>" in empty._repr_html_()


def test_the_table_of_a_notebook_is_escaped_and_cut():
    store = memory_store()
    quads = [Quad(NamedNode(f"urn:{i}"), NamedNode("urn:p"), Literal("<b>&"), NamedNode("urn:g")) for i in range(60)]
    store.add(quads)
    page = Graph(store).sparql("SELECT ?s ?o { ?s ?p ?o }")._repr_html_()
    assert "<b>" not in page
    assert "&lt;b&gt;&amp;" in page
    assert "50 / 60" in page
    assert page.count("<tr>") == 51


def test_names(graph):
    assert "tasks-of-agency" in graph.queries
    with pytest.raises(UnknownQuery, match="tasks"):
        graph.query("taskss")
    with pytest.raises(BadParameter, match="agency"):
        graph.query("tasks-of-agency", agencyy="x")
    with pytest.raises(UnknownEntity):
        graph.query("tasks-of-agency", agency="不存在的单位")


def test_an_unknown_name_is_explained_by_the_nearest(graph):
    with pytest.raises(UnknownEntity, match=r"是否要找：.*湖北省水利厅"):
        graph.explain("湖北省水力厅")


def test_explain(graph):
    known = graph.explain("湖北省水利厅")
    assert known.sentences
    assert repr(known).startswith("<Explanation of https://")
    assert len(repr(known)) < 200
    assert "<td>省水利厅</td>" in known._repr_html_()
    assert "<script" not in replace(known, iri="<script>")._repr_html_()
    with pytest.raises(UnknownEntity):
        graph.explain("不存在")
    with pytest.raises(SeveralNodes) as caught:
        graph.explain("国家医学中心")
    assert len(caught.value.nodes) > 1


def test_ask(graph):
    assert graph.ask("哪些项目跨省？").match.name == "cross-province-projects"


def test_an_endpoint(endpoint):
    from zhengtu.store import open_remote

    store = memory_store()
    store.raw.load(path=str(MODEL), format=__import__("pyoxigraph").RdfFormat.TRIG)
    open_remote(endpoint).add(list(store.quads()))
    with zhengtu.open(endpoint) as graph, Graph(store) as local:
        for name in ("documents", "tasks", "targets", "responsibilities"):
            assert graph.query(name).to_dicts() == local.query(name).to_dicts()
        assert graph.query("targets")[0].evidence == local.query("targets")[0].evidence


def test_importing_zhengtu_stays_light():
    code = "import sys, zhengtu; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pandas", "polars", "pyoxigraph", "rdflib"} & set(loaded)


def test_a_network_of_networkx(graph):
    network = graph.graph("cascade")
    assert network.is_directed()
    labels = {(network.nodes[a]["label"], network.nodes[b]["label"]) for a, b in network.edges}
    assert ("中华人民共和国水利部", "湖北省水利厅") in labels
    with pytest.raises(UnknownGraph, match="cascade"):
        graph.graph("cascades")
