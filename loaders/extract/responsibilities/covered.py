"""Whether any of many spans holds an offset or meets a range."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from loaders.model import Span


class Covered:
    """Spans that may overlap, asked whether one holds an offset."""

    def __init__(self, spans: list[Span]) -> None:
        ordered = sorted(spans)
        self._begins = [span.begin for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))

    def holds(self, at: int) -> bool:
        """Whether ``at`` lies in one of them."""
        i = bisect_right(self._begins, at)
        return i > 0 and at < self._reach[i - 1]

    def meets(self, begin: int, end: int) -> bool:
        """Whether one of them has a character of ``[begin, end)``."""
        return self.holds(begin) or bisect_left(self._begins, end) > bisect_right(self._begins, begin)
