"""What a validation says of the hand-written model, which is sound but for what is listed here."""

import shutil
from collections import Counter

import pyshacl
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import SH

from tests.queries.support import ROOT, model_store
from zhengtu import validate
from zhengtu.build import build
from zhengtu.graphs import BASE
from zhengtu.store import memory_store, open_store
from zhengtu.validate.rules import core, shapes_graph
from zhengtu.validate.unit import term

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
    ]
    assert report.counts == {"violation": 1, "warning": 3, "info": 3}
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
    assert looked["number-skipped"] == 10  # tasks and sections
    assert looked["PlaceCode"] == 5


def test_a_sound_graph_conforms():
    store = model_store()
    kind = f"<{PLAN}/task/4> <{BASE}ns#taskKind>"
    store.update(
        f"DELETE {{ GRAPH ?g {{ {kind} ?k }} }} INSERT {{ GRAPH ?g {{ {kind} <{BASE}ns#principle> }} }}"
        f" WHERE {{ GRAPH ?g {{ {kind} ?k }} }}"
    )
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
    found = [f for f in validate.run(model, validate.Options(shapes=shapes)).findings if f.rule.local == "matched-nothing"]
    assert [(f.focus.rpartition("#")[2], f.severity) for f in found] == [("TaskKind", "violation")]
    assert "Tsak" in found[0].what.zh


def test_a_check_that_looked_at_nothing_is_reported_unless_it_may(shapes):
    store = model_store()
    store.update("PREFIX zt: <https://w3id.org/zhengtu/ns#> DELETE WHERE { GRAPH ?g { ?repair zt:printed ?words ; ?p ?o } }")
    assert not [f for f in validate.run(store, validate.Options(shapes=shapes)).findings if f.rule.local == "matched-nothing"]
    spoil(shapes, "may-be-empty.toml", "RepairReason =", "Nobody =")
    found = [f for f in validate.run(store, validate.Options(shapes=shapes)).findings if f.rule.local == "matched-nothing"]
    assert [(f.focus.rpartition("#")[2], f.severity) for f in found] == [("RepairReason", "warning")]


def test_a_shape_without_words_is_refused(model, shapes):
    spoil(shapes, "integrity.ttl", 'sh:message "任务没有注明是行动还是原则"@zh , ', "sh:message ")
    with pytest.raises(ValueError, match="TaskKind"):
        validate.run(model, validate.Options(shapes=shapes))


@pytest.mark.parametrize(
    "fault", ["", f"<{PLAN}> zt:issuer ?o", f"<{PLAN}/measure/2-1> zt:text ?o", f"<{PLAN}/responsibility/3-2> zt:unit ?o"]
)
def test_per_document_graphs_give_what_plain_pyshacl_gives_on_the_whole(fault):
    store = model_store()
    if fault:
        store.update(f"PREFIX zt: <{BASE}ns#> DELETE WHERE {{ GRAPH ?g {{ {fault} }} }}")
    assert compare(store) is None


def compare(store):
    """Our core findings against one plain pySHACL run over everything the store holds."""
    rules = core()
    ours = Counter((f.rule.iri, f.focus, f.path) for f in validate.run(store).findings if f.rule.iri in rules)
    whole, described = Graph(), set()
    for name in store.graphs():
        for triple in store.graph(name):
            whole.add((term(triple.subject), term(triple.predicate), term(triple.object)))
            if "/graph/doc/" in name or name.endswith(("/registry", "/alignment")):
                described.add(triple.subject.value)
    _, results, _ = pyshacl.validate(whole, shacl_graph=shapes_graph(ROOT / "shapes"), max_validation_depth=30)
    theirs = set()
    for node in results.objects(predicate=SH.result):
        path = results.value(node, SH.resultPath)
        theirs.add(
            (
                str(results.value(node, SH.sourceShape)),
                str(results.value(node, SH.focusNode)),
                str(path) if isinstance(path, URIRef) else "",
            )
        )
    assert set(ours) == {(shape, focus, path) for shape, focus, path in theirs if focus in described and shape in rules}


def test_the_shipped_corpus_gives_what_plain_pyshacl_gives_on_the_whole(tmp_path):
    build([ROOT / "corpus"], str(tmp_path / "store"))
    with open_store(str(tmp_path / "store")) as store:
        assert compare(store) is None
        names = {name for finding in validate.run(store).findings for name in finding.where.agencies}
    assert {"国家发展和改革委员会", "湖北省水利厅", "江西省人民政府"} <= names  # of the registry, and of documents alone
    assert not [name for name in names if "://" in name]
