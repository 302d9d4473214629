"""Which of several places of one full name is meant: 鼓楼区 of Nanjing, of Xuzhou, of Kaifeng, of Fuzhou."""

from __future__ import annotations

from bisect import bisect_left

from loaders.link.names import Name
from loaders.registry import Place
from loaders.registry.iris import CHINA

_NEAR = 60
"""How many mentions to look back and ahead."""


def choose(begin: int, name: Name, found: list[tuple[int, int, Place]], jurisdiction: str) -> Place | None:
    """The place meant at ``begin``, or ``None`` where nothing tells.

    The one whose prefecture, else province, is named last before ``begin``, else next behind it, else the one in the
    document's own division (``jurisdiction``).  A retired place counts only where none in force has the name.
    """
    current = [place for place in name.places if not place.replaced_by] or list(name.places)
    at = bisect_left(found, begin, key=lambda mention: mention[0])
    around = [place for _, _, place in reversed(found[max(0, at - _NEAR) : at])] + [
        place for _, _, place in found[at : at + _NEAR]
    ]
    for width in (4, 2):
        for mention in around:
            for place in current:
                if place.code and mention.code[:width] == place.code[:width]:
                    return place
    if jurisdiction != CHINA:
        for width in (4, 2):
            for place in current:
                if place.code and place.code[:width] == jurisdiction[:width]:
                    return place
    rest = [place for place in current if not place.name.endswith(("区", "县"))]
    return current[0] if len(current) == 1 else rest[0] if len(rest) == 1 else None
