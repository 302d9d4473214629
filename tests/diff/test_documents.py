"""A draft and its final text, as a reader compares them."""

from __future__ import annotations

import json

import pytest

from zhengtu.build import build
from zhengtu.cli.main import main
from zhengtu.diff import DiffError, StoreDiff, as_json, as_text, diff
from zhengtu.query import UnknownEntity
from zhengtu.store import StoreError

DRAFT = """示范城市群发展实施方案
一、完善设施
（一）建设铁路。规划建设甲市至乙市铁路，到2025年铁路里程达到300公里。（省发展改革委、省交通运输厅负责）
（二）整治航道。推进丙江航道整治，改善通航条件。（省交通运输厅、省水利厅负责）
（三）办好学校。支持甲市建设职业院校，扩大招生规模。（省教育厅负责）
"""
FINAL = """示范城市群发展实施方案
一、完善设施
（一）整治航道。推进丙江航道整治，改善通航条件。（省交通运输厅、省水利厅负责）
（二）建设铁路。加快建设甲市至乙市铁路，到2025年铁路里程达到350公里。（省发展改革委、省交通运输厅、省财政厅负责）
（三）建设医院。支持乙市建设区域医疗中心，引进名医名院。（省卫生健康委负责）
"""


def built(folder, store: str, **texts: str) -> str:
    folder.mkdir(exist_ok=True)
    for stem, text in texts.items():
        (folder / f"{stem}.txt").write_text(text, "utf-8")
    assert build([folder], store).exit_code == 0
    return store


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    root = tmp_path_factory.mktemp("diff")
    return built(root / "texts", str(root / "store"), draft=DRAFT, final=FINAL, copy=DRAFT)


def of_kind(found, kind):
    return [change for change in found.tasks if change.kind == kind]


def test_a_copy_has_no_changes(place):
    found = diff(place, "draft", "copy")
    assert found.is_empty
    assert found.same == 3
    assert "没有变化" in as_text(found)


def test_a_task_that_moved_is_the_same(place):
    found = diff(place, "draft", "final")
    assert found.same == 1
    assert not any("整治航道" in (c.new or c.old).title for c in found.tasks)


def test_tasks_added_and_dropped(place):
    found = diff(place, "draft", "final")
    assert [(c.new.number, c.new.title) for c in of_kind(found, "added")] == [("1.3", "建设医院")]
    assert [(c.old.number, c.old.title) for c in of_kind(found, "dropped")] == [("1.3", "办好学校")]


def test_words_units_and_figures(place):
    found = diff(place, "draft", "final")
    (railway,) = of_kind(found, "changed")
    assert (railway.old.number, railway.new.number) == ("1.1", "1.2")
    assert {(w.old, w.new) for w in railway.wordings} == {("规划", "加快"), ("300公里", "350公里")}
    assert railway.units_added == ("省财政厅",)
    assert railway.units_dropped == ()
    (target,) = found.targets
    assert (target.indicator, target.year, target.old, target.new) == ("铁路里程", "2025", "= 300 公里", "= 350 公里")


def test_the_other_way_round(place):
    found = diff(place, "final", "draft")
    (railway,) = of_kind(found, "changed")
    assert {(w.old, w.new) for w in railway.wordings} == {("加快", "规划"), ("350公里", "300公里")}
    assert railway.units_dropped == ("省财政厅",)
    assert [c.old.title for c in of_kind(found, "dropped")] == ["建设医院"]


def test_text_and_json(place):
    found = diff(place, "draft", "final")
    text = as_text(found)
    for line in ("  ＋ 1.3 建设医院", "  － 1.3 办好学校", "    “300公里”→“350公里”", "    单位：＋省财政厅"):
        assert line in text.replace("      ", "    ")
    data = json.loads(as_json(found))
    assert {change["kind"] for change in data["tasks"]} == {"added", "dropped", "changed"}


def test_english(place, monkeypatch):
    monkeypatch.setenv("ZHENGTU_LANG", "en")
    assert "tasks added:" in as_text(diff(place, "draft", "final"))


def test_generations(tmp_path):
    place = built(tmp_path / "texts", str(tmp_path / "store"), plan=DRAFT, kept=FINAL.replace("示范", "另一"))
    built(tmp_path / "texts", place, plan=FINAL, later=DRAFT.replace("示范", "第三"))
    found = diff(place, "@previous", "@current")
    assert isinstance(found, StoreDiff)
    assert (found.added, found.dropped, found.same) == (("later",), (), 1)
    (plan,) = found.changed
    assert plan.new == "plan"
    assert [c.new.title for c in of_kind(plan, "added")] == ["建设医院"]
    assert diff(place, "@1", "@2") == found
    assert "＋ later" in as_text(found)


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("draft", "@current", DiffError),
        ("@previous", "@current", DiffError),
        ("@9", "@current", DiffError),
        ("@x", "@current", DiffError),
        ("nosuch", "final", UnknownEntity),
    ],
)
def test_what_cannot_be_compared(place, old, new, error):
    with pytest.raises(error):
        diff(place, old, new)


def test_an_endpoint_has_no_generations():
    with pytest.raises(DiffError):
        diff("http://127.0.0.1:9/query", "@previous", "@current")


def test_no_store(tmp_path):
    with pytest.raises(StoreError):
        diff(str(tmp_path), "@previous", "@current")


def test_the_command(place, capfd, tmp_path):
    assert main(["diff", "draft", "final", "--store", place]) == 0
    assert "建设医院" in capfd.readouterr().out
    assert main(["diff", "draft", "final", "--store", place, "-f", "json", "-o", str(tmp_path / "d.json")]) == 0
    assert json.loads((tmp_path / "d.json").read_text("utf-8"))["same"] == 1
    assert main(["diff", "draft", "@1", "--store", place]) == 1
    assert len(capfd.readouterr().err.splitlines()) == 1


def test_national_and_provincial_plan(tmp_path_factory):
    """A provincial organ that corresponds to the central one is no change of units."""
    from zhengtu.paths import resource_dir

    place = str(tmp_path_factory.mktemp("corpus") / "store")
    assert build([resource_dir("corpus")], place).exit_code == 0
    found = diff(place, "thepaper-2022-03-15", "hubei-division-2022-16")
    (water,) = [c for c in found.tasks if c.new and c.new.number == "5.2"]
    assert water.old.title == "协同推进长江水环境治理"
    assert not {"水利部", "生态环境部", "省水利厅", "省生态环境厅"} & {*water.units_added, *water.units_dropped}
    assert "到2025年城市生活污水集中收集率达到70%以上" in {w.old for w in water.wordings if not w.new}
