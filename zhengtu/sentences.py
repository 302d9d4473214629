"""Sentences of the sources, as the answers show them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN = "\u3400-\u9fff"
_WRAP = re.compile(rf"(?<=[{_HAN}，。；：、”）》])[ \n](?=[{_HAN}，。；：、“（《])")
"""A line broken inside a sentence leaves one blank or line end between two characters, where Chinese writes none."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a document (its stem), ``[begin, end)`` in its decoded text; ``words`` as they should read."""

    document: str
    begin: int
    end: int
    words: str


def cleaned(text: str) -> str:
    """The text without what a line break or a scrape left between Chinese characters."""
    return " ".join(_WRAP.sub("", text).split())


def clipped(text: str, most: int) -> str:
    """The cleaned text, cut after ``most`` characters."""
    text = cleaned(text)
    return text if len(text) <= most else text[: most - 1] + "…"
