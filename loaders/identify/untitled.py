"""Papers that lack a part: a letter whose title is lost, a title without number, addressee or outline."""

from __future__ import annotations

import re

from loaders.identify.genres import kind_of
from loaders.identify.instrument import Instrument, read_head, read_signature
from loaders.identify.lines import Line
from loaders.model import Span

_REPLY = re.compile(r"(?:请示|来函|来文|申请)[^。]{0,60}收悉")
_REPORTED = re.compile(r"出台|发布|印发(?!.*通知)|公布|亮相|获批|出炉|解读|签署|签订|启动|通过|[：:！？“”]")
_AGREED = re.compile(r"批复如下|同意你|一、同意|现批复")


def titled(lines: list[Line]) -> Instrument | None:
    """The instrument of a file that opens with a title and shows nothing else of a document's form; else ``None``.

    A headline that says what was done with a work (出台, 发布) is none.
    """
    first = lines[0]
    kind = kind_of(first.text) if first.is_title() and len(lines) > 1 and not _REPORTED.search(first.text) else None
    if kind is None:
        return None
    found = Instrument(first.text, first.span, *kind)
    read_head(lines, 1, found)
    found.body = Span(found.body.begin, lines[-1].end)
    read_signature(lines, found)
    return found


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
