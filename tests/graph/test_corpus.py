"""The networks of the shipped corpus, as a reader of it would see them, and every format."""

import io
import sys
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from tests.queries.reading import gold
from zhengtu import graph
from zhengtu.cli.main import main
from zhengtu.store import memory_store

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def networks(corpus):
    return {name: graph.graph(corpus, name) for name in graph.PROJECTIONS}


def text(network, form, **options):
    return b"".join(graph.render(network, form, **options))


def by_label(network):
    return {data["label"]: data for _, data in network.nodes(data=True)}


def test_the_commission_stands_in_the_middle_of_the_ministries(networks):
    """国家发展改革委 is named in every clause of the national plan."""
    data = by_label(networks["agencies"])
    ministries = [label for label in data if label.startswith("中华人民共和国")]
    assert data["国家发展和改革委员会"]["betweenness"] > max(data[label]["betweenness"] for label in ministries)
    assert (
        data["国家发展和改革委员会"]["degree"]
        == len({r["unit"] for r in gold("responsibilities") if r["document"].startswith("thepaper")}) - 1
    )


def test_national_and_provincial_organs_never_share_a_task(networks):
    plain = networks["agencies"]
    parts = [{plain.nodes[n]["label"] for n in part} for part in nx.connected_components(plain)]
    assert len(parts) == 2
    (provincial,) = [part for part in parts if "湖北省水利厅" in part]
    assert "中华人民共和国水利部" not in provincial


def test_the_nine_cities_of_the_circle_are_tied_to_each_other(networks):
    network = networks["places"]
    nodes = {data["label"]: node for node, data in network.nodes(data=True)}
    cities = [row["party"] for row in gold("agreements") if row["document"].startswith("wuhan")]
    assert all(network.has_edge(nodes[a], nodes[b]) for a in cities for b in cities if a != b)


def test_the_plan_is_the_document_all_others_meet_in(networks):
    data = by_label(networks["documents"])
    assert max(data, key=lambda label: data[label]["strength"]) == "长江中游城市群发展“十四五”实施方案"


def test_the_cascade_goes_from_ministry_to_department(networks):
    network = networks["cascade"]
    pairs = {(network.nodes[u]["label"], network.nodes[v]["label"]): d["weight"] for u, v, d in network.edges(data=True)}
    assert pairs["中华人民共和国水利部", "湖北省水利厅"] >= 5
    assert not any(upper.startswith("湖北省") for upper, _ in pairs)


def test_tasks_are_handed_down_as_read(networks):
    network = networks["tasks"]
    read = {
        (f"{r['upper_document']} {r['upper_task']}", f"{r['lower_document']} {r['lower_task']}") for r in gold("decomposition")
    }
    assert set(network.edges) == read


@pytest.mark.parametrize("name", graph.PROJECTIONS)
def test_the_same_network_on_every_run(corpus, networks, name):
    again = graph.graph(corpus, name)
    for form in ("csv", "graphml", "gexf", "svg"):
        assert text(again, form) == text(networks[name], form)


@pytest.mark.parametrize("name", graph.PROJECTIONS)
@pytest.mark.parametrize(("form", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_files_read_back_as_the_same_network(networks, name, form, read):
    network = networks[name]
    back = read(io.BytesIO(text(network, form)))
    assert set(back) == set(network)
    assert back.is_directed() == network.is_directed()
    assert {frozenset(e) for e in back.edges} == {frozenset(e) for e in network.edges}
    for node, data in network.nodes(data=True):
        assert {k: back.nodes[node][k] for k in data} == data


@pytest.mark.parametrize("name", graph.PROJECTIONS)
def test_tables_list_nodes_and_edges(networks, name):
    network = networks[name]
    nodes, edges = list(graph.nodes(network)), list(graph.edges(network))
    assert {row["id"] for row in nodes} == set(network)
    assert len(edges) == network.number_of_edges()
    strengths = [int(row["strength"]) for row in nodes]
    assert strengths == sorted(strengths, reverse=True)
    assert nodes[0]["label"] in text(network, "table").decode()
    assert edges[0]["weight"] in text(network, "csv", of="edges").decode()


@pytest.mark.parametrize("name", graph.PROJECTIONS)
def test_pictures(networks, name):
    svg = ET.fromstring(text(networks[name], "svg"))
    assert svg.tag.endswith("svg")
    assert not svg.findall(".//{*}text")  # outlines: the picture needs no font where it is read
    assert text(networks[name], "png").startswith(PNG)


def test_every_character_of_the_labels_is_in_the_font(networks):
    from matplotlib.ft2font import FT2Font

    from zhengtu.graph.font import chinese

    known = FT2Font(chinese().get_file()).get_charmap()
    used = {c for network in networks.values() for _, d in network.nodes(data=True) for c in d["label"]} - {" "}
    assert used
    assert {c for c in used if ord(c) not in known} == set()


def test_a_smaller_picture_says_so(networks, monkeypatch):
    titles = []
    monkeypatch.setattr("zhengtu.graph.picture._head", lambda figure, axes, title, font: titles.append(title))
    text(networks["agencies"], "png", top=10)
    text(networks["documents"], "png", top=10)
    assert "10" in titles[0]
    assert titles[1] == networks["documents"].graph["title"]


def test_errors_are_one_line(networks, monkeypatch):
    with pytest.raises(graph.UnknownGraph, match="agencies"):
        graph.graph(memory_store(), "agencie")
    with pytest.raises(graph.GraphError, match="gexf"):
        text(networks["documents"], "dot")
    with pytest.raises(graph.GraphError, match="places"):
        text(graph.graph(memory_store(), "places"), "svg")
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(graph.GraphError, match="matplotlib"):
        text(networks["documents"], "svg")


def test_without_the_extra_a_font_of_the_system_does_or_the_error_says_what_to_install(networks, monkeypatch):
    from matplotlib import font_manager

    from zhengtu.graph import font

    packaged = font.chinese().get_file()
    monkeypatch.setitem(sys.modules, "pylopdf_fonts_zh_cn", None)
    entry = font_manager.FontEntry(fname=packaged, name="Noto Sans SC")
    monkeypatch.setattr(font_manager.fontManager, "ttflist", [entry])
    assert font.chinese().get_file() == packaged
    monkeypatch.setattr(font_manager.fontManager, "ttflist", [])
    with pytest.raises(graph.GraphError, match="Noto Sans CJK"):
        text(networks["documents"], "png")


def test_the_command(place, tmp_path, capsys):
    out = tmp_path / "agencies.svg"
    assert main(["graph", "agencies", "--format", "svg", "--store", place, "--output", str(out)]) == 0
    assert ET.fromstring(out.read_bytes()).tag.endswith("svg")
    assert main(["graph", "documents", "--edges", "--format", "csv", "--store", place]) == 0
    assert "thepaper-2022-03-15" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["agency"], "agencies"), (["places", "--format", "pdf"], "svg"), (["places", "--top", "0"], "--top"), ([], "NAME")],
)
def test_bad_input(place, capsys, arguments, said):
    assert main(["graph", *arguments, "--store", place]) != 0
    error = capsys.readouterr().err
    assert said in error
    assert len(error.strip().splitlines()) == 1
