"""Orders and announcements that promulgate a law: 国务院令, 省人民政府令, 人大常委会公告 (党政机关公文格式 §10.2, 命令格式)."""

from __future__ import annotations

import re

from loaders.identify.instrument import Instrument
from loaders.identify.lines import Line
from loaders.identify.numbers import serial_line
from loaders.model import Span

_HEAD = re.compile(r"(?:中华人民共和国(?=国))?(?P<organ>[\u4e00-\u9fff]{2,30}?)(?P<what>令|公告)")
_PROMULGATED = re.compile(r"《(?P<title>[^《》]{4,60})》[^。]{0,120}(?:公布|发布)")
WITHIN = 6
"""The law is named within so many lines of the head."""


def order_at(lines: list[Line], i: int) -> tuple[Instrument, int, str] | None:
    """The order whose head stands at line ``i``, the line behind its head, and the title of what it promulgates; or ``None``.

    The number of an order is told with its organ (国务院令第737号), as it is cited.
    """
    if i + 1 >= len(lines) or not (serial := serial_line(lines[i + 1].text)):
        return None
    squeezed = "".join(lines[i].text.split())
    head = _HEAD.fullmatch(squeezed)
    named = next((m for line in lines[i + 2 : i + WITHIN] if (m := _PROMULGATED.search(line.text))), None)
    if not head or not named:
        return None
    found = Instrument(squeezed, lines[i].span, "Work", "order")
    found.number = head["organ"] + head["what"] + serial
    found.number_span = Span(lines[i].begin, lines[i + 1].end)
    found.body = Span(lines[i + 1].end + 1, 0)
    return found, i + 2, named["title"]


def organ_of(title: str) -> str:
    """The organ that an order's ``title`` names (中华人民共和国国务院令 → 国务院)."""
    head = _HEAD.fullmatch(title)
    return head["organ"] if head else ""
