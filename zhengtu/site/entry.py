"""A view's place in the bar at the head of every page."""

from __future__ import annotations

from dataclasses import dataclass

from zhengtu.query.header import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the bar at the head of every page: the page it leads to, its name, where it stands among the others."""

    path: str
    name: Text
    order: int
