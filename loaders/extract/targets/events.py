"""Phrases that date what follows them: 到2025年, 截至2021年底, “十四五”末, 实施以来, 今年前三季度."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from loaders.extract.targets import numerals
from loaders.extract.targets.layout import Layout
from loaders.occurrences import WordList

_PARTS = r"上半年|[前第]?[一二三四]季度(?:[末底]?前|末|底)?|1(?:[—–~-]|至|到)\d{1,2}月"
_EVENT = re.compile(
    r"(?=[2二十一三四五六七八九\d如目当迄截现去上以近过今未下接年前全本这回])(?:"
    r"(?P<year>20[0-9]{2}|二[〇○零][〇○零一二三四五六七八九]{2})年(?P<month>\d{1,2}月)?(?P<day>\d{1,2}日)?"
    rf"(?P<post>以来|起|底前|末前|以前|之前|前(?![一二三四]季)|底|末|初|{_PARTS})?"
    r"|十(?P<five>[一二三四五六])五”?(?:规划)?(?:(?P<stage>时?期末|末|期间|时期|以来)|期?(?P<bare>(?=[，将全我]|[一-鿿]{2,10}?将|[一-鿿]{2,4}?(?:拟|完成|新增|累计|投资))))"
    r"|(?P<month2>(?<![\d年—–~至到])(?:1[0-2]|[1-9])月)(?:\d{1,2}日|底|末|上旬|中旬|下旬)?(?:之|以)?前"
    r"|截[至止](?P<month3>(?:1[0-2]|[1-9])月)[底末份]?(?:\d{1,2}日)?"
    r"|(?P<months>(?<![\d年—–~至到-])(?:1(?:[—–~-]|至|到)(?:1[0-2]|[2-9])月份?|(?<![\d年—–~至到-])(?:1[0-2]|[1-9])月份(?=[，,]|[一-鿿]{0,2}新|已|共|全|完|实现|，)|(?:1[0-2]|[1-9])月末(?=[，,])|[一二三]季度(?=，|,|已|全[国省市县区]|我[省市县区]|累计)))"
    r"|(?P<lately>(?:这|[一二三四五六七八九十\d]{1,3})年来|这一年|(?<!项)目前|如今|当前|迄今|现有(?=[一-鿿A-Z0-9]{2})|去年|上年)"
    r"|(?P<since>以来|近年来|近[几两三五]年|过去[几两三五])|(?P<lastly>过去(?:的)?一年)"
    r"|(?P<ahead>今后|未来|下一步|下步|接下来)"
    rf"|(?P<now>今年|年内|年[底末]前|年末(?=[一-鿿])|上半年(?!前)|前三季度|全年(?!龄)|本年度?)(?P<part>以来|{_PARTS})?)"
)
_SIGNS = WordList(
    (
        "20",
        "二〇",
        "二○",
        "二零",
        "十一五",
        "十二五",
        "十三五",
        "十四五",
        "十五五",
        "十六五",
        "月",
        "年来",
        "这一年",
        "截至",
        "截止",
        "目前",
        "如今",
        "当前",
        "迄今",
        "现有",
        "去年",
        "上年",
        "以来",
        "近几",
        "近两",
        "近三",
        "近五",
        "过去",
        "今后",
        "未来",
        "下一步",
        "下步",
        "接下来",
        "今年",
        "年内",
        "年底前",
        "年末",
        "上半年",
        "前三季度",
        "一季度",
        "二季度",
        "三季度",
        "全年",
        "本年",
    )
)
"""Every match of `_EVENT` holds one of these within so many characters:"""
_LEAD = 4

_BEFORE = re.compile(r"(?:(?P<until>截至|截止)|基于|相对于|比|较|与|由|从|自|以)(?:到|至)?“?$")
_SINCE = re.compile(r"[^，,。；\n]{0,14}以来")
_DONE = re.compile("(?:全[面部])?(?:建成|投产|投用|完成|通车|竣工|实现|达到)")
_MONTHS = re.compile("季度|半年|\\d月$")
_EARLIER = re.compile("度?(?:已|新?开工|立项|建成|批准|批复|安排|下达|签约|认定|启动|竣工|投产|印发)[一-鿿]{0,6}的")
"""完成2010年度开工建设的海堤项目: the year tells which works, not when."""
_FOUNDED = re.compile("(?:正式)?(?:提出|成立|设立|获批|批复|挂牌|组建|立项)")
"""于2006年提出: when a thing began, not how it was then."""
_DONE_IN = re.compile("[，,][^，,。；]{0,10}(?:共|累计)(?!同|享|建|计)")
"""2016年8月，我市共核准…: a month's work."""
_LAUNCH = re.compile("(?:全面|正式|率先)?(?:启动|印发|出台)")
_OPENS = re.compile("[ 　]*(?:预计|力争|争取|确保|计划|其中|并|今后)?(?:截至|截止|到|至|在|于|从|自|以)?“?")
"""What may stand before a date at the head of its clause."""
_GONE = re.compile("上半年[，,]")
"""上半年，…: told of as a whole, it has gone by; 上半年开工 is to come."""
_RUNS = re.compile(r"(20\d\d)年(?:年?[底末])?(?:到|至|[—–~-]{1,2})$")
"""从2015年到2019年."""
_CLAUSE = 200
"""A clause begins so many characters before a date at most."""
_OF_ONE = re.compile(r"的(?:[\d一二三四五六七八九十百]|不低于|不超过|不少于|超过|约)")
"""提高到2025年的67%: the year dates this figure alone."""


@dataclass(frozen=True, slots=True)
class Event:
    """A phrase at ``begin`` that dates what follows.

    ``governs`` tells that it does so beyond its sentence; ``until`` is where the bracket ends that it stands in;
    ``part`` that it names months or quarters gone by; ``closed`` is the last year of a five-year period, in which
    stand the levels that later sentences tell of one gone by; ``since`` the first of the years it runs over.
    """

    begin: int
    end: int
    year: int | None
    kind: str
    governs: bool
    until: float = inf
    part: bool = False
    closed: int | None = None
    since: int | None = None


def kind_of(year: int | None, doc_year: int | None) -> str:
    """``baseline`` for a year before the document's own, ``target`` after it, else unknown (empty)."""
    if year is None or doc_year is None or year == doc_year:
        return ""
    return "baseline" if year < doc_year else "target"


def events(layout: Layout, doc_year: int | None, spoken: int | None, figures: Sequence[int]) -> Iterator[Event]:
    """All dating phrases outside titles, in order; ``figures`` tells where figures begin."""
    last: tuple[int, int | None, str] = (-1, None, "")
    for m in _dated(layout.text):
        if layout.titles.at(m.start()) is not None:
            continue
        headed = layout.headed(m.start()) if m["now"] or m["lately"] or m["months"] else None
        if (told := _told(layout.text, m, doc_year, headed, spoken)) is not None:
            year, kind = told
            if m["now"] in ("年末", "全年") and (
                last[0] >= layout.sentence(m.start()) or _reviewed(layout.text, m, last, spoken)
            ):
                year, kind = last[1:]  # 2018年，…，年末总人口…: of that year
            elif year is None and (m["months"] or (m["now"] or "").startswith("本年")):
                year = last[1]  # 本年度, 一季度 in a text without a date: the year told last
            elif (m["year"] and year is not None) or m["lately"] in ("去年", "上年"):
                last = (m.start(), year, kind)
            until = min(_bracket_end(layout.text, m.start()), _launch_end(layout.text, m))
            closed = _last_year(m) if m["five"] and kind != "target" and m["stage"] != "以来" else None
            since = _RUNS.search(layout.text, max(0, m.start() - 10), m.start()) if m["year"] else None
            part = kind == "baseline" and bool(m["part"] or m["month3"] or _MONTHS.search(m.group()))
            yield Event(
                m.start(),
                m.end(),
                year,
                kind,
                until == inf and _governs(layout, m, figures),
                until,
                part,
                closed,
                int(since[1]) if since else None,
            )


def _reviewed(text: str, m: re.Match[str], last: tuple[int, int | None, str], spoken: int | None) -> bool:
    """Whether 全年 is that of the year before, which the text told last and looks back on."""
    if m["now"] != "全年" or last[2] != "baseline" or (spoken is not None and last[1] != spoken - 1):
        return False
    return (
        re.search("今年|明年|本年|目标|计划|安排", text[max(last[0], m.start() - 600) : m.end() + 40]) is None
        or "超额完成" in text[m.start() : m.end() + 60]
    )


def _dated(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_EVENT` from the left, looked for at its signs only."""
    reach = 0
    for sign in _SIGNS.occurrences(text).distinct:
        for at in range(max(reach, sign - _LEAD), sign + 1):
            if (match := _EVENT.match(text, at)) is not None:
                reach = match.end()
                yield match
                break


def _launch_end(text: str, m: re.Match[str]) -> float:
    """Where the clause ends that only dates a beginning (2022年底前启动专项，每年支持…); infinity for any other."""
    if not (m["post"] or "").endswith("前") or _LAUNCH.match(text, m.end()) is None:
        return inf
    comma = text.find("，", m.end(), m.end() + 80)
    return comma if comma >= 0 else inf


def _bracket_end(text: str, at: int) -> float:
    """Where the short bracket closes that holds ``at``; infinity when there is none."""
    before = text[max(0, at - 40) : at]
    if max(before.rfind("（"), before.rfind("(")) <= max(before.rfind("）"), before.rfind(")")):
        return inf
    closes = [i for c in "）)" if (i := text.find(c, at, at + 60)) >= 0]
    return min(closes, default=inf)


def _told(
    text: str, m: re.Match[str], doc_year: int | None, headed: int | None, spoken: int | None
) -> tuple[int | None, str] | None:
    """Year and kind that the phrase ``m`` gives, or ``None`` where it compares or merely dates a paper.

    ``headed`` is the year of the heading above, of which 全年 speaks, ``spoken`` that which 今年 means.
    """
    before = _BEFORE.search(text[max(0, m.start() - 5) : m.start()])
    if m["year"]:
        return _calendar(text, m, before, doc_year)
    if m["five"]:
        return None if _OF_ONE.match(text, m.end()) else _five_years(m, before, doc_year)
    if m["months"]:
        return None if before is not None else (headed or spoken, "baseline")
    if m["lately"] in ("去年", "上年") and text.startswith("以来", m.end()):
        return None, "baseline"
    if m["lately"]:
        if m["lately"] == "现有" and m.start() and text[m.start() - 1] not in "\n。；，市省县区国州前校院":
            return None
        if before is not None and m["lately"] in ("去年", "上年") and not before["until"]:
            return None
        if m["lately"] in ("去年", "上年"):
            return (None if spoken is None else spoken - 1), "baseline"
        if m["lately"].startswith("一年") or m["lately"].endswith("一年"):
            return headed or spoken, "baseline"
        return headed if m["lately"].startswith("这") else None, "baseline"  # 五年来: of no one year
    if m["since"]:
        return None, "baseline"
    if m["month3"]:
        return spoken, "baseline"
    if m["month2"]:
        return None if doc_year is None else (spoken, "target")
    if m["lastly"]:
        return None if spoken is None else (spoken - 1, "baseline")
    if before is not None and m["now"] in ("上半年", "前三季度"):
        return None  # 比上半年加快0.5个百分点
    if (m["now"] or "")[:1] == "年" and m.start() and text[m.start() - 1] in "0123456789一二三四五六七八九十两几每〇零":
        return None
    if m["ahead"]:
        return None, "target"
    spoken = headed if headed is not None and m["now"] != "今年" else spoken
    if m["now"].endswith("前"):
        return spoken, "target"
    return spoken, "baseline" if m["part"] or m["now"] == "前三季度" or _GONE.match(text, m.start()) else kind_of(
        spoken, doc_year
    )


_FOR_YEARS = re.compile("，?(?:的|用)?[\\d一二三四五六七八九十两]{1,2}年(?:内|左右的?时间|时间)")
"""2012年起5年内: from the first year on, the last is not told."""


def _last_year(m: re.Match[str]) -> int:
    """The last year of the five-year period that ``m`` names."""
    return 2005 + 5 * " 一二三四五六".index(m["five"])


def _five_years(m: re.Match[str], before: re.Match[str] | None, doc_year: int | None) -> tuple[int | None, str] | None:
    """“十四五”末 is its last year; “十四五”期间 no year, but over or still to come."""
    year = _last_year(m)
    if m["stage"] == "以来":
        return None, "baseline"
    if before is not None:
        return None
    return year if (m["stage"] or "").endswith("末") else None, kind_of(year, doc_year)


def _calendar(text: str, m: re.Match[str], before: re.Match[str] | None, doc_year: int | None) -> tuple[int | None, str] | None:
    """到2025年, 2025年底前, 截至2021年底, 2022—2025年, 2015年实施以来; not 比2020年, 2021年5月19日."""
    year, post = numerals.year(m["year"]), m["post"] or ""
    if post == "以来" or _SINCE.match(text, m.end()):
        return None, "baseline"
    if post == "起" and _FOR_YEARS.match(text, m.end()) is not None:
        return None, "target"
    if post == "起" and not m["day"] and before is None:  # 2024年起，每年安排10亿元
        return year, kind_of(year, doc_year) or "target"
    if before is not None:
        return (year, "baseline") if before["until"] else None
    if text[m.start() - 1 : m.start()] in ("于", "在") and _FOUNDED.match(text, m.end()) is not None:
        return None
    if not post and _EARLIER.match(text, m.end()) is not None:
        return None
    done = bool(m["month"]) and not m["day"] and _DONE.match(text, m.end()) is not None
    if m["month"] and not m["day"] and not post and _DONE_IN.match(text, m.end()) is not None:
        return year, "baseline"
    due = text[m.start() - 1 : m.start()] in ("到", "至")  # 到2030年12月
    if post == "起" or (m["month"] and (m["day"] or not (post or due)) and post != "前" and not done):
        return None
    if text.startswith(("远景", "）", ")", "相比"), m.end()) or _OF_ONE.match(text, m.end()) is not None:
        return None
    kind = kind_of(year, doc_year)
    return year, "baseline" if kind != "target" and post.endswith(("季度", "半年", "月")) else kind


def _governs(layout: Layout, m: re.Match[str], figures: Sequence[int]) -> bool:
    """Whether the phrase heads what its sentence tells: no figure stands before it, and it opens its clause.

    In the first clause it may stand anywhere; a day by which one thing is to be done (…，2024年底前印发) heads its own.
    """
    text, begin, sentence = layout.text, m.start(), layout.sentence(m.start())
    if bisect_left(figures, sentence) < bisect_left(figures, begin):
        return False
    low = max(sentence, begin - _CLAUSE)
    clause = max(low, *(text.rfind(mark, low, begin) + 1 for mark in "，；："))
    if clause == sentence:
        return True
    apart = text.startswith("，", m.end()) or _OPENS.fullmatch(text, clause, begin) is not None
    return apart and not m.group().endswith("前")
