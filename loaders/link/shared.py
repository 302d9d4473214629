"""Lists that share a head: 武汉、南昌都市圈 names 武汉都市圈 and 南昌都市圈; 湖北、湖南自由贸易试验区 two zones."""

from __future__ import annotations

import re

from loaders.link.names import Names
from loaders.registry import Place

_LINK = re.compile("[、和与及]|以及")
_HEAD = re.compile(
    r"(?:等)?(?P<head>都市圈|城市圈|城市群|经济圈|自由贸易试验区|自贸试验区|自贸区|国家自主创新示范区|国家公园|国家生态文明试验区|流域|革命老区|长江经济带绿色发展示范区)"
)
_CLOSED = re.compile(f"{_HEAD.pattern}$")
_HEADS = ("圈", "群", "区", "园", "流域")
"""How the heads end."""
Found = tuple[int, int, Place]


def share_heads(text: str, found: list[Found], names: Names) -> list[Found]:
    """``found`` (in reading order) with the earlier members of such lists read with the list's head.

    The last member either is itself a name with the head (…、南昌都市圈) or is followed by it (武汉、长株潭等都市圈).  A
    member changes only where the registry knows its name with the head.
    """
    out = list(found)
    for at, (begin, end, _) in enumerate(found):
        head, last = _head_of(text, begin, end)
        if not head:
            continue
        first = at
        while first > 0 and _LINK.fullmatch(text, found[first - 1][1], found[first][0]):
            first -= 1
        for i in range(first, at + 1 if last else at):
            b, e, _ = found[i]
            name = names.by_text.get(text[b:e] + head)
            if name and name.places:
                out[i] = (b, e, name.places[0])
    return out


def _head_of(text: str, begin: int, end: int) -> tuple[str, bool]:
    """The shared head of a list ending in ``[begin, end)``, and whether it stands behind that member."""
    behind = _HEAD.match(text, end)
    if behind:
        return behind["head"], True
    inside = _CLOSED.search(text, begin, end) if text.endswith(_HEADS, begin, end) else None
    return (inside["head"], False) if inside else ("", False)
