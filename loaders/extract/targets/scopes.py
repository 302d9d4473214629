"""The place or undertaking that a figure is said of when its own clause does not name it."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.extract.targets import clause, words
from loaders.extract.targets.draft import Found
from loaders.extract.targets.headings import group_in, title_scope
from loaders.extract.targets.layout import Layout
from loaders.extract.targets.period import Periods
from loaders.extract.targets.places import NAMED, PLACE, subject
from loaders.extract.targets.units import RATIOS, base_of
from loaders.extract.targets.works import SIZE, work_before

_VERBAL = re.compile(f"深入|融入|服务|对接|落实|{words.BUILD}")
"""Such a word is of no place's name (深入实施长江经济带…)."""
_WHOLE_PLACE = re.compile("[全我本该][国省市县区州镇乡]|每|各|[一-鿿]{0,3}[域市省区]内|主城区|城区")
"""What is understood where nothing is said, or holds for its own clause only."""
_REACH = 400
_LEAD = re.compile(
    rf"(?:{words.HEAD.pattern}|[，,]|[^，,。；]{{0,14}}以来[，,]|[^，,。；]{{0,20}}(?:指出|提出|要求|明确|强调|议定)[，,])+"
)
_INNER = ("区域内", "境内", "省内", "市内", "区内", "圈内", "国内", "流域内")
"""Places that hold for their own clause only."""
_RATE = re.compile("(?:率|比例|比重|占比)(?:年均|累计)?(?:提高|增长)?$")
_LABEL = re.compile(r"[—\-·•\s]{0,6}(?P<label>[^：:，,。；;\n（）()]{2,30})[：:]")
_UNDERTAKING = re.compile("(?:工程|项目|园区?|基地|中心|枢纽|片区|新城|机场|港|站)$")
_MADE = re.compile(
    "(?:[共新合]建|建设|打造|实施|推进|引进)(?P<thing>[一-鿿A-Za-z“”]{2,24}?(?:园区?|基地|项目|工程|枢纽|新城|机场|港|电站|小镇))[，,（(]"
)
"""An undertaking whose size the clauses after it tell: 共建储能产业园，占地800亩，总投资35亿元."""
_BASIN = re.compile("[一-鿿]{1,4}?[江河湖](?=流域|干流)")
_LEADING = re.compile(".*(?:关于|推进|加强|实施|[于的和与及在对至])(?=[一-鿿]{2})")
_WHOLE = re.compile("(?:都市圈|城市圈|城市群|城镇群|城镇带|组群|经济圈|经济带|走廊)(?=[一-鿿]{3})")
"""The group of cities spoken of, named by its kind alone at the head of what is measured."""
_INVESTED = re.compile("(?:园区?|基地|项目|工程)(?:[一二首]期)?总?投资额?$")
"""What an undertaking costs is not said of the party that builds it."""
_ATTRIBUTE = re.compile(
    "^(?:计划|项目|规划|预计)?(?:总?投资额?|占地(?:面积)?|用地(?:面积)?|(?:总|规划)?建筑面积|总?规模|库容|"
    "装机(?:容量)?|年产值|产值|年?纳税额|年?税收|首期投资额?|年?(?:设计|通过|吞吐|处理|生产)能力)$"
)


def inherited(layout: Layout, periods: Periods, item: Found, name: str) -> str:
    """The scope of the figure ``item`` called ``name`` whose clause has none.

    It is the head of its segment, of its sentence, of the governing sentence, the label of its paragraph where that
    names a place, or its heading; for a time within which a place is reached, the group of cities spoken of.
    """
    text, start, figure = layout.text, item.left.begin, item.quantity.begin
    ratio = base_of(item.quantity.unit) in RATIOS
    paragraph = layout.paragraph(figure)[0]
    if name.startswith("流域") and (basin := _basin(text[max(layout.sentence(figure), figure - _REACH) : start], layout.title)):
        return basin
    if SIZE.match(name) and (work := work_before(text, max(paragraph, figure - _REACH), start)):
        return work
    if _INVESTED.search(name):
        return ""
    label = _LABEL.match(text, paragraph, figure)
    if label and _UNDERTAKING.search(label["label"]) and _ATTRIBUTE.match(name):
        return label["label"]
    sentence = max(layout.sentence(figure), figure - _REACH)
    if _ATTRIBUTE.match(name) and (made := _MADE.findall(text[sentence:start])):
        return str(made[-1])
    segment = max(text.rfind(c, sentence, start) for c in "；;：:")
    event = periods.governing(figure)
    labelled = label["label"] if label and _UNDERTAKING.search(label["label"]) and PLACE.match(label["label"]) else ""
    for at in (segment + 1 if segment >= 0 else sentence, -1, sentence, event.end if event else sentence):
        place = lead(text[at : at + 60]) if at >= 0 else labelled
        if (
            place
            and place not in _INNER
            and "等" not in place
            and not (place.startswith(("每", "各")) and (ratio or _RATE.search(name)))
        ):
            return place
    if (whole := _WHOLE.match(name)) is not None:
        return whole[0]
    if topic := _topic(text, paragraph, sentence):
        return topic
    titles = [section.title for section in layout.around(figure)]
    headed = next((scope for title in titles if (scope := title_scope(title))), "")
    return headed or (group_in(text[sentence:figure], [*titles, layout.title]) if item.default == "≤" else "")


def _topic(text: str, paragraph: int, sentence: int) -> str:
    """The place that the nearest sentence before in the paragraph begins with, which one without a subject goes on with."""
    stop = sentence
    for _ in range(3):
        if stop <= paragraph:
            break
        low = max(paragraph, stop - _REACH)
        begin = max(low, *(text.rfind(mark, low, stop - 1) + 1 for mark in "。！？"))
        place = lead(text[begin : begin + 60])
        if place:
            if _VERBAL.search(place) is not None:
                return ""
            return place if NAMED.search(place) or (PLACE.fullmatch(place) and not _WHOLE_PLACE.match(place)) else ""
        stop = begin
    return ""


@lru_cache(maxsize=64)
def lead(words_ahead: str) -> str:
    """The place that a stretch of text begins with, after dates and connectives."""
    if (mark := clause.MARK.match(words_ahead)) is not None:
        words_ahead = words_ahead[mark.end() :]
    m = _LEAD.match(words_ahead)
    if m is not None and m.group().endswith(("由", "围绕", "聚焦", "依托", "按照", "对接")):
        return ""
    place, rest = subject(words_ahead[m.end() :] if m else words_ahead)
    return "" if rest.startswith(("至", "到")) and NAMED.match(rest, 1) else place


def _basin(*where: str) -> str:
    """The river basin that 流域 means: the one spoken of last in the first of ``where`` that names one."""
    named = next((found[-1] for words in where if (found := _BASIN.findall(words))), "")
    named = _LEADING.sub("", named)
    return f"{named}流域" if len(named) > 1 else ""
