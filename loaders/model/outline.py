"""The outline: headings and numbered items."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from loaders.model.text import Repair, Span


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands under it.

    ``level`` 1 is the outermost; ``number`` the ordinal (0 for an unnumbered heading), ``printed`` the number as printed
    or restored (``三``, ``（五）``, ``1.``); ``path`` the Arabic dot path; ``heading`` the clean range of the heading,
    ``span`` of the whole part; ``parent`` an index into ``Outline.parts`` or -1; ``task`` tells a numbered item (zt:Task);
    ``principle`` one that assigns nothing (guiding ideas, principles, goals); ``restored`` a number the source had lost;
    ``skipped`` the numbers among its siblings that the source leaves out just before this one.
    """

    level: int
    number: int
    printed: str
    title: str
    path: str
    heading: Span
    span: Span
    parent: int = -1
    task: bool = False
    principle: bool = False
    restored: bool = False
    skipped: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """All parts in reading order, and the numbers that were restored."""

    parts: tuple[Part, ...]
    repairs: tuple[Repair, ...] = ()

    def tasks(self) -> list[int]:
        """Indexes of the numbered items."""
        return [i for i, part in enumerate(self.parts) if part.task]

    def tasks_in(self, span: Span) -> list[int]:
        """Indexes of the numbered items that begin behind the start of ``span`` and before its end."""
        begin = bisect_right(self.parts, span.begin, key=lambda part: part.span.begin)
        end = bisect_left(self.parts, span.end, lo=begin, key=lambda part: part.span.begin)
        return [i for i in range(begin, end) if self.parts[i].task]

    def innermost(self, at: int) -> int:
        """Index of the innermost part whose span holds clean offset ``at``, or -1."""
        found = bisect_right(self.parts, at, key=lambda part: part.span.begin) - 1
        while found >= 0 and at >= self.parts[found].span.end:
            found = self.parts[found].parent
        return found

    def task_at(self, at: int) -> int:
        """Index of the numbered item that holds clean offset ``at``, or -1."""
        i = self.innermost(at)
        while i >= 0 and not self.parts[i].task:
            i = self.parts[i].parent
        return i
