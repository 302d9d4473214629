"""The place or undertaking that a figure is said of when its own clause does not name it."""

from __future__ import annotations

import re

from loaders.extract.targets import words
from loaders.extract.targets.layout import Layout
from loaders.extract.targets.period import Periods
from loaders.extract.targets.places import subject

_REACH = 400
_LEAD = re.compile(rf"(?:{words.HEAD.pattern}|[，,]|[^，,。；]{{0,14}}以来[，,]|[^，,。；]{{0,20}}(?:指出|提出)[，,])+")
_LABEL = re.compile(r"[—\-·•\s]{0,6}(?P<label>[^：:，,。；;\n（）()]{2,30})[：:]")
_UNDERTAKING = re.compile("(?:工程|项目|园区?|基地|中心|枢纽|片区|新城|机场|港|站)$")
_ATTRIBUTE = re.compile(
    "^(?:计划|项目|规划|预计)?(?:总?投资额?|占地(?:面积)?|用地(?:面积)?|(?:总|规划)?建筑面积|总?规模|库容|"
    "装机(?:容量)?|年产值|产值)$"
)


def inherited(layout: Layout, periods: Periods, clause: int, figure: int, name: str) -> str:
    """The scope for a clause without one: the head of its segment, of its sentence, or of the governing sentence."""
    text = layout.text
    paragraph = layout.paragraph(figure)[0]
    if _ATTRIBUTE.match(name) and (label := _LABEL.match(text, paragraph)) and _UNDERTAKING.search(label["label"]):
        return label["label"]
    sentence = max(layout.sentence(figure), figure - _REACH)
    segment = max(text.rfind(c, sentence, clause) for c in "；;：:")
    for start in (segment + 1 if segment >= 0 else sentence, sentence):
        if place := lead(text[start : start + 60]):
            return place
    event = periods.governing(figure)
    return lead(text[event.end : event.end + 60]) if event is not None else ""


def lead(words_ahead: str) -> str:
    """The place that a stretch of text begins with, after dates and connectives."""
    m = _LEAD.match(words_ahead)
    if m is not None and m.group().endswith("由"):
        return ""
    return subject(words_ahead[m.end() :] if m else words_ahead)[0]
