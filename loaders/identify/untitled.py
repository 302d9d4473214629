"""A letter or approval whose title is lost: known by its addressee, its signature and what it says."""

from __future__ import annotations

import re

from loaders.identify.instrument import Instrument, read_head, read_signature
from loaders.identify.lines import Line
from loaders.model import Span

_REPLY = re.compile(r"(?:请示|来函|来文|申请)[^。]{0,60}收悉")
_AGREED = re.compile(r"批复如下|同意你|一、同意|现批复")


def untitled(lines: list[Line], stem: str) -> Instrument | None:
    """The instrument of a file that opens with an addressee; its title is the file's ``stem``; else ``None``."""
    if not lines[0].is_addressee():
        return None
    head = "".join(line.text for line in lines[:6])
    reply = _REPLY.search(head) or _AGREED.search(head)
    kind, genre = ("Approval", "approval") if reply else ("Notice", "notice")
    found = Instrument(stem, lines[0].span, kind, genre)
    at = read_head(lines, 0, found)
    found.body = Span(lines[at].begin if at < len(lines) else lines[-1].end, lines[-1].end)
    read_signature(lines, found)
    return found
