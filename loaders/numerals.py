"""Chinese numerals and dates (GB/T 15835-2011)."""

from __future__ import annotations

import re
from datetime import date

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "Ｏ": 0,
    "0": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
}
_ZEROS = dict.fromkeys(map(ord, "OoＯ０"), "〇")
"""What is typed for the 〇 of a year: 二OO三年, 二00三年."""
_UNITS = {"十": 10, "百": 100, "千": 1000}
_DATE = re.compile(
    r"(?=[12一二])(?P<y>(?:19|20)\d{2}|[一二][〇○零OoＯ0０九][〇○零OoＯ0０一二三四五六七八九]{2})\s*[年\-./]\s*(?P<m>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[月\-./]"
    r"\s*(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]?"
)


def number(text: str) -> int | None:
    """The value of an Arabic or Chinese whole number (``二十三``, ``一百零五``, ``二〇二二``), or ``None``."""
    if text.isascii() and text.isdigit():
        return int(text)
    if not text or any(c not in _DIGITS and c not in _UNITS for c in text):
        return None
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = digit = 0
    for char in text:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def find_date(text: str, at: int = 0) -> tuple[date, int, int] | None:
    """The first full date in ``text`` from ``at`` on, with its range; dates the calendar lacks are passed over."""
    for match in _DATE.finditer(text, at):
        year, month, day = number(match["y"].translate(_ZEROS)), number(match["m"]), number(match["d"])
        if year and month and day:
            try:
                return date(year, month, day), match.start(), match.end()
            except ValueError:
                continue
    return None
