"""White space inside Chinese text: typesetting, or what is left of a line break."""

from __future__ import annotations

import re

from loaders.clean.para import Para

_CJK = "\u3007\u4e00-\u9fff\u3400-\u4dbf"
_POINT = "，。；：、！？（）《》〈〉“”‘’〔〕【】—…,;:()\\[\\]．·"
_SPACE = r"[ \t\r\f\v\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]+"
_MIXED = re.compile(rf"(?<=[{_CJK}{_POINT}]){_SPACE}(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%％℃]){_SPACE}(?=[{_CJK}{_POINT}])")
_POINTED = re.compile(rf"(?<=[{_POINT}]){_SPACE}(?=[{_CJK}{_POINT}])|(?<=[{_CJK}]){_SPACE}(?=[{_POINT}])")
_ANY = re.compile(rf"(?<=[{_CJK}{_POINT}]){_SPACE}|(?<=\.){_SPACE}(?!\d)|{_SPACE}(?=[{_CJK}{_POINT}.])")
_WHITE = re.compile(_SPACE)
_HIDDEN = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad\r\f]+")


def is_dense(text: str) -> bool:
    """Whether ``text`` holds no white space and nothing invisible: but for the blank, no such character is printable."""
    return text.isprintable() and " " not in text


def tidy(para: Para, scraped: bool) -> Para:
    """``para`` without white space that Chinese does not write.

    Beside a digit, a Latin letter or a punctuation mark it goes; between two Chinese characters it goes only from a
    ``scraped`` text, where line breaks have become spaces (elsewhere it may part words: a slogan, a signature).
    """
    if is_dense(para.text):
        return para
    pattern = _ANY if scraped else None
    drops: list[tuple[int, int]] = []
    if pattern is not None:
        drops = [m.span() for m in pattern.finditer(para.text)]
    else:
        for each in (_MIXED, _POINTED, _HIDDEN) if _WHITE.search(para.text) else (_HIDDEN,):
            drops.extend(m.span() for m in each.finditer(para.text))
        drops.sort()
    if not drops:
        return para
    keep: list[tuple[int, int]] = []
    at = 0
    for begin, end in drops:
        if begin > at:
            keep.append((at, begin))
        at = max(at, end)
    keep.append((at, len(para.text)))
    return para.keep(keep)
