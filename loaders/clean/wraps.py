"""Lines that break where the page ended, not where the paragraph does (text drawn from PDF, typed at fixed width)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from loaders.clean.para import Para

_TERMINAL = "。；！？：;!?:"
_STARTS = re.compile(
    r"第[一二三四五六七八九十百\d]{1,4}[章节条编]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}(?:[.．、]|\.\d)(?!\d)|附件|抄送|责任单位|牵头单位|配合单位|——"
)
_NARROW = re.compile("[\x00-\u1fff]+")
NARROW = 60
"""A line wider than this (full-width characters) was not broken by a page."""
PAGE, EDITOR = 12, 20
"""No page, and no editor, breaks lines after fewer."""
_OPEN = re.compile(r"《[^《》]{0,40}$|[（(〔][^（）()〔〕。]{0,24}$")
"""A title or bracket left open at the end of a line goes on in the next."""
REACH = 44
"""What is left open stands within so many characters before the line's end."""
_TITLED = re.compile(
    r"[^，。；：]{0,40}(?:关于|印发)[^，。；：]{4,80}(?:的通知|的意见|的批复|的决定|的函|的公告|的通告|的通报)$"
)
"""The title of a paper is whole where it says what kind of paper it is."""
FEWEST = 8
"""A text of fewer lines shows no habit."""
SLACK, MANY = 1.25, 20
"""A line of narrow brackets and figures takes no more than a quarter above the width; so many lines show that it is one."""
INDENT = 2
"""A paragraph starts two characters in (GB/T 9704-2012 §7.3.3)."""


def unwrapped(paras: list[Para]) -> list[Para]:
    """``paras`` with the lines of one paragraph joined, where the text is hard-wrapped; else as they are."""
    width, reach = max(
        (_width(paras, reach, least) for reach, least in ((_reach, PAGE), (_length, EDITOR))), key=lambda found: found[0].full
    )
    if not width.at:
        return paras
    indents = sum(para.indent == INDENT for para in paras) >= FEWEST // 2
    out: list[Para] = []
    previous = 0
    for para in paras:
        if out and para.kind == out[-1].kind == "p" and _continues(out[-1], para, previous, width.at, indents):
            out[-1] = out[-1].joined(para)
        else:
            out.append(para)
        previous = reach(para)
    return out


def _continues(before: Para, para: Para, previous: int, width: int, indents: bool) -> bool:
    """Whether the line ``para`` goes on with the paragraph before it, whose last line reached column ``previous``."""
    if para.indent <= INDENT and _OPEN.search(before.text[-REACH:]):
        return True
    if previous < width - 3 or para.indent > INDENT or _TITLED.match(before.text):
        return False
    if indents:
        return para.indent < INDENT
    closed = before.text[-1] in _TERMINAL
    return not (closed and (_STARTS.match(para.text) or previous < width))


class _Width(NamedTuple):
    """Where lines break (0: they do not), and how many lines are so full."""

    at: int = 0
    full: int = 0


def _width(paras: list[Para], reach: Callable[[Para], int], least: int) -> tuple[_Width, Callable[[Para], int]]:
    """The width, ``least`` or more, at which the text is wrapped, as ``reach`` measures it.

    A quarter of the lines are full, hardly any is wider, and most full lines break off in mid-sentence, not before a
    new item.
    """
    lines = [p for p in paras if p.kind == "p"]
    if len(lines) < FEWEST:
        return _Width(), reach
    if any(line.indent + len(line.text) > 2 * (NARROW + INDENT) for line in lines):  # two to a column at best
        return _Width(), reach
    columns = [reach(line) for line in lines]
    width = sorted(columns)[int(len(lines) * 0.97) - 1]
    most = max(width + INDENT, width * SLACK if len(lines) >= MANY else 0)
    if not least <= width <= NARROW or max(columns) > most:
        return _Width(), reach
    full = [i for i, w in enumerate(columns) if width - 3 <= w]
    cut = sum(lines[i].text[-1] not in _TERMINAL and not any(_STARTS.match(n.text) for n in lines[i + 1 : i + 2]) for i in full)
    holds = len(full) * 4 >= len(lines) and cut * 3 >= len(full) * 2
    return _Width(width, len(full)) if holds else _Width(), reach


def _reach(para: Para) -> int:
    """The column at which a line ends, its indent counted: lines of a page."""
    return para.indent + _columns(para.text)


def _length(para: Para) -> int:
    """The characters of a line, its indent counted: lines of an editor that breaks after so many, wide or narrow."""
    return para.indent + len(para.text)


def _columns(text: str) -> int:
    """Printed width in full-width characters: two ASCII characters take the place of one."""
    narrow = len("".join(_NARROW.findall(text)))
    return len(text) - narrow + (narrow + 1) // 2
