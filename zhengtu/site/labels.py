"""Names beside dots that do not run into each other, at every zoom.

A name keeps its size when the picture is enlarged, so more of them fit: each gets the first level (a doubling of the scale)
at which it finds room on one of four sides of its dot, the first names first.  What fits at one level fits at all later ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from math import ceil
from typing import NamedTuple

SIZE = 15.0
"""Height of the characters, in units of the picture at the scale of the frame."""
SMALL = 0.6
"""Of its size a dot has below the level that the picture is first seen at: on a phone."""
LEVELS = 10
"""Levels that names are placed for."""
_MOST = 400  # names; every further one would be read by nobody, and costs a look at all the others
_GAP = 3.0
_PIECE = re.compile(r"[\x21-\xff]+\s*|.\s*", re.DOTALL)
"""What a line is not broken in: a Latin word or figure, a Chinese character."""


class Label(NamedTuple):
    """A name shown from ``level`` on, ``dx``/``dy`` from its dot; ``anchor`` is start, end or middle."""

    level: int
    dx: float
    dy: float
    anchor: str


class Area(NamedTuple):
    """A rectangle, y growing downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Area) -> bool:
        """Whether the two share more than an edge."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: Area) -> bool:
        """Whether the other lies inside."""
        return self.left <= other.left and other.right <= self.right and self.top <= other.top and other.bottom <= self.bottom


Room = Callable[[float], tuple[Area, list[Area]]]
"""At a scale the frame in which the picture is first seen, and what in it is not for names (buttons, figures on its edge)."""
Named = tuple[float, float, float, str]
"""A dot: its place, its radius (which keeps its size, too) and its name."""


def wide(text: str) -> float:
    """How wide a text is, in Chinese characters; others are taken to be six tenths as wide."""
    return sum(1.0 if character > "\u00ff" else 0.6 for character in text)


def shortened(text: str, most: float) -> str:
    """The text, cut in its middle where it is wider than ``most``: names that begin alike are told apart by their ends."""
    if wide(text) <= most:
        return text
    half = (most - 1) / 2
    head = next(i for i in range(len(text), -1, -1) if wide(text[:i]) <= half)
    tail = next(i for i in range(len(text) + 1) if wide(text[i:]) <= half)
    return f"{text[:head]}…{text[tail:]}"


def wrapped(text: str, most: float, lines: int = 3) -> tuple[str, ...]:
    """The text in some lines, none wider than ``most`` but for a longer Latin word; shortened where they are too few."""
    shown = shortened(text, most * lines - 2)
    longest = min(most, wide(shown) / max(1, ceil(wide(shown) / most)) + 2)  # lines of about one length
    found = [""]
    for piece in _PIECE.findall(shown):
        if found[-1] and wide((found[-1] + piece).rstrip()) > longest:
            found.append("")
        found[-1] += piece
    return tuple(line.strip() for line in found)


def labels(dots: Sequence[Named], first: int, room: Room | None = None) -> list[Label | None]:
    """The label of each dot, ``None`` where there is no room at any level.  At the level ``first`` the scale is one.

    Up to that level names stand wholly inside the frame of ``room``, clear of what is not for names, or wholly outside.  Below
    it, where all is small, a name may cover the dots of later ones as long as it does not at that level.
    """
    found: list[Label | None] = [None] * len(dots)
    rounds = [_round(dot, 1.0) for dot in dots[:_MOST]]
    for level in range(LEVELS):
        scale = 2.0 ** (level - first)
        frame, reserved = room(scale) if room and level <= first else (None, [])
        circles = [_round(dot, scale, SMALL if level < first else 1.0) for dot in dots[:_MOST]]
        middles = [_round(dot, scale, 0.0) for dot in dots[:_MOST]]
        names = [_area(dots[i], label, scale) for i, label in enumerate(found) if label]
        for i, dot in enumerate(dots[:_MOST]):
            if found[i] is not None:
                continue
            for label in _sides(dot, level):
                area = _area(dot, label, scale)
                if frame and not frame.holds(area) and (frame.meets(area) or frame.holds(middles[i])):
                    continue
                if level < first and _covers(_area(dot, label, 1.0), rounds, i):
                    continue
                if _covers(area, circles[:i] if level < first else circles, i) or _covers(area, [*names, *reserved]):
                    continue
                found[i] = label
                names.append(area)
                break
    return found


def _covers(area: Area, others: Sequence[Area], own: int = -1) -> bool:
    """Whether the area meets one of the others but for its ``own``."""
    return any(area.meets(other) for k, other in enumerate(others) if k != own)


def _sides(dot: Named, level: int) -> Iterator[Label]:
    away = dot[2] + _GAP
    yield Label(level, away, SIZE * 0.35, "start")
    yield Label(level, -away, SIZE * 0.35, "end")
    yield Label(level, 0.0, -away - 1, "middle")
    yield Label(level, 0.0, away + SIZE * 0.8, "middle")


def _round(dot: Named, scale: float, small: float = 1.0) -> Area:
    x, y, r, _ = dot
    r *= small
    return Area(x * scale - r, y * scale - r, x * scale + r, y * scale + r)


def _area(dot: Named, label: Label, scale: float) -> Area:
    """Where the name stands."""
    x, y, _, name = dot
    width = SIZE * wide(name)
    left = x * scale + label.dx - {"start": 0.0, "end": width, "middle": width / 2}[label.anchor]
    top = y * scale + label.dy - SIZE * 0.9
    return Area(left, top, left + width, top + SIZE * 1.15)
