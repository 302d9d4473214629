"""SPARQL texts live in ``.rq`` and ``.ru`` files in a folder ``sparql`` beside the module that runs them."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def text(module: str, name: str) -> str:
    """The text ``sparql/{name}`` beside the module whose ``__file__`` is ``module``.  Raises ``OSError``."""
    return (Path(module).parent / "sparql" / name).read_text("utf-8")
