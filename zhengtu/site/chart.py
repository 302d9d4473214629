"""A map drawn from points alone: a frame, a graticule, dots.

No outlines: a map of China may be published only as one with a review number shows it (《地图管理条例》 art. 15), and no kept
data package has one.  The projection is equirectangular, true along the parallel in the middle, so that a graticule of straight
lines is the whole frame of reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil, cos, floor, log2, radians

from zhengtu.site.labels import SIZE, Area, Label, labels

WIDTH = 1000.0
"""Of the frame, in units of the picture."""
_TRIM = 0.035  # share of the mentions that may lie beyond each side of the frame
_LEAST = 1.5  # degrees that a frame spans at least
_MARGIN = 0.11  # of what is shown, on each side; names stand to the right, so twice there
_BESIDE = 0.06  # of what is shown: a dot so near beyond a side is taken in, rather than cut in two
_AROUND = 80  # places drawn for orientation alone; where there are more, those mentioned fill the map
_PHONE = 2  # doublings by which a phone shows the frame smaller
_KM = 111.32  # of a degree of latitude (WGS 84, mean)
_LENGTHS = tuple(figure * 10.0**power for power in range(-1, 4) for figure in (1, 2, 5))  # of a scale bar, km
_BAR = 150.0  # of its length, at most
_BUTTONS = 56.0, 150.0  # for zooming, at the upper right
_ASPECT = 1.3  # of the frame, at least: a higher one would not fill the width of a page
_STEPS = (0.25, 0.5, 1.0, 2.0, 5.0, 10.0)  # degrees between the lines of a graticule
_LINES = 8  # of them in the frame, at most
_POINT = re.compile(r"\s*POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)\s*", re.IGNORECASE)

Point = tuple[float, float]
Degrees = tuple[float, float, float, float]
"""West, south, east, north."""


def point(wkt: str) -> Point | None:
    """Longitude and latitude in degrees of a WKT point (OGC 06-103r4), ``None`` for anything else."""
    found = _POINT.fullmatch(wkt)
    return (float(found[1]), float(found[2])) if found else None


@dataclass(frozen=True, slots=True)
class Dot:
    """A place at ``lon``/``lat`` in degrees; ``weight`` (mentions, at least 1) decides whose name comes first."""

    key: str
    name: str
    lon: float
    lat: float
    weight: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot drawn at ``x``/``y`` with radius ``r``; ``label`` says where its name stands and from which zoom on."""

    dot: Dot
    x: float
    y: float
    r: float
    label: Label | None


@dataclass(frozen=True, slots=True)
class Line:
    """A meridian or parallel: its degrees (``30°N``) and its ends."""

    name: str
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in units of the picture; ``str`` is a view box."""

    x: float
    y: float
    width: float
    height: float

    def __str__(self) -> str:
        return f"{self.x:.0f} {self.y:.0f} {self.width:.0f} {self.height:.0f}"

    def holds(self, spot: Spot) -> bool:
        """Whether the spot lies inside."""
        return self.x <= spot.x <= self.x + self.width and self.y <= spot.y <= self.y + self.height


@dataclass(frozen=True, slots=True)
class Chart:
    """The map: ``frame`` holds nearly all mentions, ``whole`` every dot; ``first`` is the level of labels for the frame.

    ``around`` are places that are not mentioned, for orientation; ``km`` is the length of one unit of the picture.
    """

    frame: Box
    whole: Box
    first: int
    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]
    around: tuple[Spot, ...]
    km: float

    @property
    def bar(self) -> tuple[float, float]:
        """The scale bar of the frame: kilometres, and their length in the picture."""
        km = max((length for length in _LENGTHS if length / self.km <= _BAR), default=_LENGTHS[0])
        return km, km / self.km


def chart(dots: Sequence[Dot], near: Sequence[Dot] = ()) -> Chart:
    """Draw the dots, at least one, and those of ``near`` that lie among them.  The same dots give the same map."""
    frame, whole = _frame(dots), _bounds(dots)
    flat = cos(radians((frame[1] + frame[3]) / 2))
    more = max(0.0, (frame[3] - frame[1]) * _ASPECT / flat - (frame[2] - frame[0])) / 2
    frame = (frame[0] - more, frame[1], frame[2] + more, frame[3])
    unit = WIDTH / ((frame[2] - frame[0]) * flat)

    def at(lon: float, lat: float) -> Point:
        return round((lon - frame[0]) * flat * unit, 1), round((frame[3] - lat) * unit, 1)

    inner, outer = _box(at(frame[0], frame[3]), at(frame[2], frame[1])), _box(at(whole[0], whole[3]), at(whole[2], whole[1]))
    first = max(_PHONE, ceil(log2(max(outer.width / inner.width, outer.height / inner.height, 1)) - 0.01))
    lines = tuple(Line(name, *at(*one), *at(*two)) for name, one, two in _graticule(frame, whole))
    ordered = sorted(dots, key=lambda dot: (-dot.weight, dot.key))
    beside = [dot for dot in near if frame[0] < dot.lon < frame[2] and frame[1] < dot.lat < frame[3]]
    ordered += sorted(beside, key=lambda dot: dot.key) if len(beside) <= _AROUND else []
    places = [at(dot.lon, dot.lat) for dot in ordered]
    radii = [round(2.4 + 1.05 * min(dot.weight, 60) ** 0.5, 1) for dot in ordered]
    room = partial(_room, inner, lines)
    named = labels([(x, y, r, dot.name) for dot, (x, y), r in zip(ordered, places, radii, strict=True)], first, room)
    spots = tuple(Spot(dot, *p, r, name) for dot, p, r, name in zip(ordered, places, radii, named, strict=True))
    return Chart(inner, outer, first, lines, spots[: len(dots)][::-1], spots[len(dots) :], _KM / unit)


def _room(frame: Box, lines: Sequence[Line], scale: float) -> tuple[Area, list[Area]]:
    """Where names may stand: in the frame, clear of the degrees, the scale bar and the buttons."""
    left, top, right, bottom = (side * scale for side in (frame.x, frame.y, frame.x + frame.width, frame.y + frame.height))
    high, wide = SIZE * 1.3, SIZE * 3
    kept = [Area(left, one.y1 * scale - high, left + wide, one.y1 * scale) for one in lines if one.y1 == one.y2]
    kept += [Area(one.x1 * scale, bottom - high, one.x1 * scale + wide, bottom) for one in lines if one.x1 == one.x2]
    kept.append(Area(right - _BUTTONS[0], top, right, top + _BUTTONS[1]))
    kept.append(Area(right - _BAR - wide / 3, bottom - 3 * high, right, bottom - high))
    return Area(left, top, right, bottom), kept


def _bounds(dots: Sequence[Dot]) -> Degrees:
    lons, lats = [dot.lon for dot in dots], [dot.lat for dot in dots]
    return _padded(min(lons), min(lats), max(lons), max(lats))


def _frame(dots: Sequence[Dot]) -> Degrees:
    """The rectangle that leaves out the few mentions farthest off on each side."""
    lons, lats = (sorted(values) for values in ([(d.lon, d.weight) for d in dots], [(d.lat, d.weight) for d in dots]))
    west, south, east, north = _padded(
        _quantile(lons, _TRIM), _quantile(lats, _TRIM), _quantile(lons, 1 - _TRIM), _quantile(lats, 1 - _TRIM)
    )
    wide, high = ((east - west) * _BESIDE, (north - south) * _BESIDE)
    within = [d for d in dots if west - wide < d.lon < east + wide and south - high < d.lat < north + high]
    lons_in, lats_in = [d.lon for d in within], [d.lat for d in within]
    return (
        min(west, min(lons_in) - wide / 2),
        min(south, min(lats_in) - high / 2),
        max(east, max(lons_in) + wide / 2),
        max(north, max(lats_in) + high / 2),
    )


def _quantile(values: list[tuple[float, int]], share: float) -> float:
    """The value up to which that share of the weight lies."""
    left = share * sum(weight for _, weight in values)
    for value, weight in values:
        left -= weight
        if left <= 0:
            return value
    return values[-1][0]


def _padded(west: float, south: float, east: float, north: float) -> Degrees:
    wide, high = (max(_LEAST, span * (1 + 2 * _MARGIN)) - span for span in (east - west, north - south))
    return west - wide / 2, south - high / 2, east + wide, north + high / 2


def _box(one: Point, two: Point) -> Box:
    return Box(*one, two[0] - one[0], two[1] - one[1])


def _graticule(frame: Degrees, whole: Degrees) -> Iterator[tuple[str, Point, Point]]:
    """The meridians and parallels of the whole map, as far apart as suits the frame."""
    span = max(frame[2] - frame[0], frame[3] - frame[1])
    step = next((step for step in _STEPS if span / step <= _LINES), _STEPS[-1])
    west, south, east, north = whole
    for i in range(ceil(west / step), floor(east / step) + 1):
        yield f"{i * step:g}°E", (i * step, south), (i * step, north)
    for i in range(ceil(south / step), floor(north / step) + 1):
        yield f"{i * step:g}°N", (west, i * step), (east, i * step)
