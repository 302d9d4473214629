"""The bracket abbreviation: 通(城)平(江)修(水) stands for 通城县, 平江县 and 修水县."""

from __future__ import annotations

import re

from loaders.link.names import Name, Names

_PIECE = r"([一-鿿])[(（]([一-鿿]{1,3})[)）]"
_RUN = re.compile(rf"(?:{_PIECE}){{2,}}")
_ONE = re.compile(_PIECE)
_FIRST = re.compile("[(（](?=[一-鿿]{1,3}[)）][一-鿿][(（])")
"""The bracket of a piece with another behind it: rare, and quickly looked for."""


def bracketed(text: str, names: Names) -> list[tuple[int, int, Name]]:
    """``(begin, end, name)`` of each piece of a run of two or more, all of which must be names of places."""
    out: list[tuple[int, int, Name]] = []
    free = 0
    for first in _FIRST.finditer(text):
        run = _RUN.match(text, first.start() - 1) if first.start() > free else None
        if run is None:
            continue
        free = run.end()
        found = []
        for piece in _ONE.finditer(text, run.start(), run.end()):
            name = names.by_text.get(piece[1] + piece[2])
            if name is None or not name.places:
                break
            found.append((piece.start(), piece.end(), Name(piece[0], name.places, True)))
        else:
            out += found
    return out
