"""Running heads: the line that stands at the top or foot of every page of a text drawn from PDF, beside the page number."""

from __future__ import annotations

import re
from collections import Counter

from loaders.clean.para import Para

PAGE = r"第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|[—–－-]{1,2}\s*\d{1,4}\s*[—–－-]{1,2}"
"""A page number as printed: 第 1 页 共 3 页, — 2 —."""
_PAGE = re.compile(rf"\f?\s*(?:{PAGE}|\d{{1,4}}\s*/\s*\d{{1,4}})\s*")
LONGEST = 40
FEWEST = 2
"""A line beside so many page numbers is a running head; its first page often has it without a number before it."""


def without_running_heads(paras: list[Para]) -> list[Para]:
    """``paras`` without the short lines that stand beside two or more page numbers, there and at the very top."""
    marks = {i for i, para in enumerate(paras) if _PAGE.fullmatch(para.text)}
    if len(marks) < FEWEST:
        return paras
    beside = {j for i in marks for j in (i - 1, i + 1) if 0 <= j < len(paras) and len(paras[j].text) <= LONGEST}
    counts = Counter(paras[j].text for j in beside)
    heads = {text for text, count in counts.items() if count >= FEWEST}
    return [para for j, para in enumerate(paras) if para.text not in heads or not (j in beside or j == 0)]
