"""A network drawn: everything inside the picture, the heaviest on top, the same every time."""

import networkx as nx
import pytest

from zhengtu.graph.measures import measure
from zhengtu.site.picture import MOST, draw


def network(count, directed=False):
    found = nx.DiGraph() if directed else nx.Graph()
    for i in range(count):
        found.add_node(
            f"n{i}",
            label=f"中华人民共和国某某部第{i}司",
            kind="upper" if directed and i % 2 else "lower" if directed else "agency",
        )
    for i in range(count):
        for j in range(i + 1, count):
            if not directed or (i % 2 and not j % 2):
                found.add_edge(f"n{i}", f"n{j}", weight=1 + (i * j) % 7)
    measure(found)
    return found


@pytest.mark.parametrize("directed", [False, True])
def test_everything_lies_inside(directed):
    picture = draw(network(30, directed), 60)
    x, y, width, height = map(float, picture.box.split())
    assert len(picture.nodes) == 30
    for node in picture.nodes:
        assert x <= node.x - node.r
        assert node.x + node.r <= x + width
        assert y <= node.y - node.r
        assert node.y + node.r <= y + height


def test_only_the_strongest_are_drawn_and_the_rest_counted():
    picture = draw(network(50), 20)
    assert len(picture.nodes) == 20
    assert picture.left == 30
    dense = draw(network(60), 60)
    assert len(dense.edges) == MOST
    assert dense.thinned == 60 * 59 // 2 - MOST
    assert [edge.weight for edge in dense.edges] == sorted(edge.weight for edge in dense.edges)


def test_labels_leave_out_the_state_and_are_cut():
    first = draw(network(3), 3).nodes[0]
    assert first.full.startswith("中华人民共和国")
    assert not first.label.startswith("中华人民共和国")


def test_the_same_network_gives_the_same_picture():
    assert draw(network(12), 10) == draw(network(12), 10)
    assert draw(nx.Graph(), 10).nodes == ()
