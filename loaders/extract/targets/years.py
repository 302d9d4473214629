"""The year a document speaks in, which 今年 means, and the year of a yearly plan for what names none."""

from __future__ import annotations

import re

from loaders.extract.targets.headings import title_year
from loaders.model import Identity

_OPENING = 400
_DATE = re.compile(
    r"(?<![到至于以\d])(?<![\d年][—–~-])(?P<year>20\d\d)(?:年\d{1,2}月(?:\d{1,2}日(?!起|前|以前|之前|至|—)|(?=[，,]))|"
    r"([-/.])\d{1,2}\2\d{1,2}(?!\d)|年(?:上半年|[前一二三四第]{1,2}季度|1(?:[—–~-]|至)\d{1,2}月))"
)
"""When a meeting was held, a page was set, or of which months a press conference tells."""
_WESTERN = re.compile(r"(?<!\d)\d{2}\.\d{2}\.(?P<year>20\d\d)(?!\d)")
"""08.02.2018: a day as some sites print it."""
_GLOSSED = re.compile(r"(?:今年|本年)[（(](?P<this>20\d\d)年?[）)]|(?:去年|上年)[（(](?P<last>20\d\d)年?[）)]")
"""今年（2024年）: what the text itself says of its year."""
_GOALS = re.compile(
    r"(?<!\d)(?P<year>20\d\d)年度?(?:[一-鿿]{2,10}的?)?(?:总体要求|(?:主要预期|主要|预期|发展)目标|重点工作|工作任务)"
)
"""提出2021年总体要求和主要目标: the year a report on a yearly plan is about."""
_FIRST = re.compile(r"\s*20\d\d年(?!来|以来|起|[—–~-])")
_ANY = re.compile(r"(?<!\d)(20\d\d)(?=[年—–~-])")
_IS_YEAR = re.compile(
    r"(?P<year>20\d\d)年[，,]?是[^。；\n]{0,60}?(?:开局|收官|起步|攻坚|决胜|决战|关键|第一|最后一|承上启下)[^。；，,\n]{0,6}年"
)
"""2021年是“十四五”开局之年."""
_WILL = re.compile(
    r"(?<![到至—–~\d-])(?P<year>20\d\d)年[，,]?[^，,。；\n\d]{0,24}?(?:[，,][^，,。；\n\d]{0,10}?)?(?:(?<!即)将(?![近军领])|计划(?=新|建|投资|实施)|拟)"
)
"""2015年，甲省将…: plans for a year are told in it, or shortly before."""
_TO_COME = re.compile(r"[到至—–~-]20\d\d年|明年")
_SHORT = 3000
"""A text of fewer characters may be an extract that only its first words date."""
_PLAN = re.compile("蓝图|计划|预期目标|工作要点|工作安排|政府工作报告|重点工作")
_PLANNED = re.compile(r"20\d\d年?度?(?:[一-鿿]{0,6}(?:计划|安排)|[一-鿿]{0,6}重点|[一-鿿]{0,4}(?:工作|实事))")
_YEARLY = re.compile("政府工作报告.{0,12}(?:分工|分解|责任|任务)|重点工作.{0,8}(?:分工|分解|责任)|实事(?:项目|工程)|工作要点")
_OF_YEAR = re.compile(r"(20\d\d)年?度?[一-鿿]{0,6}(?:《?政府工作报告|重点工作|(?:民生)?实事|工作要点)")


def speaking_year(identity: Identity, text: str) -> tuple[int | None, bool]:
    """The year a document speaks in, and whether that is what 今年 means in it (not so the first year of a period)."""
    said = _dated(identity) or _opening(text) or (title_year(identity.title) if _PLANNED.search(identity.title) else None)
    return said or _first(identity.title), said is not None


def plan_year(identity: Identity, text: str, said: int | None) -> int | None:
    """The year of a yearly plan: in its title, with the report or list it divides, else the one it speaks in."""
    year = title_year(identity.title)
    if year is not None and (said is None or year <= said or _PLAN.search(identity.title)):
        return year  # 2015年高速公路将达5000公里, told in 2011, sets no year for the rest
    if not identity.title and (goals := _GOALS.search(text, 0, _OPENING)) is not None:
        return int(goals["year"])
    if _YEARLY.search(identity.title or text[:_OPENING]) is None:
        return None
    named = _OF_YEAR.search(text, 0, 2 * _OPENING)
    return int(named[1]) if named else said


def _dated(identity: Identity) -> int | None:
    """The year that a date, a number or a report's title on one year's plan (2014年发展蓝图) gives."""
    if 0 <= identity.main < len(identity.works):
        work = identity.works[identity.main]
        if work.issued is not None:
            return work.issued.year
        if (m := re.search(r"20\d\d", work.number)) is not None:
            return int(m.group())
    if identity.published is not None:
        return (title_year(identity.title) if _PLAN.search(identity.title) else None) or identity.published.year
    return None


def _first(title: str) -> int | None:
    """The first year of the period that a title names."""
    first = re.search(r"(20\d\d)年?[—–―~-]|十([一二三四五六])五", title)
    if first is None:
        return None
    return int(first[1]) if first[1] else 2001 + 5 * " 一二三四五六".index(first[2])


def _opening(text: str) -> int | None:
    """The year of the first date in the opening lines."""
    if (glossed := _GLOSSED.search(text, 0, 3 * _OPENING)) is not None:
        return int(glossed["this"]) if glossed["this"] else int(glossed["last"]) + 1
    date = _DATE.search(text, 0, _OPENING) or _GOALS.search(text, 0, _OPENING) or _WESTERN.search(text, 0, _OPENING)
    return int(date["year"]) if date else _present(text) or _only(text)


def _present(text: str) -> int | None:
    """The year that a text without a date calls the present one, else the first it tells plans for."""
    if (now := _IS_YEAR.search(text)) is not None:
        return int(now["year"])
    return min((int(m["year"]) for m in _WILL.finditer(text)), default=_latest(text))


def _latest(text: str) -> int | None:
    """The last year a text tells of that speaks of this year and of none to come."""
    if "今年" not in text or _TO_COME.search(text) is not None:
        return None
    return max((int(year) for year in _ANY.findall(text)), default=None)


def _only(text: str) -> int | None:
    """The year that a short text opens with (2021年安排重点建设项目710项), where it names no other."""
    years = set(_ANY.findall(text)) if len(text) < _SHORT and _FIRST.match(text) else set()
    return int(years.pop()) if len(years) == 1 else None
