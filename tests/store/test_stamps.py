"""Stamps: the same stamp, the same graph, whatever was done to the others; a database that others wrote to has none."""

from __future__ import annotations

import json
import shutil

import pytest
from pyoxigraph import NamedNode, Store, Triple

from tests.store.conftest import quad
from zhengtu.store import EmbeddedStore, new_generation
from zhengtu.store.stamps import NAME

A, B = (quad("x", "title", "x", graph).graph_name.value for graph in ("doc/a", "doc/b"))
OTHER = Triple(NamedNode("http://example.org/s"), NamedNode("http://example.org/p"), NamedNode("http://example.org/o"))


@pytest.fixture
def place(tmp_path):
    with new_generation(tmp_path) as writer:
        writer.add([quad("task/1", "title", "一", "doc/a"), quad("task/2", "title", "二", "doc/b")])
    return tmp_path


def stamps(place) -> dict[str, str]:
    with EmbeddedStore(place) as store:
        return store.stamps()


def carried(place, change) -> dict[str, str]:
    with new_generation(place, carry_over=True) as writer:
        change(writer)
    return stamps(place)


def test_every_graph_of_a_build_has_a_stamp(place):
    assert set(stamps(place)) == {A, B}
    assert stamps(place) == stamps(place)


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.add([quad("task/3", "title", "三", "doc/b")]),
        lambda store: store.remove([quad("task/2", "title", "二", "doc/b")]),
        lambda store: store.replace_graph(B, [OTHER]),
        lambda store: store.remove_graph(B),
    ],
    ids=["add", "remove", "replace", "drop"],
)
def test_what_is_written_to_loses_its_stamp_and_the_rest_keep_theirs(place, change):
    before = stamps(place)
    after = carried(place, change)
    assert after[A] == before[A]
    assert after.get(B) != before[B]


def test_an_update_may_write_anywhere(place):
    before = stamps(place)
    after = carried(place, lambda store: store.update(f"INSERT DATA {{ GRAPH <{B}> {{ <x:s> <x:p> <x:o> }} }}"))
    assert set(after) == {A, B}
    assert not set(after.values()) & set(before.values())


def test_a_build_of_the_same_content_is_not_taken_for_the_old_one(place):
    before = stamps(place)
    with EmbeddedStore(place) as store:
        quads = list(store.quads())
    with new_generation(place) as writer:
        writer.add(quads)
    assert not set(stamps(place).values()) & set(before.values())


def test_what_another_program_wrote_counts_for_nothing_stamped_before(place):
    with EmbeddedStore(place) as store:
        folder = place / "generations" / f"{store.generation:06d}"
    other = Store(str(folder))
    other.add(quad("task/9", "title", "九", "doc/a"))
    del other
    assert stamps(place) == {}


def test_a_copy_of_the_folder_keeps_them(place, tmp_path_factory):
    copy = tmp_path_factory.mktemp("copy") / "store"
    shutil.copytree(place, copy)
    assert stamps(copy) == stamps(place)


@pytest.mark.parametrize("text", ["", "[]", "{}", json.dumps({"files": {}, "graphs": {A: "x"}})])
def test_a_damaged_record_is_none(place, text):
    with EmbeddedStore(place) as store:
        (place / "generations" / f"{store.generation:06d}" / NAME).write_text(text, "utf-8")
        assert store.stamps() == {}


def touched(place, since, graph=A):
    with EmbeddedStore(place) as store:
        return store.touched(graph, since)


def test_the_nodes_written_to_since_an_earlier_stamp(place):
    first, one, two = stamps(place)[A], quad("task/3", "title", "三", "doc/a"), quad("task/1", "title", "一", "doc/a")
    assert touched(place, first) == set()
    second = carried(place, lambda writer: writer.add([one]))[A]
    assert touched(place, first) == {one.subject.value}
    carried(place, lambda writer: writer.remove([two]))
    assert touched(place, first) == {one.subject.value, two.subject.value}
    assert touched(place, second) == {two.subject.value}
    carried(place, lambda writer: writer.add([quad("task/4", "title", "四", "doc/b")]))  # another graph
    assert touched(place, second) == {two.subject.value}


@pytest.mark.parametrize(
    "change",
    [
        lambda writer: writer.replace_graph(A, [OTHER]),
        lambda writer: writer.update("INSERT DATA { GRAPH <" + A + "> { <http://example.org/s> <http://example.org/p> 1 } }"),
    ],
    ids=["replaced", "updated"],
)
def test_what_was_written_as_a_whole_is_not_known(place, change):
    first = carried(place, lambda writer: writer.add([quad("task/3", "title", "三", "doc/a")]))[A]
    carried(place, change)
    assert touched(place, first) is None
    carried(place, lambda writer: writer.add([quad("task/5", "title", "五", "doc/a")]))
    assert touched(place, first) is None


def test_an_unknown_stamp_tells_nothing(place):
    assert touched(place, "") is None
    assert touched(place, "x") is None
    assert touched(place, stamps(place)[A], "http://example.org/none") is None


def test_only_the_last_steps_are_kept(place, monkeypatch):
    monkeypatch.setattr("zhengtu.store.stamps._MOST", 2)
    seen = [carried(place, lambda writer, n=n: writer.add([quad(f"task/1{n}", "title", "x", "doc/a")]))[A] for n in range(4)]
    assert [touched(place, one) is None for one in seen] == [True, False, False, False]
