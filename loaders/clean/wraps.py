"""Lines that break where the page ended, not where the paragraph does (text drawn from PDF, typed at fixed width)."""

from __future__ import annotations

import re

from loaders.clean.para import Para

_TERMINAL = "。；！？：;!?:"
_STARTS = re.compile(
    r"第[一二三四五六七八九十百\d]{1,4}[章节条编]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}(?:[.．、]|\.\d)(?!\d)|附件|抄送|责任单位|牵头单位|配合单位|——"
)
_NARROW = re.compile("[\x00-\u1fff]+")
NARROW = 60
"""A line wider than this (full-width characters) was not broken by a page."""
_OPEN = re.compile(r"《[^《》]{0,40}$|[（(〔][^（）()〔〕。]{0,24}$")
"""A title or bracket left open at the end of a line goes on in the next."""
FEWEST = 8
"""A text of fewer lines shows no habit."""
INDENT = 2
"""A paragraph starts two characters in (GB/T 9704-2012 §7.3.3)."""


def unwrapped(paras: list[Para]) -> list[Para]:
    """``paras`` with the lines of one paragraph joined, where the text is hard-wrapped; else as they are."""
    width = _width(paras)
    if not width:
        return paras
    indents = sum(para.indent == INDENT for para in paras) >= FEWEST // 2
    out: list[Para] = []
    previous = 0
    for para in paras:
        if out and para.kind == out[-1].kind == "p" and _continues(out[-1], para, previous, width, indents):
            out[-1] = out[-1].joined(para)
        else:
            out.append(para)
        previous = _reach(para)
    return out


def _continues(before: Para, para: Para, previous: int, width: int, indents: bool) -> bool:
    """Whether the line ``para`` goes on with the paragraph before it, whose last line reached column ``previous``."""
    if para.indent <= INDENT and _OPEN.search(before.text):
        return True
    if previous < width - 3 or para.indent > INDENT:
        return False
    if indents:
        return para.indent < INDENT
    closed = before.text[-1] in _TERMINAL
    return not (closed and (_STARTS.match(para.text) or previous < width))


def _width(paras: list[Para]) -> int:
    """The width at which the text is wrapped, in full-width characters; 0 if it is not.

    A quarter of the lines are full, hardly any is wider, and most full lines break off in mid-sentence, not before a
    new item.
    """
    lines = [p for p in paras if p.kind == "p"]
    if len(lines) < FEWEST:
        return 0
    columns = [_reach(line) for line in lines]
    width = sorted(columns)[int(len(lines) * 0.97) - 1]
    if not 12 <= width <= NARROW or max(columns) > width + INDENT:
        return 0
    full = [i for i, w in enumerate(columns) if width - 3 <= w]
    cut = sum(lines[i].text[-1] not in _TERMINAL and not any(_STARTS.match(n.text) for n in lines[i + 1 : i + 2]) for i in full)
    return width if len(full) * 4 >= len(lines) and cut * 3 >= len(full) * 2 else 0


def _reach(para: Para) -> int:
    """The column at which a line ends, its indent counted."""
    return para.indent + _columns(para.text)


def _columns(text: str) -> int:
    """Printed width in full-width characters: two ASCII characters take the place of one."""
    narrow = len("".join(_NARROW.findall(text)))
    return len(text) - narrow + (narrow + 1) // 2
