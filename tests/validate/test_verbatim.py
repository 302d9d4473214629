"""Quotations against the source file: the same file says the same words, another file says nothing of them."""

import json
import shutil

import pytest

from zhengtu import validate
from zhengtu.build import build
from zhengtu.graphs import ZT
from zhengtu.store import memory_store, open_store

PLAN = """# 示范市交通发展实施方案

> 来源：[示范市人民政府](https://example.org/a)

市政府办公室 2031年3月5日

一、总体要求

（一）指导思想。坚持便民利民，**统筹规划**建设。

二、重点任务

（二）完善铁路网络。加快建设示范至样板铁路，
到2035年铁路总里程达到300公里。（市交通局牵头，市发展改革委参加）

（三）畅通公路。改造国道&省道。（市交通局负责）
"""
PAGE = """<!DOCTYPE html><html><head><title>示范县农业工作要点</title><style>p{color:red}</style></head><body>
<h1>示范县农业工作要点</h1>
<p>一、粮食生产</p><p>（一）稳定面积。全县粮食播种面积<b>不低于</b>30万亩。<br>（县农业农村局负责）</p>
<p>（二）提高单产。推广良种&nbsp;良法。（县农业农村局牵头，县科技局参加）</p></body></html>
"""


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "texts" / "2031"
    folder.mkdir(parents=True)
    (folder / "plan.md").write_text(PLAN, "utf-8")
    (folder / "page.html").write_bytes(PAGE.encode("gb18030"))
    return folder


@pytest.fixture
def store(folder):
    copy = memory_store()
    build([folder], str(folder.parents[1] / "store"))
    with open_store(str(folder.parents[1] / "store")) as built:
        copy.add(built.quads())
    return copy


def checked(store, *folders):
    report = validate.run(store, validate.Options(sources=folders))
    compared = next(entry.nodes for entry in report.looked if entry.rule.local == "exact-not-printed")
    return report, compared, [f for f in report.findings if f.rule.local == "exact-not-printed"]


def spans(store):
    return sum(1 for name in store.graphs() for triple in store.graph(name) if triple.predicate.value == ZT + "exact")


def test_every_quotation_of_a_build_is_printed_in_its_source(store, folder):
    report, compared, found = checked(store, folder.parent)  # the files lie a folder deeper
    assert found == []
    assert report.away == ()
    assert compared == spans(store) > 20


def test_changed_words_are_a_finding_about_the_graph(store, folder):
    store.update(
        f'DELETE {{ GRAPH ?g {{ ?s <{ZT}exact> ?e }} }} INSERT {{ GRAPH ?g {{ ?s <{ZT}exact> "完善铁道网络" }} }}'
        f" WHERE {{ GRAPH ?g {{ ?s <{ZT}exact> ?e }} FILTER(?e = '（二）完善铁路网络。') }}"
    )
    _, _, found = checked(store, folder)
    assert len(found) == 1
    finding = found[0]
    assert (finding.severity, finding.rule.about, finding.where.document) == ("violation", "graph", "plan")
    assert finding.evidence.line == PLAN[: PLAN.index("（二）完善铁路网络。")].count("\n") + 1


def test_a_moved_span_is_a_finding(store, folder):
    store.update(
        f"DELETE {{ GRAPH ?g {{ ?s <{ZT}begin> ?b ; <{ZT}end> ?e }} }}"
        f" INSERT {{ GRAPH ?g {{ ?s <{ZT}begin> ?c ; <{ZT}end> ?f }} }}"
        f" WHERE {{ GRAPH ?g {{ ?s <{ZT}exact> '（三）畅通公路。' ; <{ZT}begin> ?b ; <{ZT}end> ?e }}"
        " BIND(?b + 1 AS ?c) BIND(?e + 1 AS ?f) }"
    )
    assert len(checked(store, folder)[2]) == 1


def test_a_source_that_is_gone_or_another_is_said_and_no_failure(store, folder):
    before = checked(store, folder)[0]
    (folder / "plan.md").write_text(PLAN.replace("300", "400"), "utf-8")
    (folder / "page.html").unlink()
    report, compared, found = checked(store, folder)
    assert (found, compared) == ([], 0)
    assert sorted(report.away) == ["page", "plan"]
    assert [f.key for f in report.findings] == [f.key for f in before.findings]
    told = validate.render(report, "text").splitlines()[2]
    assert "2 个文件的源文件不在手边" in told
    assert "page，plan" in told
    assert "--source" in validate.render(report, "html")
    assert sorted(json.loads(validate.render(report, "json"))["sources_not_at_hand"]) == ["page", "plan"]
    assert validate.render(before, "text").splitlines()[2] == "2 个文件的引文已与源文件逐字核对"


def test_one_source_of_two(store, folder, tmp_path):
    shutil.copy(folder / "page.html", tmp_path / "page.html")
    (folder / "page.html").unlink()
    (folder / "plan.md").unlink()
    report, compared, _ = checked(store, folder, tmp_path)
    assert report.away == ("plan",)
    assert 0 < compared < spans(store)
    assert len(validate.render(report, "text", "en").splitlines()[2:4]) == 2
