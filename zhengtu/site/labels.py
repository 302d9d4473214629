"""Names beside dots that do not run into each other, at every zoom.

A name keeps its size when the picture is enlarged, so more of them fit: each gets the first level (a doubling of the scale)
at which it finds room on one of four sides of its dot, the first names first.  What fits at one level fits at all later ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

SIZE = 15.0
"""Height of the characters, in units of the picture at the scale of the frame."""
LEVELS = 10
"""Levels that names are placed for."""
_MOST = 400  # names; every further one would be read by nobody, and costs a look at all the others
_GAP = 3.0


class Label(NamedTuple):
    """A name shown from ``level`` on, ``dx``/``dy`` from its dot; ``anchor`` is start, end or middle."""

    level: int
    dx: float
    dy: float
    anchor: str


class _Area(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Area) -> bool:
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom


Named = tuple[float, float, float, str]
"""A dot: its place, its radius (which keeps its size, too) and its name."""


def labels(dots: Sequence[Named], first: int) -> list[Label | None]:
    """The label of each dot, ``None`` where there is no room at any level.  At the level ``first`` the scale is one."""
    found: list[Label | None] = [None] * len(dots)
    for level in range(LEVELS):
        scale = 2.0 ** (level - first)
        taken = [_round(dot, scale) for dot in dots[:_MOST]]
        taken += [_area(dots[i], label, scale) for i, label in enumerate(found) if label]
        for i, dot in enumerate(dots[:_MOST]):
            if found[i] is None:
                own = taken[i]
                for label in _sides(dot, level):
                    area = _area(dot, label, scale)
                    if not any(area.meets(other) for other in taken if other is not own):
                        found[i] = label
                        taken.append(area)
                        break
    return found


def _sides(dot: Named, level: int) -> Iterator[Label]:
    away = dot[2] + _GAP
    yield Label(level, away, SIZE * 0.35, "start")
    yield Label(level, -away, SIZE * 0.35, "end")
    yield Label(level, 0.0, -away - 1, "middle")
    yield Label(level, 0.0, away + SIZE * 0.8, "middle")


def _round(dot: Named, scale: float) -> _Area:
    x, y, r, _ = dot
    return _Area(x * scale - r, y * scale - r, x * scale + r, y * scale + r)


def _area(dot: Named, label: Label, scale: float) -> _Area:
    """Where the name stands: as wide as its characters, those of ASCII half as wide."""
    x, y, _, name = dot
    wide = sum(SIZE if character > "\u00ff" else SIZE * 0.6 for character in name)
    left = x * scale + label.dx - {"start": 0.0, "end": wide, "middle": wide / 2}[label.anchor]
    top = y * scale + label.dy - SIZE * 0.9
    return _Area(left, top, left + wide, top + SIZE * 1.15)
