"""The IRIs of documents, works and their parts: one place that knows their shape (docs/model.md)."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote

from anyascii import anyascii

from loaders.registry.iris import BASE, ZT

__all__ = ["BASE", "ZT", "doc_graph", "doc_iri", "slug", "work_iri"]

_NUMBER = re.compile(r"(.+?)〔(\d{4})〕(\d+)号$")
LONGEST = 80


def doc_iri(stem: str) -> str:
    """``doc/{stem}``; characters an IRI path cannot hold are percent-encoded."""
    return f"{BASE}doc/{quote(stem, safe='-._~')}"


def doc_graph(stem: str) -> str:
    """``graph/doc/{stem}``, the graph that holds all that one document says."""
    return f"{BASE}graph/doc/{quote(stem, safe='-._~')}"


def work_iri(title: str, number: str) -> str:
    """``work/{slug}``: the document number romanised (发改规划〔2022〕266号 → fagaiguihua-2022-266), else the title."""
    match = _NUMBER.match(number)
    if match:
        return f"{BASE}work/{_letters(match[1])}-{match[2]}-{match[3]}"
    return f"{BASE}work/{slug(title or number)}"


def slug(text: str) -> str:
    """``text`` in lower-case pinyin; a long or unprintable one is cut and closed with eight digits of its SHA-256."""
    letters = _letters(text)
    if letters and len(letters) <= LONGEST:
        return letters
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"{letters[: LONGEST - 9]}-{digest}" if letters else digest


_READINGS = str.maketrans({"长": "chang"})
"""Characters whose commonest reading in names is not the first in the table of readings."""


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", anyascii(text.translate(_READINGS)).lower())
