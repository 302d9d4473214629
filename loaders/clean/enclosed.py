"""Numbers written as one character are read as they are typed in full: ⑴ as (1), ⒈ as 1., ㈠ as (一).

Unicode has these for the marks of items (Enclosed Alphanumerics, Enclosed CJK Letters) and tells in its tables how each is
typed in full.  ① stands for itself: typed in full it would lose its circle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from loaders.clean.para import Para

_ENCLOSED = re.compile("[\u2474-\u249b\u3220-\u3229]")


def spelled(paras: list[Para], text: str) -> list[Para]:
    """``paras`` of ``text`` with such numbers in full, each character standing where the one in the source stands."""
    return [_spelled(para) for para in paras] if _ENCLOSED.search(text) else paras


def _spelled(para: Para) -> Para:
    if not _ENCLOSED.search(para.text):
        return para
    return para.respelled(_edits(para.text))


def _edits(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _ENCLOSED.finditer(text):
        yield match.start(), match.end(), normalize("NFKC", match.group())
