"""Texts cut for comparison: normalised, into sentences, clauses and character n-grams."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.extract.targets.units import UNIT

_FULL_WIDTH = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05, 0xFF0B)
_WIDE = str.maketrans(",;:()?!", "，；：（）？！") | {code: code - 0xFEE0 for code in _FULL_WIDTH}
_BLANK = re.compile(r"\s+")
_SENTENCE = re.compile(r"[^。！？\n]+")
_CLAUSE = re.compile(r"[^，；。：！？\n]{1,400}")  # longer ones are cut: comparing two costs the product of their lengths
_RUN = re.compile(r"[\w%％.+—-]+")
_NUMBER = re.compile(r"^(?:[（(]?[一二三四五六七八九十百\d]+[）)]?[.．、)]?|[.．])\s*")
_CAPTION = re.compile(r"(?:图|表|专栏)\d+[^。；，]{2,40}$")
_FIGURE = re.compile(r"\d+(?:\.\d+)?" + UNIT.pattern)
MARKS = "、，；：。（）“”《》·—-〔〕…"


def normal(text: str) -> str:
    """The text with full-width punctuation, half-width letters and digits, and without white space."""
    return _BLANK.sub("", text.translate(_WIDE))


def body(text: str, clauses: Iterable[str] = (), title: str = "") -> str:
    """A task's normal text without number and title, responsibility clauses and the caption of a figure after it."""
    out = normal(text)
    for clause in clauses:
        out = out.replace(normal(clause), "")
    out = _NUMBER.sub("", _CAPTION.sub("", out.replace("（）", "")))
    return out.removeprefix(normal(title)).lstrip("。：")


def sentences(text: str) -> list[str]:
    """The sentences of a normal text, without their full stops."""
    return _SENTENCE.findall(text)


def clauses(text: str) -> list[str]:
    """The clauses of a normal text: what stands between ，；。： and the like."""
    return _CLAUSE.findall(text)


def grams(text: str, sizes: tuple[int, ...] = (2, 3)) -> Iterator[str]:
    """The n-grams inside the runs of letters of a normal text; none crosses a mark."""
    for run in _RUN.findall(text):
        for size in sizes:
            for i in range(len(run) - size + 1):
                yield run[i : i + size]


def figures(text: str) -> list[str]:
    """The figures of a normal text, each with its magnitude and unit (1.2亿吨, 60座, 7%)."""
    return [match.group() for match in _FIGURE.finditer(text)]


def tokens(text: str) -> list[str]:
    """The characters of a normal text, each figure in one piece with its unit."""
    out: list[str] = []
    at = 0
    for match in _FIGURE.finditer(text):
        out += text[at : match.start()]
        out.append(match.group())
        at = match.end()
    return [*out, *text[at:]]
