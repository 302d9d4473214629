"""Zhengtu 政图: Chinese policy texts as one validated knowledge graph.

``zhengtu.open()`` gives a built graph to Python; see docs/tutorial.md.
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhengtu.api import Graph

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(store: str | PathLike[str] | None = None) -> Graph:  # noqa: A001 (read as zhengtu.open)
    """The graph in a store: a folder or the URL of a SPARQL 1.1 endpoint; by default the one the command line uses.

    Raises ``zhengtu.store.StoreMissing`` where nothing has been built, ``zhengtu.store.StoreError``.
    """
    from zhengtu.api import open_graph  # needed only here: the command line starts without it

    return open_graph(store)
