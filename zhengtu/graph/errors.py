"""What can be wrong with a network; each error is one line for the user."""

from __future__ import annotations

from collections.abc import Iterable

from zhengtu.messages import say
from zhengtu.query.errors import nearest


class GraphError(Exception):
    """The network cannot be made or drawn."""


class UnknownGraph(GraphError):
    """No network has this name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        names = list(known)
        super().__init__(say("graph.unknown", name=name, known=" ".join(nearest(name, names) or names)))
