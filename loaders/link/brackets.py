"""The bracket abbreviation: 通(城)平(江)修(水) stands for 通城县, 平江县 and 修水县."""

from __future__ import annotations

import re
from urllib.parse import quote

from loaders.link.names import Name, Names
from loaders.link.zones import zone_tail
from loaders.registry import Place
from loaders.registry.iris import place_iri

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


def bracketed_zones(text: str, pieces: list[tuple[int, int, Name]]) -> list[tuple[int, int, Name]]:
    """The zone whose words follow a run (``pieces``, as `bracketed` gives them): 通(城)平(江)修(水)先行区 is 通平修先行区.

    The pieces stay mentions of their own, so the hit covers the zone's words only.
    """
    out: list[tuple[int, int, Name]] = []
    short, reach = "", -1
    for begin, end, _ in pieces:
        short, reach = (short if begin == reach else "") + text[begin], end
        if (tail := zone_tail(text, end)) is not None:
            label = short + tail[0]
            zone = Place(place_iri(quote(label, safe="")), "Zone", label)
            out.append((end, tail[1], Name(text[end : tail[1]], (zone,), True)))
    return out
