"""From documents in a store to ``graph/alignment``."""

import csv

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from loaders.pipeline import load
from tests.align.texts import ROOT
from zhengtu.align import run
from zhengtu.store import memory_store

ZT = "https://w3id.org/zhengtu/ns#"
SSSOM = "https://w3id.org/sssom/"


def _store(*names: str):
    store = memory_store()
    for name in names:
        store.add(load(ROOT / "corpus" / name).quads)
    return store


CORPUS = ("thepaper-2022-03-15.md", "hubei-division-2022-16.txt", "hubei-daily-2022-03-05.md")


@pytest.fixture(scope="module")
def quads():
    return run(_store(*CORPUS))


def _values(quads, predicate):
    return {q.subject.value: q.object.value for q in quads if q.predicate == NamedNode(predicate)}


def test_all_in_the_alignment_graph(quads):
    assert {q.graph_name.value for q in quads} == {"https://w3id.org/zhengtu/graph/alignment"}


def test_decomposition_as_read(quads):
    with (ROOT / "tests/gold/corpus/decomposition.csv").open(encoding="utf-8") as file:
        gold = {(r["upper_task"], r["lower_task"]): r["relation"] for r in csv.DictReader(file)}
    upper, lower = _values(quads, SSSOM + "subject_id"), _values(quads, SSSOM + "object_id")
    relation = _values(quads, ZT + "relation")
    tasks = [n for n in upper if "/task/" in upper[n]]
    found = {(upper[n].rsplit("/", 1)[1], lower[n].rsplit("/", 1)[1]): relation[n].removeprefix(ZT) for n in tasks}
    hits = found.keys() & gold.keys()
    assert 2 * len(hits) / (len(found) + len(gold)) >= 0.97
    assert sum(found[pair] == gold[pair] for pair in hits) >= 0.9 * len(gold)


def test_measures_as_read(quads):
    """Sentences repeated are found; a sentence that the province spells out in names of its own (10-3) is not.

    A measure is named by its task's number and its place in the task: 21-1 is the first sentence of (二十一).
    """
    with (ROOT / "tests/align/cases/measures.csv").open(encoding="utf-8") as file:
        gold = {(r["upper"], r["lower"]): r["relation"] for r in csv.DictReader(file)}
    upper, lower = _values(quads, SSSOM + "subject_id"), _values(quads, SSSOM + "object_id")
    relation = _values(quads, ZT + "relation")
    measures = [n for n in upper if "/measure/" in upper[n]]
    found = {(upper[n].rsplit("/", 1)[1], lower[n].rsplit("/", 1)[1]): relation[n].removeprefix(ZT) for n in measures}
    hits = found.keys() & gold.keys()
    assert 2 * len(hits) / (len(found) + len(gold)) >= 0.93
    assert sum(found[pair] == gold[pair] for pair in hits) >= 0.95 * len(hits)


def test_what_a_measure_drops_is_told(quads):
    lower = {value: node for node, value in _values(quads, SSSOM + "object_id").items()}
    node = next(node for iri, node in lower.items() if iri.endswith("/measure/5.2-3"))
    assert _values(quads, ZT + "dropped")[node] == "到2025年城市生活污水集中收集率达到70%以上"


def test_the_division_plan_is_tied_to_the_plan_under_its_number(quads):
    """It cites the plan by title; the plan is carried with its number 发改规划〔2022〕266号."""
    tied = _values(quads, ZT + "implements")
    base = "https://w3id.org/zhengtu/work/"
    assert tied == {base + "ezhengbanfa-2022-16": base + "fagaiguihua-2022-266"}
    assert not _values(quads, ZT + "newBeside")  # as read: every item of the division plan has one above


def test_every_claim_of_a_carried_work_has_a_verdict(quads):
    store = _store(*CORPUS)
    claims = {t.subject.value for g in store.graphs() for t in store.graph(g) if t.object == NamedNode(ZT + "Claim")}
    assert claims == _values(quads, ZT + "verdict").keys()


def test_order_of_documents_does_not_matter(quads):
    assert run(_store(*reversed(CORPUS))) == quads


def test_no_plan_no_verdict():
    assert run(_store("hubei-daily-2022-03-05.md")) == []


def test_empty_store():
    assert run(memory_store()) == []


def test_running_text_under_a_heading_answers_for_claims():
    store = _store(*CORPUS)
    document = "https://w3id.org/zhengtu/doc/thepaper-2022-03-15"
    graph = NamedNode(document.replace("/doc/", "/graph/doc/"))
    section = NamedNode("https://w3id.org/zhengtu/work/fagaiguihua-2022-266/section/1")
    span = NamedNode(f"{document}/span/0-1")
    printed = "空间格局逐步优化，中心城市发展能级不断提升。综合立体交通网基本形成，铁路总里程突破1万公里。"
    store.add(
        [
            Quad(section, NamedNode(ZT + "leadSpan"), span, graph),
            Quad(span, NamedNode(ZT + "begin"), Literal(0), graph),
            Quad(span, NamedNode(ZT + "exact"), Literal(printed), graph),
        ]
    )
    texts = {t.subject.value: t.object.value for t in store.graph(graph.value) if t.predicate == NamedNode(ZT + "text")}
    [claim] = [
        iri for iri, text in texts.items() if text == "综合立体交通网基本形成，铁路总里程突破1万公里。" and "/claim/" in iri
    ]
    assert _values(run(store), ZT + "supportedBy")[claim] == section.value
