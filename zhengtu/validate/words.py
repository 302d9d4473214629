"""Words of a source as a reader would write them, and the sentence they stand in."""

from __future__ import annotations

import re

_HAN = "\u3400-\u9fff"
_WRAP = re.compile(rf"(?<=[{_HAN}，。；：、”）》])[ \n](?=[{_HAN}，。；：、“（《])")
"""A line broken inside a sentence leaves one blank or line end between two characters, where Chinese writes none."""
_END = re.compile(r"[。！？；\n]")
_LONG = 160


def cleaned(text: str) -> str:
    """The text without what a line break or a scrape left between Chinese characters."""
    return " ".join(_WRAP.sub("", text).split())


def sentence(words: str, around: str) -> tuple[str, int]:
    """The sentence of ``around`` in which ``words`` stand (both cleaned), and where in it; ``("", -1)`` where they do not."""
    at = around.find(words)
    if at < 0 or not words:
        return "", -1
    end = _END.search(around, at + len(words) - 1)
    stop = end.end() if end else len(around)
    start = max((m.end() for m in _END.finditer(around, 0, at)), default=0)
    start = max(start, at - _LONG)
    return around[start : min(stop, at + len(words) + _LONG)], at - start
