"""Traditional script is read in simplified characters, one for one: offsets and quotations stay those of the source."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_TRADITIONAL = frozenset("國務會發關於為實業經濟區設開將與東門務員責產動進點總規劃據時從這個對過還標問題級縣鄉")
"""Frequent in official texts, and written so in traditional script only (通用规范汉字表, its table of variants)."""
_ENOUGH = 5
"""So many different ones: a simplified text that quotes a name or a line of verse stays as it is."""


def simplified(text: str) -> str:
    """``text`` in simplified characters, as long as before; unchanged where it is not written in traditional script."""
    return converted(text) if traditional(text) else text


def converted(text: str) -> str:
    """Every traditional character of ``text`` in simplified script, one for one, whatever script the text is in."""
    simple = str(_converter().convert(text))
    if len(simple) == len(text):
        return simple
    return "".join(_single(character) for character in text)


def traditional(text: str) -> bool:
    """Whether the text is written in traditional script."""
    return sum(character in text for character in _TRADITIONAL) >= _ENOUGH


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC  # only here: few builds meet such a text, and all would wait for the import

    return OpenCC("t2s")


@cache
def _single(character: str) -> str:
    simple = str(_converter().convert(character))
    return simple if len(simple) == 1 else character
