"""The bracket abbreviation: 通(城)平(江)修(水) stands for 通城县, 平江县 and 修水县."""

from __future__ import annotations

import re

from loaders.link.names import Name, Names

_PIECE = r"([一-鿿])[(（]([一-鿿]{1,3})[)）]"
_RUN = re.compile(rf"(?:{_PIECE}){{2,}}")
_ONE = re.compile(_PIECE)


def bracketed(text: str, names: Names) -> list[tuple[int, int, Name]]:
    """``(begin, end, name)`` of each piece of a run of two or more, all of which must be names of places."""
    out = []
    for run in _RUN.finditer(text):
        found = []
        for piece in _ONE.finditer(text, run.start(), run.end()):
            name = names.by_text.get(piece[1] + piece[2])
            if name is None or not name.places:
                break
            found.append((piece.start(), piece.end(), Name(piece[0], name.places, True)))
        else:
            out += found
    return out
