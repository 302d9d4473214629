"""Sizes said by level: 千亿级产业园, 万亿级集群 (about so much, in 元)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extract.targets import numerals
from loaders.extract.targets.scan import Quantity
from loaders.sentences import lines_with

_LEVEL = re.compile(
    r"(?=[十百千万])(?P<size>[十百千万]{1,2}亿|万亿|[十百千]亿)(?:元(?!以))?(?:级|规模)?(?:的)?"
    r"(?P<noun>(?!元?以[上下内]|左右)[一-鿿]{0,14}?(?:产业园区?|产业集群|集群|产业带|产业基地|产业|园区|市场|板块))"
)
_BUILD = re.compile("(?:打造|建设|形成|培育|壮大|建成|构建|冲刺|做大|做强|创建|发展)(?:成|为|成为)?$")
_COUNTED = re.compile(r"(?:[个家条座批类](?:[一-鿿]{2,6}的)?|若干|多个|以上)$")


@dataclass(frozen=True, slots=True)
class Level:
    """A level as a quantity, the thing sized, whether it is still to be built."""

    quantity: Quantity
    noun: str
    end: int
    planned: bool


def levels(text: str) -> Iterator[Level]:
    """Each level in ``text`` that is not merely the kind of a counted thing (5个千亿级集群)."""
    for m in (m for line in lines_with(text, "亿") for m in _LEVEL.finditer(text, *line)):
        before = text[max(0, m.start("size") - 8) : m.start("size")]
        if _COUNTED.search(before) or before[-1:].isdigit() or re.search("[超过到达破]$", before):
            continue
        pair = numerals.chinese(m["size"])
        if pair is None:
            continue
        end = m.start("size") + len(m["size"])
        printed = m["size"]
        yield Level(
            Quantity(m.start("size"), end, pair[0], printed, pair[1], "level"),
            m["noun"],
            m.end(),
            bool(_BUILD.search(before)),
        )
