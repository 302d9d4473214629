"""The day an agreement was signed, where no line of its own gives it."""

from __future__ import annotations

import re
from datetime import date

from loaders.model import Span
from loaders.numerals import find_date

_SIGNED = re.compile(r"签[订署](?!的|后)")
_DAYS = re.compile(r"(?:签[订署约][时日][间期]|日期)?[:：]?(?:[\d一二〇○零][^，。；：《》（）()]{4,16}?日\s*)+")


def signing_day(text: str, body: Span) -> tuple[date, Span] | None:
    """The day in 于2022年8月26日在南宁签订本协议 (the preamble), else that under the names of both sides at the end."""
    preamble = text[body.begin : min(body.end, body.begin + 800)]
    for verb in _SIGNED.finditer(preamble):
        begin = max(preamble.rfind(mark, 0, verb.start()) for mark in "。；\n") + 1
        meant = "本" in preamble[verb.end() : verb.end() + 4] or "本" in preamble[begin : verb.start()]
        if meant and (found := _last(preamble, begin, verb.start())):
            return found[0], Span(body.begin + found[1], body.begin + found[2])
    tail = max(body.begin, body.end - 400)
    for line in re.finditer(r"[^\n]+", text[tail : body.end]):
        found = find_date(line.group())
        if found and (_DAYS.fullmatch(line.group()) or _closes(line.group(), found)):
            return found[0], Span(tail + line.start() + found[1], tail + line.start() + found[2])
    return None


def _closes(line: str, found: tuple[date, int, int]) -> bool:
    """A name, then the date, to the end of the line."""
    return found[2] == len(line.rstrip()) and not re.search(r"[，。；《》至]", line) and found[1] <= 60


def _last(text: str, begin: int, end: int) -> tuple[date, int, int] | None:
    """The last date in ``text[begin:end]``."""
    out = None
    at = begin
    while (found := find_date(text, at)) and found[2] <= end:
        out, at = found, found[2]
    return out
