"""The sentence in which words of a source stand."""

from __future__ import annotations

import re

_END = re.compile(r"[。！？；\n]")
_LONG = 160


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
