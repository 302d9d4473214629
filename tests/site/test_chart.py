"""The map: points where they belong, names that do not run into each other, the same map every time."""

from itertools import combinations
from math import hypot

import pytest

from zhengtu.site.chart import Dot, chart, point
from zhengtu.site.labels import LEVELS, SIZE, Area, labels

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


def test_no_name_is_cut_by_the_frame_or_hidden_by_what_stands_on_it():
    dots = [(20.0 * (i % 41), 30.0 * (i // 41), 3.0, "地名" + "长" * (i % 5)) for i in range(41 * 14)]
    frame, buttons = Area(100, 60, 700, 360), Area(640, 60, 700, 200)

    def room(scale):
        scaled = Area(*(side * scale for side in frame))
        return scaled, [Area(scaled.right - 60, scaled.top, scaled.right, scaled.top + 140)]

    found = [(dot, label) for dot, label in zip(dots, labels(dots, 2, room), strict=True) if label and label.level <= 2]
    inside = [Area(*rectangle(dot, label, 1.0)) for dot, label in found if frame.meets(Area(*rectangle(dot, label, 1.0)))]
    assert len(inside) > 20
    assert all(frame.holds(area) and not area.meets(buttons) for area in inside)


def test_the_name_of_a_dot_in_the_frame_stands_in_it_at_every_scale():
    """Smaller, all of a name may find room beyond the edge that the dot stands at; larger, the edge would cut it."""
    frame = Area(100, 60, 700, 360)
    dots = [(x, y, 10.0, "地名") for x in (104, 400, 696) for y in (64, 200, 356)]
    found = labels(dots, 2, lambda scale: (Area(*(side * scale for side in frame)), []))
    seen = [(dot, label) for dot, label in zip(dots, found, strict=True) if label and label.level <= 2]
    assert len(seen) == 5  # in the corners there is room only when the map is enlarged
    assert all(frame.holds(Area(*rectangle(dot, label, 1.0))) for dot, label in seen)


def test_a_phone_shows_the_frame_smaller_and_has_names_for_that():
    """At a quarter of the scale the most mentioned place still has its name."""
    drawn = chart([WUHAN, CHANGSHA, Dot("a", "安庆市", 117.0, 30.5, 40), Dot("n", "南阳市", 112.5, 33.0, 40)])
    assert drawn.first >= 2
    assert next(spot.label.level for spot in drawn.spots if spot.dot is WUHAN) == 0


def test_cities_that_are_not_mentioned_tell_where_one_is():
    suizhou, lhasa = Dot("x", "随州市", 113.4, 31.7, 0), Dot("l", "拉萨市", 91.1, 29.7, 0)
    wide = [WUHAN, CHANGSHA, Dot("n", "南阳市", 112.5, 33.0, 40)]
    drawn = chart(wide, [suizhou, lhasa])
    assert [spot.dot.key for spot in drawn.around] == ["x"]
    assert {spot.dot.key for spot in drawn.spots} == {"w", "c", "n"}
    assert not chart(wide, [Dot(str(i), "市", 113.0, 31.0 + i / 1000, 0) for i in range(200)]).around  # enough without them


def test_the_frame_is_wide_enough_for_a_page_however_high_the_land():
    north = [Dot(str(i), "市", 114.0, 23.0 + i, 10) for i in range(20)]
    frame = chart(north).frame
    assert frame.width / frame.height == pytest.approx(1.3, rel=0.01)
    assert all(frame.holds(spot) for spot in chart(north).spots)


def test_the_scale_bar_is_true():
    """Wuhan and Changsha are 300 km apart (great circle 296 km)."""
    drawn = chart([WUHAN, CHANGSHA])
    one, two = ((spot.x, spot.y) for spot in drawn.spots)
    assert hypot(one[0] - two[0], one[1] - two[1]) * drawn.km == pytest.approx(296, rel=0.02)
    km, length = drawn.bar
    assert length * drawn.km == pytest.approx(km)
    assert 50 < length <= 150


def test_a_dot_beside_the_frame_is_taken_in_not_cut():
    dots = [Dot(str(i), "市", 110 + i / 10, 30 + i / 20, 10) for i in range(60)] + [Dot("e", "边", 116.6, 31, 1)]
    drawn = chart(dots)
    for spot in drawn.spots:
        left, right = drawn.frame.x - spot.x, spot.x - drawn.frame.x - drawn.frame.width
        assert max(left, right) <= -spot.r or max(left, right) > spot.r
