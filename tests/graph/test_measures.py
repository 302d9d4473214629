"""Measures on small networks whose values anybody can work out."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengtu.graph.layout import place, strongest
from zhengtu.graph.measures import measure


def network(*edges, directed=False):
    made = nx.DiGraph() if directed else nx.Graph()
    for source, target, weight in edges:
        for node in (source, target):
            made.add_node(node, label=node.upper(), kind="upper" if directed and node == source else "lower")
        made.add_edge(source, target, weight=weight)
    measure(made)
    return made


# Two triangles held together by one edge: a b c – d e f.
BARBELL = [("a", "b", 3), ("b", "c", 3), ("a", "c", 3), ("c", "d", 1), ("d", "e", 2), ("e", "f", 2), ("d", "f", 2)]


def test_degree_and_strength():
    made = network(*BARBELL)
    assert [made.nodes[n]["degree"] for n in "acd"] == [2, 3, 3]
    assert [made.nodes[n]["strength"] for n in "acd"] == [6, 7, 5]


def test_a_picture_shows_no_node_whose_partner_was_cut_off():
    made = network(("a", "x", 5), ("b", "y", 3), ("c", "z", 3), directed=True)
    assert sorted(strongest(made, 3)) == ["a", "x"]  # b alone is third
    assert sorted(strongest(made, 1)) == ["a"]


def test_the_edge_between_two_groups_is_the_bridge_and_its_ends_are_cuts():
    made = network(*BARBELL)
    assert [(s, t) for s, t, d in made.edges(data=True) if d["bridge"]] == [("c", "d")]
    assert [n for n, d in made.nodes(data=True) if d["articulation"]] == ["c", "d"]


def test_the_two_triangles_are_the_communities():
    made = network(*BARBELL)
    groups = {frozenset(n for n in made if made.nodes[n]["community"] == number) for number in (1, 2)}
    assert groups == {frozenset("abc"), frozenset("def")}


def test_betweenness_counts_the_pairs_that_pass_through():
    made = network(*BARBELL)
    # c lies on the way between {a, b} and {d, e, f}: 6 of the 10 pairs of others
    assert made.nodes["c"]["betweenness"] == pytest.approx(0.6)
    assert made.nodes["a"]["betweenness"] == 0


def test_sharing_more_is_being_nearer():
    made = network(("a", "b", 4), ("b", "c", 1))
    assert made.nodes["a"]["closeness"] > made.nodes["c"]["closeness"]
    assert made.edges["a", "b"]["length"] == 0.25


def test_a_directed_network_is_measured_as_undirected_and_keeps_its_direction():
    made = network(("n", "p", 2), ("n", "q", 1), directed=True)
    assert made.has_edge("n", "p")
    assert not made.has_edge("p", "n")
    assert made.nodes["n"]["degree"] == 2
    assert all(data["bridge"] for _, _, data in made.edges(data=True))


def test_nothing_to_measure():
    empty = nx.Graph()
    measure(empty)
    assert list(empty) == []


EDGES = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"), st.integers(1, 9)), max_size=20)


@given(EDGES)
def test_laws(edges):
    made = network(*[edge for edge in edges if edge[0] != edge[1]])
    total = sum(data["weight"] for _, _, data in made.edges(data=True))
    assert sum(data["strength"] for _, data in made.nodes(data=True)) == 2 * total
    assert sum(data["degree"] for _, data in made.nodes(data=True)) == 2 * made.number_of_edges()
    numbers = [data["community"] for _, data in made.nodes(data=True)]
    assert set(numbers) == set(range(1, len(set(numbers)) + 1))
    assert all(0 <= data["betweenness"] <= 1 and data["closeness"] >= 0 for _, data in made.nodes(data=True))


@given(EDGES)
def test_every_node_of_a_picture_has_a_spot_of_its_own(edges):
    made = network(*[edge for edge in edges if edge[0] != edge[1]])
    spots = place(made)
    assert spots.keys() == set(made)
    assert len({(round(s.x, 6), round(s.y, 6)) for s in spots.values()}) == len(made)
    assert len(strongest(made, 3)) == min(3, len(made))


def test_the_strongest_are_shown():
    assert set(strongest(network(*BARBELL), 3)) == {"a", "b", "c"}


def test_columns_stand_apart():
    spots = place(network(("n", "p", 2), ("m", "q", 1), directed=True))
    assert spots["n"].x == spots["m"].x < 0 < spots["p"].x == spots["q"].x
    assert {node: spot.side for node, spot in spots.items()} == {"n": "left", "m": "left", "p": "right", "q": "right"}
