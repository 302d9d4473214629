"""The map: points where they belong, names that do not run into each other, the same map every time."""

from itertools import combinations

import pytest

from zhengtu.site.chart import Dot, chart, point
from zhengtu.site.labels import LEVELS, SIZE, labels

WUHAN, CHANGSHA, URUMQI = (
    Dot("w", "武汉市", 114.3, 30.6, 90),
    Dot("c", "长沙市", 112.9, 28.2, 60),
    Dot("u", "乌鲁木齐市", 87.6, 43.8, 1),
)


def test_points_as_the_registry_writes_them():
    assert point("POINT(114.3 30.6)") == (114.3, 30.6)
    assert point(" point ( -0.5  51 ) ") == (-0.5, 51.0)
    for other in ("POLYGON((0 0,1 1,1 0,0 0))", "POINT EMPTY", "", "POINT(1)"):
        assert point(other) is None


def test_north_is_up_and_east_is_right():
    drawn = {spot.dot.key: spot for spot in chart([WUHAN, CHANGSHA]).spots}
    assert drawn["w"].x > drawn["c"].x
    assert drawn["w"].y < drawn["c"].y


def test_a_far_place_named_once_does_not_shrink_the_map():
    drawn = chart([WUHAN, CHANGSHA, URUMQI])
    inside = {spot.dot.key for spot in drawn.spots if drawn.frame.holds(spot)}
    assert inside == {"w", "c"}
    assert all(drawn.whole.holds(spot) for spot in drawn.spots)
    assert drawn.first > 0


def test_one_place_and_places_on_one_spot():
    assert chart([WUHAN]).frame.holds(chart([WUHAN]).spots[0])
    twins = [Dot(str(i), "同一处", 114.3, 30.6, 1) for i in range(9)]
    assert len(chart(twins).spots) == 9


def test_the_same_places_in_any_order_give_the_same_map():
    assert chart([WUHAN, CHANGSHA, URUMQI]) == chart([URUMQI, CHANGSHA, WUHAN])


def crowd():
    """Dots on a grid, too near for all names at once."""
    return [(37.0 * (i % 20), 23.0 * (i // 20), 4.0, "地名" + "长" * (i % 5)) for i in range(200)]


def rectangle(dot, label, scale):
    x, y, _, name = dot
    wide = SIZE * len(name)
    left = x * scale + label.dx - {"start": 0, "end": wide, "middle": wide / 2}[label.anchor]
    return left, y * scale + label.dy - 0.9 * SIZE, left + wide, y * scale + label.dy + 0.25 * SIZE


@pytest.mark.parametrize("level", range(LEVELS))
def test_names_never_run_into_each_other(level):
    dots = crowd()
    found = [(dot, label) for dot, label in zip(dots, labels(dots, 2), strict=True) if label and label.level <= level]
    boxes = [rectangle(dot, label, 2.0 ** (level - 2)) for dot, label in found]
    for a, b in combinations(boxes, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_every_name_shows_when_there_is_room_and_the_first_comes_first():
    found = labels(crowd(), 2)
    assert all(found)
    assert found[0].level == min(label.level for label in found)
    assert len({label.level for label in found}) > 1
