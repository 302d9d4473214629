"""How a report words what a plan says: what is framing, what the plan aims at and what the report promises."""

from __future__ import annotations

import re

from loaders.extract.claims.words import (
    ACTION,
    ACTION_RE,
    EFFORT,
    FRAME,
    GRANTED,
    JUDGED,
    SAID_BY_WORK,
    TITLES,
    alternatives,
)
from zhengtu.align.pieces import normal

_KIND = r"(?:方案|规划|计划|意见|纲要|通知|办法|条例|措施)"
_SAID = alternatives(SAID_BY_WORK)
_ATTRIBUTION = re.compile(
    rf"^(?:(?:根据|按照|依据)?(?:此次)?《[^》]*》(?:（[^）]*）)?|(?:根据|按照|依据)?[^，。；、]{{0,10}}?{_KIND})(?:中)?(?:还|也|同时)?(?:{_SAID})?(?:，|：)?"
)
_LEADING = re.compile(r"^(?:包括|同时|此外|其中|还|也|并|并且|而且|即|为|一是|二是|三是|四是)+")
_TRAILING = re.compile(r"(?:等等|等)$")
_PIECE = re.compile(r"[^，；。：！？…\n]+")
_SMALL = re.compile(
    r"(?:将|会|已|还|也|都|被|把|的|了|着|地|得|等|各|其|并|且|又|再|更|为|即|以|在|从|到|由|对|与|和|及|或|于|中|有望|"
    rf"进一步|三省|两省|四市|各地|我国|我省|全省|全市|城市群|该|此|{alternatives(ACTION + EFFORT)})+"
)
_MODAL = re.compile(r"有望|还将|将|会|还|也|均|都|已|把|被|进一步|更加|更为|“|”")
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:%|％|个百分点|万亿|千亿|亿|万)?")
_VERBS = frozenset(ACTION)
_CHINESE_COUNT = re.compile(r"[一二两三四五六七八九十百]+大(?=[\u4e00-\u9fff])")


def assertions(sentence: str) -> list[str]:
    """The pieces of a claim that the plan must answer for: no attribution, frames or judgements."""
    text = normal(sentence)
    text = _ATTRIBUTION.sub("", text)
    out = []
    for match in _PIECE.finditer(text):
        piece = _ATTRIBUTION.sub("", match.group())
        if FRAME.match(piece) or GRANTED.match(piece) or JUDGED.search(piece):
            continue
        piece = _TRAILING.sub("", _LEADING.sub("", TITLES.sub("", piece)))
        if piece:
            out.append(piece)
    return out


def bare(piece: str) -> str:
    """The piece with a mark in the place of each word of time and degree, so that no n-gram crosses one."""
    return _MODAL.sub("，", piece)


def content(piece: str) -> str:
    """The piece without small words and verbs of action: the names and things it speaks of."""
    return _SMALL.sub("", piece)


def is_small(stretch: str) -> bool:
    """Whether nothing but small words, verbs and marks stands in the stretch."""
    return not re.sub(r"[\W_]", "", content(stretch))


def acts(piece: str) -> bool:
    """Whether the piece tells an action."""
    return bool(ACTION_RE.search(piece))


def is_verb(word: str) -> bool:
    """Whether the word is a verb of what plans do or aim at (推进, 建设)."""
    return word in _VERBS


def numbers(piece: str) -> list[str]:
    """The figures in the piece, with their magnitude, and counts like 七大."""
    return [m.group().replace("％", "%") for m in _NUMBER.finditer(piece)] + _CHINESE_COUNT.findall(piece)


def bare_name(text: str) -> str:
    """The text without the small words and verbs it begins with (推进三峡工程博物馆 → 三峡工程博物馆)."""
    lead = _SMALL.match(text)
    return text[lead.end() :] if lead and lead.end() < len(text) else text
