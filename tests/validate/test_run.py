"""What a validation says of the hand-written model, which is sound but for what is listed here."""

import shutil

import pyshacl
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import SH

from tests.queries.support import ROOT, model_store
from zhengtu import validate
from zhengtu.graphs import BASE
from zhengtu.store import memory_store
from zhengtu.validate.rules import core, shapes_graph
from zhengtu.validate.unit import units

PLAN = f"{BASE}work/fagaiguihua-2030-1"


@pytest.fixture(scope="module")
def report(model):
    return validate.run(model)


def test_every_finding_of_the_model(report):
    assert [(f.where.document, f.where.item, f.rule.local, f.severity) for f in report.findings] == [
        ("division-b", "", "target-conflict", "warning"),
        ("division-b", "1.2", "new-task", "info"),
        ("division-b", "", "agency-unregistered", "info"),
        ("news-c", "", "document-without-responsibility", "warning"),
        ("plan-a", "3", "task-left-out", "info"),
        ("plan-a", "4", "task-without-responsibility", "violation"),
        ("plan-a", "10", "number-skipped", "warning"),
        ("plan-a", "10", "task-left-out", "info"),
    ]
    assert report.counts == {"violation": 1, "warning": 3, "info": 4}
    assert not report.conforms
    assert report.documents == 3


def test_a_finding_says_where_why_and_what_to_do(report):
    finding = next(f for f in report.findings if f.severity == "violation")
    assert finding.focus == f"{PLAN}/task/4"
    assert finding.where.title == "健全协同机制"
    assert finding.where.document_title == "示范城市群发展实施方案"
    assert (finding.evidence.begin, finding.evidence.end) == (350, 400)
    assert finding.evidence.exact.startswith("（四）健全协同机制。")
    assert "另有 3 项任务写明了" in finding.what.zh
    assert "3 tasks" in finding.what.en
    assert finding.rule.why.zh
    assert finding.rule.what_to_do.en
    assert finding.rule.about == "text"


def test_a_message_holds_the_values(report):
    conflict = next(f for f in report.findings if f.rule.local == "target-conflict")
    assert conflict.what.zh == "“铁路总里程”（2035）此处为 1.2万公里，plan-a 为 1.4万公里"


def test_works_known_from_citations_only_are_not_asked_for_an_issuer(report):
    assert not [f for f in report.findings if f.focus.endswith(("work/shifan-guihua", "work/guohan-2030-2"))]
    issuer = next(entry for entry in report.looked if entry.rule.local == "PlanIssuer")
    assert issuer.nodes == 3  # the plan, its notice, the division plan


def test_the_report_counts_what_each_check_looked_at(report):
    looked = {entry.rule.local: entry.nodes for entry in report.looked}
    assert looked["TaskKind"] == 7
    assert looked["ResponsibilityUnit"] == 11
    assert looked["number-skipped"] == 7
    assert looked["PlaceCode"] == 5


def test_a_sound_graph_conforms():
    store = model_store()
    store.update(f"DELETE WHERE {{ GRAPH ?g {{ <{PLAN}/task/4> ?p ?o }} }}")
    report = validate.run(store)
    assert report.conforms
    assert report.counts["violation"] == 0


def test_an_empty_store_conforms_and_says_it_looked_at_nothing():
    report = validate.run(memory_store())
    assert report.conforms
    assert report.findings == ()
    assert report.documents == 0


def test_order_and_keys_stay_the_same(model, report):
    again = validate.run(model)
    assert [f.key for f in again.findings] == [f.key for f in report.findings]
    assert len({f.key for f in report.findings}) == len(report.findings)


@pytest.fixture
def shapes(tmp_path):
    return shutil.copytree(ROOT / "shapes", tmp_path / "shapes")


def spoil(shapes, name, old, new):
    path = shapes / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_misspelt_target_is_a_violation(model, shapes):
    spoil(
        shapes,
        "integrity.ttl",
        "zs:TaskKind a sh:PropertyShape ;\n  sh:targetClass zt:Task",
        "zs:TaskKind a sh:PropertyShape ;\n  sh:targetClass zt:Tsak",
    )
    found = [f for f in validate.run(model, shapes).findings if f.rule.local == "matched-nothing"]
    assert [(f.focus.rpartition("#")[2], f.severity) for f in found] == [("TaskKind", "violation")]
    assert "Tsak" in found[0].what.zh


def test_a_check_that_looked_at_nothing_is_reported_unless_it_may(shapes):
    store = model_store()
    store.update("PREFIX zt: <https://w3id.org/zhengtu/ns#> DELETE WHERE { GRAPH ?g { ?repair a zt:Repair ; ?p ?o } }")
    assert not [f for f in validate.run(store, shapes).findings if f.rule.local == "matched-nothing"]
    spoil(shapes, "may-be-empty.toml", "RepairReason =", "Nobody =")
    found = [f for f in validate.run(store, shapes).findings if f.rule.local == "matched-nothing"]
    assert [(f.focus.rpartition("#")[2], f.severity) for f in found] == [("RepairReason", "warning")]


def test_a_shape_without_words_is_refused(model, shapes):
    spoil(shapes, "integrity.ttl", 'sh:message "任务没有注明是行动还是原则"@zh , ', "sh:message ")
    with pytest.raises(ValueError, match="TaskKind"):
        validate.run(model, shapes)


@pytest.mark.parametrize(
    "fault", ["", f"<{PLAN}> zt:issuer ?o", f"<{PLAN}/measure/2-1> zt:text ?o", f"<{PLAN}/responsibility/3-2> zt:unit ?o"]
)
def test_per_document_graphs_give_what_plain_pyshacl_gives_on_the_whole(fault):
    store = model_store()
    if fault:
        store.update(f"PREFIX zt: <{BASE}ns#> DELETE WHERE {{ GRAPH ?g {{ {fault} }} }}")
    rules = core()
    ours = {(f.rule.iri, f.focus) for f in validate.run(store).findings if f.rule.iri in rules}
    whole = Graph()
    for unit in units(store):
        whole += unit.data
    _, results, _ = pyshacl.validate(whole, shacl_graph=shapes_graph(ROOT / "shapes"), max_validation_depth=30)
    theirs = {
        (str(results.value(node, SH.sourceShape)), str(results.value(node, SH.focusNode)))
        for node in results.objects(predicate=SH.result)
        if isinstance(results.value(node, SH.sourceShape), URIRef)
    }
    described = {str(node) for unit in units(store) for node in unit.own}
    assert ours == {(shape, focus) for shape, focus in theirs if focus in described}
