"""Full stops typed half-width (实行现行政策.园区…) are read as 。, one for one: offsets and quotations stay the source's."""

from __future__ import annotations

import re

_POINT = re.compile(
    r"(?P<mark>(?:^|(?<=[\s（(]))[（(]?第?[一二三四五六七八九十]{1,3}[）)]?\.)"
    r"|(?<=[\u4e00-\u9fff）)”》])\.(?=\s|$|[\u4e00-\u9fff“《（(])",
    re.MULTILINE,
)
"""A point behind a Chinese character; behind 一 at the start of a line it belongs to the number."""
FEWEST = 3
RARE = 4
"""A text that types its stops half-width has no more than one 。 for so many of them."""


def full(text: str) -> str:
    """``text``, as long as before, with 。 for half-width stops; unchanged where 。 is what it writes."""
    if text.count("。") * RARE > text.count("."):
        return text
    found = [match.start() for match in _POINT.finditer(text) if not match["mark"]]
    if len(found) < FEWEST or text.count("。") * RARE > len(found):
        return text
    out = list(text)
    for at in found:
        out[at] = "。"
    return "".join(out)
