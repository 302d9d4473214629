"""Short names of cities and counties that stand a line each, as the heads of a table typed one cell a line do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from loaders.link.names import Name, Names
from loaders.registry import Place

_SHORT = re.compile(r"(?m)^[ \u3000\t]*(?P<name>[一-鿿]{2,4})[ \u3000\t]*$")
_GAP = re.compile(r"[\s\u3000]*")
FEWEST = 4
"""So many of one prefecture in a row are no accident."""


def column_hits(text: str, names: Names) -> list[tuple[int, int, Name]]:
    """``(begin, end, name)`` of each county's short name in a run of lines most of whose names lie in one prefecture."""
    out: list[tuple[int, int, Name]] = []
    for run in _runs(text):
        known = [(span, name.places) for span in run if (name := names.by_text.get(text[slice(*span)])) is not None]
        held = Counter(code for _, places in known for code in {place.code[:4] for place in places if place.code})
        prefecture, many = held.most_common(1)[0] if held else ("", 0)
        if many < FEWEST or 2 * many < len(run):
            continue
        for span, places in known:
            one = _in(prefecture, places)
            if one is not None:
                out.append((*span, Name(text[slice(*span)], (one,), True)))
    return out


def _runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Where the names stand in each run of four or more lines that hold nothing but a short word."""
    run: list[tuple[int, int]] = []
    for match in _SHORT.finditer(text):
        span = match.span("name")
        if run and _GAP.fullmatch(text, run[-1][1], span[0]) is None:
            if len(run) >= FEWEST:
                yield run
            run = []
        run.append(span)
    if len(run) >= FEWEST:
        yield run


def _in(prefecture: str, places: tuple[Place, ...]) -> Place | None:
    """The county of the prefecture among those that a name may mean."""
    return next((place for place in places if place.level == "county" and place.code[:4] == prefecture), None)
