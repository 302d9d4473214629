"""A network drawn: everything inside the picture, the heaviest on top, the same every time."""

import re
from itertools import combinations
from math import hypot

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengtu.graph.measures import measure
from zhengtu.site.labels import SIZE, shortened, wide, wrapped
from zhengtu.site.picture import MOST, area, draw


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
@pytest.mark.parametrize("count", [3, 30])
def test_everything_lies_inside_names_too(count, directed):
    drawn = network(count, directed)
    picture = draw(drawn, 60)
    x, y, width, height = map(float, picture.box.split())
    assert len(picture.nodes) == (sum(drawn.degree(node) > 0 for node in drawn) if directed else count)
    for node in picture.nodes:
        taken = area(node)
        assert x <= taken.left < node.x < taken.right <= x + width
        assert y <= taken.top < node.y < taken.bottom <= y + height


def test_sixty_names_on_the_circle_have_room_for_their_letters():
    """Next to each other on the circle, dots lie a line of text apart at least."""
    nodes = draw(network(60), 60).nodes
    apart = [hypot(a.x - b.x, a.y - b.y) for a, b in combinations(nodes, 2)]
    assert min(apart) > SIZE * 1.2


def test_only_the_strongest_are_drawn_and_the_rest_counted():
    picture = draw(network(50), 20)
    assert len(picture.nodes) == 20
    assert picture.left == 30
    dense = draw(network(60), 60)
    assert len(dense.edges) == MOST
    assert dense.thinned == 60 * 59 // 2 - MOST
    assert [edge.weight for edge in dense.edges] == sorted(edge.weight for edge in dense.edges)


def test_labels_leave_out_the_state():
    first = next(node for node in draw(network(3), 3).nodes if node.id == "n0")
    assert first.full == "中华人民共和国某某部第0司"
    assert first.lines == ("某某部第0司",)


PLAN, DIVISION = "长江中游城市群发展“十四五”实施方案", "长江中游城市群发展“十四五”实施方案湖北省主要目标和任务分工方案"


def test_a_few_long_names_stand_in_lines_and_many_are_told_apart_by_their_ends():
    few = draw(network(2), 2, {"n0": PLAN, "n1": DIVISION})
    assert {"".join(node.lines) for node in few.nodes} == {PLAN, DIVISION}
    assert all(wide(line) <= 15 for node in few.nodes for line in node.lines)
    many = {node.id: node.lines for node in draw(network(20), 20, {"n0": PLAN, "n1": DIVISION}).nodes}
    assert many["n0"] != many["n1"]
    assert many["n1"][0].endswith("任务分工方案")


def test_an_upper_and_a_lower_agency_are_no_group_of_their_own_colour():
    picture = draw(network(30, directed=True), 60)
    assert {node.group for node in picture.nodes} == {edge.group for edge in picture.edges} == {1}


@given(st.text(max_size=90), st.integers(4, 30))
def test_a_text_shortened_or_wrapped_is_no_wider_than_it_may_be(text, most):
    short = shortened(text, most)
    assert short == text or (wide(short) <= most and "…" in short)
    plain = re.sub("[\x21-\xff]", "字", text)
    assert all(wide(line) <= most for line in wrapped(plain, most))


def test_the_same_network_gives_the_same_picture():
    assert draw(network(12), 10) == draw(network(12), 10)
    assert draw(nx.Graph(), 10).nodes == ()
