"""Where sentences, paragraphs, sections, quotations and titles lie; every look-up is a bisection."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from loaders.extract.targets.headings import reported_year, title_year
from loaders.occurrences import positions
from loaders.sentences import lines_with

_STOPS = "。！？!?\n"
_QUOTED = re.compile(r"“[^”“\n]{1,24}”|\"[^\"\n]{1,24}\"|「[^」\n]{1,24}」")
_OPENER = re.compile(
    r"(?m)(?:^|(?<=[。\s]))(?P<year>20\d\d)年[，,]?[^，。；\n]{0,4}是[^。；\n]{0,30}?(?:不平凡|不寻常|不容易|不易|难忘|极为?重要|特殊)[^。；\n]{0,16}?的一年"
)
"""2022年，是我县发展历程中极不平凡的一年。"""
_HEAD = re.compile("[^,;:?!，；：？！]{0,12}")
"""What a title begins with, whichever stops are printed."""
_TITLED = re.compile(r"《[^《》\n]{1,120}》|〔[^〔〕\n]{1,12}〕[^，。；\n]{0,6}号")


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part: its range, its title, the index of the part around it (-1 at the top)."""

    begin: int
    end: int
    title: str
    parent: int = -1


class Ranges:
    """Disjoint ranges in order, asked for the one that holds an offset."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Keep ``spans``, sorted and disjoint."""
        self.spans = list(spans)
        self._begins = [b for b, _ in self.spans]

    def at(self, offset: int) -> tuple[int, int] | None:
        """The range that holds ``offset``."""
        i = bisect_right(self._begins, offset) - 1
        return self.spans[i] if i >= 0 and offset < self.spans[i][1] else None


class Layout:
    """The text and its divisions."""

    def __init__(self, text: str, sections: tuple[Section, ...] = (), grid: Ranges | None = None, title: str = "") -> None:
        """Divide ``text``; ``sections`` in reading order, parents before children; ``grid`` the cells of tables."""
        self.text = text
        self.title = title
        self.grid = grid or Ranges(())
        self.sections = sections
        self._begins = [s.begin for s in sections]
        self._asked: tuple[int, list[Section]] = -1, []

    @cached_property
    def quotes(self) -> Ranges:
        """What stands in quotes."""
        return Ranges([m.span() for m in _QUOTED.finditer(self.text)])

    @cached_property
    def titles(self) -> Ranges:
        """Titles of papers and their numbers."""
        return Ranges([m.span() for m in _TITLED.finditer(self.text)])

    @cached_property
    def _sentences(self) -> list[int]:
        return [0, *[at + 1 for at in positions(self.text, _STOPS)]]

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [0, *[at + 1 for at in positions(self.text, "\n")]]

    def sentence(self, at: int) -> int:
        """Where the sentence that holds ``at`` begins."""
        return self._sentences[bisect_right(self._sentences, at) - 1]

    def stop(self, at: int) -> int:
        """Where the sentence that holds ``at`` ends."""
        i = bisect_right(self._sentences, at)
        return self._sentences[i] if i < len(self._sentences) else len(self.text)

    def paragraph(self, at: int) -> tuple[int, int]:
        """Where the paragraph that holds ``at`` begins and ends."""
        i = bisect_right(self._paragraphs, at)
        return self._paragraphs[i - 1], (self._paragraphs[i] - 1 if i < len(self._paragraphs) else len(self.text))

    def around(self, at: int) -> list[Section]:
        """The sections that hold ``at``, the innermost first."""
        if self._asked[0] != at:
            self._asked = at, self._around(at)
        return self._asked[1]

    def _around(self, at: int) -> list[Section]:
        """What `around` tells, looked for."""
        i = bisect_right(self._begins, at) - 1
        found: list[Section] = []
        while i >= 0:
            section = self.sections[i]
            if at < section.end:
                found.append(section)
            i = section.parent
        return found

    def titled(self, section: Section, at: int) -> bool:
        """Whether the title opens the very sentence of ``at``, as it does in an item without a heading."""
        head = _HEAD.match(section.title)[0]  # type: ignore[index]
        begin = self.text.find(head, section.begin, section.begin + len(head) + 12)
        return begin >= self.sentence(at)

    def headed(self, at: int) -> int | None:
        """The year that the nearest heading above ``at`` names (一、2022年工作回顾), or the communique reports on."""
        around = self.around(at)
        dated = (year for s in around if (year := title_year(s.title)) is not None and not self.titled(s, at))
        year = next(dated, reported_year(self.title))
        return year if year is not None else self._opened(at, around)

    def _opened(self, at: int, around: list[Section]) -> int | None:
        """The year that the part around ``at``, or a text without parts, is opened with (2022年是极不平凡的一年)."""
        i = bisect_right(self._openers, (at, 9999)) - 1
        if i < 0:
            return None
        begin, year = self._openers[i]
        return year if not around or any(s.begin <= begin for s in around) or not self.around(begin) else None

    @cached_property
    def _openers(self) -> list[tuple[int, int]]:
        """Where a paragraph opens by telling what year it was, and the year."""
        lines = lines_with(self.text, "的一年")
        return [(m.start(), int(m["year"])) for line in lines for m in _OPENER.finditer(self.text, *line)]
