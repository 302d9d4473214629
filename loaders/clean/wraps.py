"""Lines that break where the page ended, not where the paragraph does (text drawn from PDF, typed at fixed width)."""

from __future__ import annotations

import re

from loaders.clean.para import Para

_TERMINAL = "。；！？：;!?:"
_STARTS = re.compile(
    r"第[一二三四五六七八九十百\d]{1,4}[章节条编]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}(?:[.．、]|\.\d)(?!\d)|附件|抄送|责任单位|牵头单位|配合单位|——"
)
NARROW = 60
"""A line wider than this (full-width characters) was not broken by a page."""


def unwrapped(paras: list[Para]) -> list[Para]:
    """``paras`` with the lines of one paragraph joined, where the text is hard-wrapped; else as they are."""
    width = _width(paras)
    if not width:
        return paras
    out: list[Para] = []
    previous = 0
    for para in paras:
        if (
            out
            and para.kind == out[-1].kind == "p"
            and previous >= width - 3
            and not (_STARTS.match(para.text) and out[-1].text[-1:] in _TERMINAL)
            and not (out[-1].text[-1:] in _TERMINAL and previous < width)
        ):
            out[-1] = out[-1].joined(para)
        else:
            out.append(para)
        previous = _columns(para.text)
    return out


def _width(paras: list[Para]) -> int:
    """The width at which the text is wrapped, in full-width characters; 0 if it is not.

    Two lines in five are full, and most full lines break off in mid-sentence, not before a new item.
    """
    lines = [p.text for p in paras if p.kind == "p"]
    if len(lines) < 8:
        return 0
    columns = [_columns(line) for line in lines]
    width = sorted(columns)[int(len(lines) * 0.97) - 1]
    full = [i for i, w in enumerate(columns) if width - 3 <= w <= width + 1]
    if not 12 <= width <= NARROW or len(full) * 5 < len(lines) * 2:
        return 0
    cut = sum(lines[i][-1:] not in _TERMINAL and not any(_STARTS.match(line) for line in lines[i + 1 : i + 2]) for i in full)
    return width if cut * 3 >= len(full) * 2 else 0


def _columns(text: str) -> int:
    """Printed width in full-width characters: two ASCII characters take the place of one."""
    narrow = sum(c < "\u2000" for c in text)
    return len(text) - narrow + (narrow + 1) // 2
