"""English names of central agencies, as the State Council gives them; all other agencies have none: pinyin is no name."""

from __future__ import annotations

import tomllib
from functools import cache

from zhengtu.paths import resource_dir

STATE = "中华人民共和国"
"""Before the full names of ministries; the list of the State Council, and whoever has little room, leaves it out."""


def names(agency: str) -> list[str]:
    """English names of an agency by its Chinese name, with the name of the state before it or without; the full one first."""
    return agencies().get(agency) or agencies().get(agency.removeprefix(STATE), [])


@cache
def agencies() -> dict[str, list[str]]:
    """Chinese name → English names, the full one first (``ontology/english-names.toml``)."""
    found: dict[str, list[str]] = tomllib.loads((resource_dir("ontology") / "english-names.toml").read_text("utf-8"))[
        "agencies"
    ]
    return found
