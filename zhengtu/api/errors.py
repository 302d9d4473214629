"""What only the Python API can raise."""

from __future__ import annotations

from zhengtu.messages import say
from zhengtu.store.errors import QueryError


class SeveralNodes(QueryError):
    """A name means several nodes; ``nodes`` are their IRIs."""

    def __init__(self, name: str, nodes: list[str]) -> None:
        super().__init__(say("explain.several", name=name, nodes=" ".join(nodes)))
        self.nodes = nodes
