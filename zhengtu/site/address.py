"""Addresses: the page of an IRI, a file name that every system takes, the way from one page to another."""

from __future__ import annotations

import hashlib
import posixpath
import re
from functools import lru_cache
from typing import Literal
from urllib.parse import quote, unquote

from anyascii import anyascii

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")

_SAFE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}")
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?|.*[.]")
"""Names that Windows keeps for devices, or cuts."""
_LONGEST = 60


@lru_cache(maxsize=1 << 16)
def page_of(local: str) -> str:
    """The path of the page for the part of an IRI below the base: ``doc/plan`` → ``doc/plan.html``.

    A segment that holds more than letters, digits and ``-_.`` (percent-encoded or not), is hidden, long or reserved by some
    system becomes its romanised letters and eight digits of its SHA-256, so that it can be a file name anywhere.
    """
    return "/".join(map(_segment, local.split("/"))) + ".html"


def _segment(segment: str) -> str:
    if _SAFE.fullmatch(segment) and not _RESERVED.fullmatch(segment):
        return segment
    letters = re.sub(r"[^a-z0-9]+", "-", anyascii(unquote(segment)).lower()).strip("-")[:_LONGEST]
    return f"{letters}~{hashlib.sha256(segment.encode()).hexdigest()[:8]}"


def relative(here: str, there: str) -> str:
    """The link from the page at ``here`` to the path ``there`` (which may end in ``#…``), quoted for an attribute's URL."""
    path, mark, fragment = there.partition("#")
    way = posixpath.relpath(path, posixpath.dirname(here) or ".") if path != here or not mark else ""
    return quote(way, safe="/~-_.") + mark + quote(fragment, safe="-_.~")


def split(path: str) -> tuple[Lang, str]:
    """The language of a path and the path without it: ``en/tasks.html`` → ``("en", "tasks.html")``."""
    return ("en", path[3:]) if path.startswith("en/") else ("zh", path)


def in_language(lang: Lang, path: str) -> str:
    """The path in a language: Chinese stands at the root, English under ``en/``; what is no page has no language."""
    return f"en/{path}" if lang == "en" and path.partition("#")[0].endswith(".html") else path
