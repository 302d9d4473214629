"""The day of what a sentence tells, its year filled in."""

from __future__ import annotations

import re
from datetime import date, timedelta

from loaders.model import CleanText, Identity, Span
from loaders.numerals import find_date, number

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DAY = re.compile(rf"(?:(?P<y>(?:19|20)\d{{2}})年)?(?P<m>{_N})月(?P<d>{_N})(?:日?[至到—–-]{_N})?日")
_LONE = re.compile(rf"(?<![\d月第每一二三四五六七八九十])(?P<d>{_N})日(?![报电常前均产夜益后程子照游至到—-])")
"""A day without its month: the one of the dateline or of publication (新闻稿中只写日)."""
_DATELINE = re.compile(rf"(?P<m>{_N})月(?P<d>{_N})日[电讯]")
_TODAY = re.compile(r"今天|今日|今晨|当天|当日")
_YESTERDAY = re.compile(r"昨天|昨日|昨[晨午晚]|前[天日](?!本)")
_FULL = re.compile(r"((?:19|20)\d{2})年\d{1,2}月\d{1,2}日")
_LATELY = re.compile("日前|近日|近期|前不久")
"""Behind a dateline: some day before it."""
_TITLE_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})(?:年?[-—–―~～至](?:19|20)\d{2}年|(?P<alone>年))")
_NAMED_YEAR = re.compile(r"(?<![至到\d—–~～-])((?:19|20)\d{2})年(?!代|[前底末以至到]|[—–~～-])")
"""2018年…活动之际，…7月11日: the year told in the same paragraph."""
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
    until = max(sentence.begin, at - _BEFORE) + (days[-1].start() if days else 0)
    year = full.year if full else _year(text, identity, sentence.begin, until)
    named = [day for day in days if not before.startswith(("电", "讯"), day.end())]
    if not named and not full and (lone := list(_LONE.finditer(before))):
        return _of_month(text, identity, year, number(lone[-1]["d"]))
    if not days and _TODAY.search(before):
        return identity.published
    if not days and identity.published and (past := _YESTERDAY.search(before)):
        return identity.published - timedelta(days=1 if past[0].startswith("昨") else 2)
    if not days or not year or (not named and _LATELY.search(before, days[-1].end())):
        return None
    return _day(year, (named or days)[-1])


def date_behind(text: CleanText, identity: Identity, at: int) -> date | None:
    """The date right behind a name: …会议于4月21日在信阳召开."""
    behind = text.text[at : at + _BEHIND]
    stop = re.search(r"[，。；：\n]", behind)
    behind = behind[: stop.start()] if stop else behind
    if full := find_date(behind):
        return full[0]
    day, lone = _DAY.search(behind), _LONE.search(behind)
    if not day and not lone and identity.published and (told := _TODAY.search(behind) or _YESTERDAY.search(behind)):
        return identity.published - timedelta(days={"昨": 1, "前": 2}.get(told[0][0], 0))
    year = _year(text, identity, at, at)
    if lone and not day:
        return _of_month(text, identity, year, number(lone["d"]))
    return _day(year, day) if day and year else None


def names_day(text: CleanText, begin: int, end: int) -> bool:
    """Whether ``text[begin:end]`` gives a day of its own, with a year or without."""
    return _DAY.search(text.text, begin, end) is not None


def day_in(before: str, year: int) -> date | None:
    """The last day that ``before`` names with its month, in ``year``."""
    days = list(_DAY.finditer(before))
    return _day(year, days[-1]) if days else None


def tells_day(text: CleanText, begin: int, end: int) -> bool:
    """Whether ``text[begin:end]`` gives a day, be it without its month."""
    return names_day(text, begin, end) or _LONE.search(text.text, begin, end) is not None


def _year(text: CleanText, identity: Identity, at: int, until: int) -> int | None:
    """The year meant at ``at``: that of the date before it in the paragraph, of the document, else one told before.

    ``until`` is where the day without its year stands.
    """
    begin = max(text.text.rfind("\n", 0, at) + 1, at - _BEFORE)
    for start in (begin, max(0, at - _BEFORE)):
        years = _FULL.findall(text.text, start, at)
        if years:
            return int(years[-1])
        if start == begin and (base := base_year(identity)):
            return base
        if start == begin and (named := _NAMED_YEAR.findall(text.text, start, until)):
            return int(named[-1])
    return None


def _of_month(text: CleanText, identity: Identity, year: int | None, day: int | None) -> date | None:
    """The day in the month of the dateline (新华社武汉2月21日电), else of publication or the one before."""
    line = _DATELINE.search(text.text, identity.body.begin, identity.body.begin + _BEFORE)
    told = _day(year, line) if line and year else identity.published
    if not told or not day:
        return None
    last = told if day <= told.day else told.replace(day=1) - timedelta(days=1)
    try:
        return last.replace(day=day)
    except ValueError:
        return None


def _day(year: int, day: re.Match[str]) -> date | None:
    month, of_month = number(day["m"]), number(day["d"])
    try:
        return date(int((day.groupdict().get("y")) or year), month or 0, of_month or 0)
    except ValueError:
        return None


def base_year(identity: Identity) -> int | None:
    """The year that a date without one means: of publication or signature, else the first that the work's title names.

    What is told of may be named after the year to come (2021年…合作协议, signed in November), unless it names a period.
    """
    if identity.published:
        return identity.published.year
    for work in identity.works:
        if work.issued:
            return work.issued.year
        if (match := _TITLE_YEAR.search(work.title)) and (work.carried or not match["alone"]):
            return int(match["year"])
    return None
