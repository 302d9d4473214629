"""Slips of optical recognition: 一 for the dash between two places, spaces in numbers, 0 for O in formulas."""

from __future__ import annotations

import re

from loaders.clean.repair.words import Edit, Lexicon
from loaders.registry import short_place_names

_SPACED = re.compile(r"(?<!\d)\d{1,4}\.\s+\d{1,3}(?!\d)")
_DASH = re.compile(r"(?<=[\u4e00-\u9fff]{2})一(?=[\u4e00-\u9fff]{2})")
_LINE = re.compile(r"特高压|直流|交流|铁路|高铁|高速|公路|航线|管道|输电|输气|通道|线")
_NUMBER = re.compile(r"(?<=[发函办字令])[(（\[［](?P<year>(?:19|20)\d{2})[)）\]］](?=\s*(?:第)?\d{1,4}号)")


def slips(text: str, words: Lexicon) -> list[Edit]:
    """The recognition slips in a paragraph of a scraped text."""
    out: list[Edit] = [
        (m.start(), m.end(), re.sub(r"\s", "", m.group()), "recognition: space in a number", 0.99)
        for m in _SPACED.finditer(text)
    ]
    reason = "document number: GB/T 9704-2012 §7.2.5 writes 〔〕"
    out.extend((m.start(), m.end(), f"〔{m['year']}〕", reason, 0.95) for m in _NUMBER.finditer(text))
    for pattern, restored, reason in words.slips:
        out.extend((m.start(), m.end(), restored, f"recognition: {reason}", 0.95) for m in pattern.finditer(text))
    out.extend((at, at + 1, "—", "recognition: 一 for the dash between two ends of a line", 0.95) for at in _dashes(text))
    return out


def _dashes(text: str) -> list[int]:
    """Where 一 stands between two ends of a line: a place behind it, and a place before it or a line named after it."""
    places = short_place_names()
    out = []
    for match in _DASH.finditer(text):
        at = match.start()
        behind = any(text[at + 1 : at + 1 + n] in places for n in (2, 3))
        before = any(text[at - n : at] in places for n in (2, 3) if at >= n)
        if behind and (before or _LINE.search(text[at + 3 : at + 12])):
            out.append(at)
    return out
