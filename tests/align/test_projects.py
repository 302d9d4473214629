"""One line under several names, in documents that abbreviate it and documents that write it out."""

import pytest
from pyoxigraph import NamedNode

from loaders.pipeline import load
from tests.align.texts import ROOT
from zhengtu.align import run
from zhengtu.align.model import ProjectName
from zhengtu.align.projects import same_projects
from zhengtu.align.routes import route_of
from zhengtu.store import memory_store

ZT = "https://w3id.org/zhengtu/ns#"


def told(*names: str) -> list[set[str]]:
    """The groups of ``names``, each of a document of its own."""
    projects = [ProjectName(f"p{i}", name, f"d{i}") for i, name in enumerate(names)]
    return [{member.name for member in one.members} for one in same_projects(projects)]


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("重庆至万州高铁", "渝万高铁"),
        ("西安—成都高速铁路", "蓉西高铁"),
        ("南昌至九江客运专线", "昌九高铁"),
        ("合肥经安庆至九江高铁", "合安九高铁"),
        ("兰州至张掖铁路", "兰张铁路"),
        ("贵阳至南宁沿江高铁", "贵南高铁"),
    ],
)
def test_an_abbreviation_is_the_line_whose_stops_it_abbreviates(long, short):
    assert told(long, short) == [{long, short}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("重庆至万州高铁", "渝万高速公路"),
        ("重庆至万州高铁", "渝黔高铁"),
        ("重庆至万州铁路", "渝万高铁"),
        ("合肥经安庆至九江高铁", "合九高铁"),
        ("武汉至宜昌高铁武汉段", "汉宜高铁"),
    ],
)
def test_other_lines_are_not_the_same(one, other):
    assert told(one, other) == []


def test_nothing_is_said_where_two_lines_fit():
    assert told("武汉至宜昌高铁", "武汉至宜宾高铁", "汉宜高铁") == []


def test_the_direction_and_the_noun_do_not_matter():
    assert told("广安至涪陵高铁", "涪陵至广安高速铁路") == [{"广安至涪陵高铁", "涪陵至广安高速铁路"}]
    assert told("呼南高铁", "呼南干线铁路") == [{"呼南高铁", "呼南干线铁路"}]


def test_one_document_alone_makes_no_undertaking():
    projects = [ProjectName("a", "渝万高铁", "d"), ProjectName("b", "重庆至万州高铁", "d")]
    assert same_projects(projects) == []


def test_the_reason_spells_the_abbreviation_out():
    projects = [ProjectName("a", "沪渝蓉高铁", "news"), ProjectName("b", "成都重庆至上海沿江高铁", "plan")]
    (one,) = same_projects(projects)
    assert (one.name, one.reason) == ("成都重庆至上海沿江高铁", "沪＝上海，渝＝重庆，蓉＝成都")


@pytest.mark.parametrize("name", ["旅游一卡通", "武汉天河机场", "高铁", "“90分钟互达”高铁网", "沿江高速公路扩容改造工程"])
def test_what_is_no_line_has_no_route(name):
    assert route_of(name) is None


def test_the_corpus_names_one_line_in_two_ways():
    store = memory_store()
    for name in ("thepaper-2022-03-15.md", "hubei-daily-2022-03-05.md"):
        store.add(load(ROOT / "corpus" / name).quads)
    quads = run(store)
    title = NamedNode("http://purl.org/dc/terms/title")
    names = {q.object.value for q in quads if q.predicate == title}
    assert "成都重庆至上海沿江高铁" in names
    assert {q.graph_name.value for q in quads} == {"https://w3id.org/zhengtu/graph/alignment"}
    linked = {q.subject.value.split("/project/")[0] for q in quads if q.predicate == NamedNode(ZT + "undertaking")}
    assert len(linked) == 2
