"""English names of central agencies, as the State Council gives them; all other agencies have none: pinyin is no name."""

from __future__ import annotations

import tomllib
from functools import cache

from zhengtu.paths import resource_dir


@cache
def agencies() -> dict[str, list[str]]:
    """Chinese name → English names, the full one first (``ontology/english-names.toml``)."""
    found: dict[str, list[str]] = tomllib.loads((resource_dir("ontology") / "english-names.toml").read_text("utf-8"))[
        "agencies"
    ]
    return found
