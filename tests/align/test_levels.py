"""One undertaking from the centre to a city: a national plan, the province's division of it, the city's list; and its draft.

``cases/levels/read.csv`` says what a reader finds: which task takes up which, the relation, what was added and dropped.
"""

import csv

import pytest

from tests.align.texts import ROOT
from zhengtu.build import build
from zhengtu.diff import diff
from zhengtu.query import run
from zhengtu.store import open_store

CASES = ROOT / "tests" / "align" / "cases" / "levels"
PAIR = ("upper_document", "upper_task", "lower_document", "lower_task")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = str(tmp_path_factory.mktemp("levels") / "store")
    assert build([CASES / f"{name}.txt" for name in ("national", "draft", "province", "city")], place).exit_code == 0
    return place


@pytest.fixture(scope="module")
def found(place):
    with open_store(place) as store:
        return {tuple(row[name] for name in PAIR): row for row in run(store, "decomposition")}


def _read():
    with (CASES / "read.csv").open(encoding="utf-8") as file:
        return {(r["upper"], r["upper_task"], r["lower"], r["lower_task"]): r for r in csv.DictReader(file)}


def _said(cell):
    return set(cell.split("；")) - {""}


def test_the_pairs(found):
    """The city's fourth item, a service centre, is its own; the draft divides nothing."""
    assert set(found) == set(_read())


@pytest.mark.parametrize("pair", _read(), ids="-".join)
def test_relation_and_words(found, pair):
    read, row = _read()[pair], found[pair]
    assert row["relation"] == read["relation"]
    assert _said(row["added"]) == _said(read["added"])
    missing = _said(read["dropped"]) - _said(row["dropped"])
    assert not _said(row["dropped"]) - _said(read["dropped"])
    assert missing <= {"全面排查碍航桥梁"}  # its words stand in the clause that is left: not told


def test_what_the_province_left_out(place):
    with open_store(place) as store:
        rows = run(store, "undecomposed-tasks", {"upper": "national", "lower": "province"})
        assert [row["upper_title"] for row in rows] == ["加强人才培养"]


def test_draft_and_final(place):
    changes = diff(place, "draft", "national")
    by_kind = {kind: [c for c in changes.tasks if c.kind == kind] for kind in ("added", "dropped", "changed")}
    assert [c.new.title for c in by_kind["added"]] == ["防治船舶港口污染"]
    assert [c.old.title for c in by_kind["dropped"]] == ["开展试点示范"]
    assert {c.new.title: {(w.old, w.new) for w in c.wordings} for c in by_kind["changed"]} == {
        "畅通干线航道": {("1600公里", "1800公里"), ("", "浍河")},
        "提升港口能级": {("", "徐州港")},
        "发展多式联运": {("推动", "推进"), ("全部", ""), ("", "发展“一单制”联运服务"), ("10%", "15%")},
    }
    assert {(t.indicator, t.old, t.new) for t in changes.targets} == {
        ("三级以上航道里程", "= 1600 公里", "= 1800 公里"),
        ("集装箱铁水联运量年均增长", "= 10 %", "= 15 %"),
    }


def test_the_bureaus_of_a_city_answer_to_the_departments_of_the_province(place):
    (first,) = (c for c in diff(place, "province", "city").tasks if c.new and c.new.title == "畅通干线航道")
    assert first.units_added == ("怀远县人民政府", "五河县人民政府")
    assert first.units_dropped == ("蚌埠市人民政府", "阜阳市人民政府", "亳州市人民政府")
