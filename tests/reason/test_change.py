"""The law of renewal: whatever changes, what is derived is what deriving it at one go would give."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reason.worlds import CLASSES, PROPERTIES, Said, below, closed, derived, fact, state, world
from zhengtu import reason
from zhengtu.graphs import BASE

NODES = st.sampled_from("abcde")
EDGES = st.tuples(NODES, st.sampled_from(PROPERTIES), NODES)
SAID = st.frozensets(
    st.one_of(
        EDGES, EDGES, st.tuples(NODES, st.just("a"), st.sampled_from(CLASSES)), st.tuples(NODES, st.just("number"), NODES)
    ),
    max_size=8,
)


def facts(said: Said) -> set[reason.Fact]:
    return {fact(each) for each in said}


def renewed(before: list[Said], steps: list[tuple[int, Said]]) -> set[reason.Fact]:
    """What is derived after the documents changed one by one."""
    store = world(*before)
    reason.close(store, BASE)
    now = dict(enumerate(before))
    for number, said in steps:
        old = now.get(number, frozenset())
        state(store, number, said)
        reason.follow(store, BASE, facts(old) - facts(said), facts(said) - facts(old))
        now[number] = said
    return derived(store)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SAID, min_size=1, max_size=3), st.lists(st.tuples(st.integers(0, 2), SAID), min_size=1, max_size=3))
def test_renewing_is_deriving_anew(before, steps):
    now = dict(enumerate(before)) | dict(steps)
    assert renewed(before, steps) == closed(*now.values())


@settings(max_examples=30, deadline=None)
@given(SAID, SAID)
def test_a_document_come_and_gone_leaves_nothing(first, second):
    assert renewed([first], [(1, second), (1, frozenset())]) == closed(first)


def test_a_premise_taken_back_takes_what_hung_on_it():
    said = frozenset({("t", "partOf", "c"), ("c", "partOf", "p"), ("t", "assigned", "u")})
    less = said - {("c", "partOf", "p")}
    assert ("p", "assigns", "u") in below(renewed([frozenset()], [(0, said)]))
    assert below(renewed([said], [(0, less)])) == below(closed(less)) != below(closed(said))


def test_what_still_follows_from_another_document_stays():
    both = frozenset({("t", "within", "c"), ("c", "within", "p")})
    assert ("t", "within", "p") in below(renewed([both, both | {("c", "a", "City")}], [(0, frozenset())]))


def test_a_circle_does_not_hold_itself_up():
    """a within b within c within a: each follows from the others, but not once its one statement is gone."""
    circle = frozenset({("a", "within", "b"), ("b", "within", "c"), ("c", "within", "a")})
    assert renewed([circle], [(0, frozenset())]) == set()
    assert {f for f in below(renewed([circle], [(0, circle - {("c", "within", "a")})])) if f[1] == "within"} == {
        ("a", "within", "c")
    }


def test_what_comes_to_be_stated_is_no_longer_derived_and_back():
    city, place = frozenset({("e", "a", "City")}), frozenset({("e", "a", "Place")})
    assert ("e", "a", "Place") not in below(renewed([city], [(1, place)]))
    assert renewed([city], [(1, place), (1, frozenset())]) == closed(city)


def test_what_comes_to_be_stated_when_its_one_reason_goes():
    """Taken back, then told by the new text and by another reason too: it is stated, so not derived."""
    near, town = frozenset({("a", "near", "d")}), frozenset({("d", "a", "Place"), ("d", "a", "Town")})
    assert renewed([near], [(0, town)]) == closed(town)
