"""Characters typed or scanned for others that look alike (港囗 for 港口): mended where only that gives a known word.

Traditional characters are read as simplified ones.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from functools import cache
from itertools import chain
from pathlib import Path

from loaders.clean.script import converted

_LONGEST = 4  # characters of a word or name that is looked for
_SHORTEST = 2


@cache
def _lookalikes() -> dict[str, str]:
    data = tomllib.loads((Path(__file__).parent / "lexicon" / "shapes.toml").read_text("utf-8"))
    groups = data["groups"].split()
    found: dict[str, str] = {}
    for group, character in chain.from_iterable(((group, c) for c in group) for group in groups):
        found[character] = found.get(character, "") + group.replace(character, "")
    return found


def simple(text: str) -> str:
    """``text`` in simplified characters, as long as before; those are all in GB/T 2312, the traditional ones are not."""
    return text if all(map(_is_simple, text)) else converted(text)


@cache
def _is_simple(character: str) -> bool:
    try:
        return not "\u3400" <= character <= "\u9fff" or bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def respelt(text: str, *known: Collection[str]) -> str:
    """``text`` with such characters mended: ``known`` words and names tell which, where they are part of none as typed."""
    for i, character in enumerate(text):
        others = _lookalikes().get(character, "")
        if not others or _is_part(text, i, known):
            continue
        mended = (text[:i] + other + text[i + 1 :] for other in others)
        text = next((one for one in mended if _is_part(one, i, known)), text)
    return text


def _is_part(text: str, i: int, known: Collection[Collection[str]]) -> bool:
    """Whether the character at ``i`` is part of a known word."""
    pieces = (
        text[begin : begin + size]
        for size in range(_LONGEST, _SHORTEST - 1, -1)
        for begin in range(max(0, i - size + 1), min(i, len(text) - size) + 1)
    )
    return any(piece in words for piece in pieces for words in known)
