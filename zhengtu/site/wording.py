"""Words for what programs call otherwise: the columns of answers, and codes that are no terms of the ontology."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from zhengtu.query.header import Text


def column(name: str) -> Text:
    """What a column of the query library is called; its own name where it has no other."""
    return _words("columns").get(name) or Text(name, name)


def code(name: str) -> Text | None:
    """What a code in an answer means (``left-out``), ``None`` for anything else."""
    return _words("codes").get(name)


@cache
def _words(table: str) -> dict[str, Text]:
    content = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
    return {name: Text(*words) for name, words in content[table].items()}
