"""JSON-LD as another processor reads it (PyLD), and the tree that people read."""

from __future__ import annotations

import json

import pytest
from pyld import jsonld
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from tests.export.test_roundtrip import BASE, canonical, exported, model, quads  # noqa: F401 (a fixture)

DOCUMENT = "plan-a"
PART_OF, TYPE = NamedNode(BASE + "ns#partOf"), NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


@pytest.mark.parametrize("form", ["jsonld", "jsonld-framed"])
def test_pyld_reads_the_same(quads, form):  # noqa: F811
    text = jsonld.to_rdf(json.loads(exported(quads, form)), {"format": "application/n-quads"})
    assert canonical(parse(text.encode(), format=RdfFormat.N_QUADS)) == canonical(quads)


@pytest.fixture(scope="module")
def tree() -> dict:
    graphs = json.loads(exported(model(), "jsonld-framed", document=DOCUMENT))["@graph"]
    assert [graph["@id"] for graph in graphs] == [f"{BASE}graph/doc/{DOCUMENT}"]
    return graphs[0]["@graph"][0]


def plan(tree: dict) -> dict:
    return next(work for work in tree["carries"] if work["@type"] == "Plan")


def test_a_document_is_a_tree_down_to_the_words(tree):
    assert (tree["@id"], tree["@type"]) == ("doc:plan-a", "Document")
    sections = plan(tree)["parts"]
    assert [section["title"] for section in sections] == ["总体要求", "健全基础设施网络,共同提高能力"]
    tasks = sections[1]["parts"]
    assert [task["number"] for task in tasks] == ["（二）", "（三）", "（四）", "（十）"]  # as the document orders them
    measure = next(item for item in tasks[0]["items"] if item["@type"] == "Measure")
    assert measure["text"] == "建设武汉至长沙铁路。"
    assert measure["evidence"][0]["begin"] == "191"


def test_the_tree_is_indented():
    lines = exported(model(), "jsonld-framed", document=DOCUMENT).decode().splitlines()
    assert max(map(len, lines[2:])) < 200, "a statement or so a line"
    assert [len(line) - len(line.lstrip()) for line in lines if '"number": "（二）"' in line] > [4]


def test_every_node_stands_once(tree):
    quads = [q for q in model() if q.graph_name == NamedNode(f"{BASE}graph/doc/{DOCUMENT}")]  # noqa: F811
    whole = json.loads(exported(model(), "jsonld-framed", document=DOCUMENT))["@graph"][0]["@graph"]
    found = [node["@id"] for root in whole for node in objects(root)]
    assert len(found) == len(set(found)) == len({q.subject for q in quads})


def objects(value):
    """The node objects in the tree that say something, in order."""
    if isinstance(value, list):
        for one in value:
            yield from objects(one)
    elif isinstance(value, dict):
        if "@id" in value and len(value) > 1:
            yield value
        for inner in value.values():
            yield from objects(inner)


def test_parts_of_each_other_are_not_lost():
    """A circle is a slip of the data; it must not be passed over, nor followed for ever."""
    graph = NamedNode(BASE + "graph/doc/a")
    a, b = NamedNode("https://e/a"), NamedNode("https://e/b")
    circle = [Quad(a, PART_OF, b, graph), Quad(b, PART_OF, a, graph), Quad(a, PART_OF, a, graph)]
    text = exported(circle, "jsonld-framed")
    assert canonical(parse(text, format=RdfFormat.JSON_LD)) == canonical(circle)


def test_graphs_that_are_no_document_stay_flat():
    data = json.loads(exported(model(), "jsonld-framed"))
    registry = next(graph for graph in data["@graph"] if graph["@id"].endswith("graph/registry"))
    assert registry["@graph"] == next(
        graph["@graph"] for graph in json.loads(exported(model(), "jsonld"))["@graph"] if graph["@id"] == registry["@id"]
    )
