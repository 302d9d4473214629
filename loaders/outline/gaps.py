"""Numbers that the source itself leaves out: kept, so that a gap of the text is not taken for a miss of the extraction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from loaders.model import Part


def gaps(parts: Sequence[Part]) -> Iterator[Part]:
    """``parts`` with the numbers among siblings that are left out just before each, back to the nearest that is there.

    A number that was restored tells nothing of what is printed, so its part has none (numbering by GB/T 9704-2012 §7.3.3).
    """
    there = {(part.level, part.path) for part in parts}
    for part in parts:
        above = part.path.removesuffix(part.path.rpartition(".")[2])
        before = () if part.restored else range(part.number - 1, 0, -1)
        missing = takewhile(lambda place: place[:2] not in there, ((part.level, f"{above}{n}", n) for n in before))
        yield replace(part, skipped=tuple(sorted(n for _, _, n in missing)))
