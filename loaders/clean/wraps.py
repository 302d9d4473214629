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
    """The width at which the text is wrapped, in full-width characters; 0 if it is not."""
    widths = sorted(_columns(p.text) for p in paras if p.kind == "p")
    if len(widths) < 8:
        return 0
    width = widths[int(len(widths) * 0.97) - 1]
    full = sum(width - 3 <= w <= width + 1 for w in widths)
    return width if 12 <= width <= NARROW and full * 5 >= len(widths) * 2 else 0


def _columns(text: str) -> int:
    """Printed width in full-width characters: two ASCII characters take the place of one."""
    narrow = sum(c < "\u2000" for c in text)
    return len(text) - narrow + (narrow + 1) // 2
