"""Areas that a text gives a short name (…城市组群（以下简称组群）): what the figures after it are said of.

Drafters define the short name once and then put it before the first figure of a sentence; the figures that follow without a
subject of their own go on with it, to the end of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.targets.draft import Figure
from loaders.extract.targets.layout import Layout

_DEFINED = re.compile(
    r"[（(](?:以下|下文|下)?(?:统一)?(?:简称|称)为?[“”\"「]?(?P<name>[一-鿿]{1,5}(?:群|圈|带|区|走廊|三角|片|谷|新城))[“”\"」]?[，,）)]"
)
_PARTIES = ("双方", "三方", "四方", "各方")
_SHORTEST = 2  # characters of an indicator


def of_areas(told: list[Figure], layout: Layout) -> list[Figure]:
    """The figures, those said of an area that the text defines with its short name as scope; in order of the text."""
    defined = {match["name"]: match.end() for match in reversed(list(_DEFINED.finditer(layout.text)))}
    return list(_scoped(told, layout, defined)) if defined else told


def _scoped(told: list[Figure], layout: Layout, defined: dict[str, int]) -> Iterator[Figure]:
    spoken, until = "", 0  # the area spoken of, and the end of the paragraph in which it is
    for figure in told:
        area = _head(figure.indicator, defined)
        sentence = layout.sentence(figure.begin)
        just = next((name for name, at in defined.items() if sentence < at <= figure.begin), "")
        if area or just:
            spoken, until = area or just, layout.paragraph(figure.begin)[1]
        if area:
            yield figure.but(scope=area, indicator=figure.indicator.removeprefix(area).removeprefix("的"))
        elif just or (spoken and figure.begin < until and _has_none(figure, layout.text[sentence : figure.begin])):
            yield figure.but(scope=spoken)
        else:
            if figure.scope != spoken:
                spoken = ""
            yield figure


def _has_none(figure: Figure, said: str) -> bool:
    """Whether the figure has no subject of its own in what its sentence has ``said`` before it."""
    return figure.scope in ("", *_PARTIES) or figure.scope not in said


def _head(indicator: str, defined: dict[str, int]) -> str:
    """The area whose short name the indicator begins with."""
    heads = (name for name in defined if indicator.startswith(name) and len(indicator) >= len(name) + _SHORTEST)
    return max(heads, key=len, default="")
