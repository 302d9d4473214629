"""Documents told by when they appeared: 湖北日报2022年3月5日那篇报道, 2022年3月15日澎湃新闻登的那份方案, the 2021 agreement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from zhengtu.ask.entities import Entity, Gazetteer

_DATE = re.compile(
    r"(?:(?P<y>(?:19|20)\d\d)(?:年|[-./])|(?<![\d月年])(?=\d{1,2}月\d))(?P<m>1[0-2]|0?[1-9])(?:月|[-./](?=\d))(?:(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)[日号]?)?"
)
_JOINTS = ("", " ", "的", "在")
_THAT = re.compile(
    r"(?:刊登|刊发|登载|登出|发表|发布|印发|报道|登|发|出)?的?[那这](?:篇|份|条|个)"
    r"(?:报道|新闻|文章|稿子|稿件|消息|方案|规划|计划|协议|通知|文件)?"
)
_OF_YEAR = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)\s*年?(?:版|签署|签订|签|印发|发布|出台|制定|通过|公布|达成)?的?(?:[那这][份个项])?的?"
    r"(?P<zh>(?:实施|分工|行动|合作|同城化)*(?:方案|规划|计划|协议))(?![了划])"
    r"|\b(?P<ey>(?:19|20)\d\d)\s(?:(?!(?:the|and|or|in|on|of|to|for|by|did|does|is|was)\b)[a-z-]+\s){0,3}?"
    r"(?P<en>plan|agreement|pact|deal|accord)s?\b"
    r"|\b(?P<before>plan|agreement|pact|deal|accord) (?:of|from|signed in|issued in) (?P<oy>(?:19|20)\d\d)\b"
)
_PLANS = ("计划", "规划", "方案")  # of the English word; the others mean an agreement
_THAT_ONE = re.compile(r"[那这][篇份](?:报道|新闻|文章|稿子|稿件)?")

_IN_TITLE = re.compile(r"\(((?:19|20)\d\d)(?:\)|年)")  # (2022)16号, (2017年-2020年)
_PERIOD = re.compile(r"\([^()]*年[^()]*\)\Z")  # the years a title ends with
_REPORTED, _PUBLISHED = 4, 5  # ranks of the title of a work that a document reports and of the name of a publisher

Found = tuple[int, int, tuple[Entity, ...]]  # begin, end, what may be meant


def dated(text: str, found: Iterable[Found], dates: Mapping[str, set[str]]) -> Iterator[Found]:
    """A date with the publisher or title beside it, or with a pointing word, where one document alone is of that date.

    ``text`` is ``words.plain`` text, ``dates`` the days (``2022-03-05``) of each document by its stem.
    """
    documents = [(b, e, things) for b, e, things in found if things and all(thing.kind == "document" for thing in things)]
    for date in _DATE.finditer(text):
        day = f"{date['y'] or ''}-{int(date['m']):02}" + (f"-{int(date['d']):02}" if date["d"] else "")
        of_day = {
            stem
            for stem, days in dates.items()
            if any(f"{known[0 if date['y'] else 4 :]}-".startswith(f"{day}-") for known in days)
        }
        beside = [one for one in documents if _touches(text, one, date.span())]
        begin, end = min([date.start(), *(b for b, _, _ in beside)]), max([date.end(), *(e for _, e, _ in beside)])
        that = _THAT.match(text, end)
        if not (beside or that):
            continue
        named = {thing.value for _, _, things in beside for thing in things}
        meant = sorted(of_day & named if beside else of_day)
        if len(meant) == 1:
            yield begin, that.end() if that else end, (Entity("document", meant[0], meant[0]),)


def of_year(text: str, known: Gazetteer) -> Iterator[Found]:
    """A year with the word for a kind of document (2017年的行动计划, the 2021 agreement): those of that year and kind."""
    for told in _OF_YEAR.finditer(text):
        year = told["y"] or told["ey"] or told["oy"]
        if word := told["zh"]:
            ends: tuple[str, ...] = (word,)
        else:
            ends = _PLANS if (told["en"] or told["before"]) == "plan" else ("协议",)
        titled = [
            title
            for title in known.titles
            if title.entity.kind == "document" and title.rank != _PUBLISHED and _PERIOD.sub("", title.text).endswith(ends)
        ]
        of_that_year = [title for title in titled if year in _years(title.entity, known)]
        own = [title for title in of_that_year if title.rank < _REPORTED]  # before what only reports such a one
        if meant := sorted({title.entity for title in own or of_that_year}):
            yield *told.span(), tuple(meant)


def _years(document: Entity, known: Gazetteer) -> set[str]:
    """The years of a document: of its dates, in its number and at the beginning of the period in its title."""
    titles = (title.text for title in known.titles if title.entity == document and title.rank != _PUBLISHED)
    told = {year for text in titles for year in _IN_TITLE.findall(text)}
    return told | {day[:4] for day in known.dates.get(document.value, ())}


def pointed(text: str, end: int) -> int:
    """Where a name that ends at ``end`` is over if a pointing word follows it (那篇, 那份报道)."""
    that = _THAT_ONE.match(text, end)
    return that.end() if that else end


def _touches(text: str, one: Found, date: tuple[int, int]) -> bool:
    begin, end, _ = one
    return (end <= date[0] and text[end : date[0]] in _JOINTS) or (date[1] <= begin and text[date[1] : begin] in _JOINTS)
