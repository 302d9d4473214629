"""专栏: a box of a plan lists projects under numbers of its own, which are no items of the plan."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.outline.marks import RANKS, Mark

_TITLE = re.compile(r"专\s*[栏框]\s*[\d一二三四五六七八九十]{0,3}(?:[\s\u3000:：]|[\u4e00-\u9fff])[^。；]{0,60}$")


@dataclass(slots=True)
class Box:
    """Follows the lines of a text; ``holds`` tells whether the last line read stands in a box.

    A box begins with its title (专栏3 …) and goes on while its numbers do; it ends at a higher heading, and where the numbering
    that it interrupted goes on (also where the box's own could: an item lost is worse than one too many).
    """

    holds: bool = False
    _open: bool = False
    _rank: float = -1
    _value: int = 0
    _before: tuple[float, int] = (-1, 0)

    def read(self, line: str, mark: Mark | None) -> None:
        """Take the next line with the number that opens it."""
        if _TITLE.match(line):
            self._open, self._rank, self._value = True, -1, 0
        elif mark is not None and self._open:
            self._open = self._goes_on(mark)
        self.holds = self._open
        if mark is not None and not self._open:
            self._before = (mark.rank, mark.value)
        elif mark is not None and (self._rank < 0 or mark.rank == self._rank):
            self._rank, self._value = mark.rank, mark.value

    def _goes_on(self, mark: Mark) -> bool:
        if mark.rank < RANKS["ar"] and (self._rank < 0 or mark.rank < self._rank):
            return False
        if self._rank < 0:
            return mark.value == 1 and (mark.rank, mark.value) != (self._before[0], self._before[1] + 1)
        if mark.rank > self._rank:
            return True
        return (
            mark.rank == self._rank
            and mark.value == self._value + 1
            and (mark.rank, mark.value) != (self._before[0], self._before[1] + 1)
        )
