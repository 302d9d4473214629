"""Documents told by when they appeared: 湖北日报2022年3月5日那篇报道, 2022年3月15日澎湃新闻登的那份方案."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from zhengtu.ask.entities import Entity

_DATE = re.compile(
    r"(?:(?P<y>(?:19|20)\d\d)(?:年|[-./])|(?<![\d月年])(?=\d{1,2}月\d))(?P<m>1[0-2]|0?[1-9])(?:月|[-./](?=\d))(?:(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)[日号]?)?"
)
_JOINTS = ("", " ", "的", "在")
_THAT = re.compile(
    r"(?:刊登|刊发|登载|登出|发表|发布|印发|报道|登|发|出)?的?[那这](?:篇|份|条|个)"
    r"(?:报道|新闻|文章|稿子|稿件|消息|方案|规划|计划|协议|通知|文件)?"
)
_THAT_ONE = re.compile(r"[那这][篇份](?:报道|新闻|文章|稿子|稿件)?")

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


def pointed(text: str, end: int) -> int:
    """Where a name that ends at ``end`` is over if a pointing word follows it (那篇, 那份报道)."""
    that = _THAT_ONE.match(text, end)
    return that.end() if that else end


def _touches(text: str, one: Found, date: tuple[int, int]) -> bool:
    begin, end, _ = one
    return (end <= date[0] and text[end : date[0]] in _JOINTS) or (date[1] <= begin and text[date[1] : begin] in _JOINTS)
