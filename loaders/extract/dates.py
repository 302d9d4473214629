"""The day of what a sentence tells, its year filled in."""

from __future__ import annotations

import re
from datetime import date

from loaders.model import CleanText, Identity, Span
from loaders.numerals import find_date

_DAY = re.compile(r"(?:(?P<y>(?:19|20)\d{2})年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
_TODAY = re.compile(r"今天|今日|今晨|当天|当日")
_FULL = re.compile(r"((?:19|20)\d{2})年\d{1,2}月\d{1,2}日")
_BEHIND = 40
_BEFORE = 800


def event_date(text: CleanText, identity: Identity, sentence: Span, at: int) -> date | None:
    """The date a sentence gives before ``at``, its year filled in from the publication or the work."""
    before = text.text[max(sentence.begin, at - _BEFORE) : at]
    full = None
    start = 0
    while result := find_date(before, start):
        full, start = result[0], result[2]
    days = list(_DAY.finditer(before, start))
    if full and not days:
        return full
    year = full.year if full else _year(text, identity, sentence.begin)
    if not days and _TODAY.search(before):
        return identity.published
    if not days or not year:
        return None
    return _day(year, days[-1])


def date_behind(text: CleanText, identity: Identity, at: int) -> date | None:
    """The date right behind a name: …会议于4月21日在信阳召开."""
    behind = text.text[at : at + _BEHIND]
    stop = re.search(r"[，。；：\n]", behind)
    behind = behind[: stop.start()] if stop else behind
    if full := find_date(behind):
        return full[0]
    day = _DAY.search(behind)
    year = _year(text, identity, at)
    return _day(year, day) if day and year else None


def names_day(text: CleanText, begin: int, end: int) -> bool:
    """Whether ``text[begin:end]`` gives a day of its own, with a year or without."""
    return _DAY.search(text.text, begin, end) is not None


def _year(text: CleanText, identity: Identity, at: int) -> int | None:
    """The year meant at ``at``: that of the date before it in the paragraph, of the document, else of the text before."""
    begin = max(text.text.rfind("\n", 0, at) + 1, at - _BEFORE)
    for start in (begin, max(0, at - _BEFORE)):
        years = _FULL.findall(text.text, start, at)
        if years:
            return int(years[-1])
        if start == begin and (base := base_year(identity)):
            return base
    return None


def _day(year: int, day: re.Match[str]) -> date | None:
    try:
        return date(int(day["y"] or year), int(day["m"]), int(day["d"]))
    except ValueError:
        return None


def base_year(identity: Identity) -> int | None:
    """The year that a date without one means: of publication or signature, else the first year the work's title names."""
    if identity.published:
        return identity.published.year
    for work in identity.works:
        if work.issued:
            return work.issued.year
        if match := re.search(r"(?:19|20)\d{2}(?=年)", work.title):
            return int(match.group())
    return None
