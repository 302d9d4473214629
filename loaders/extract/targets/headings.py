"""What a heading or a title says of the figures below it: the one year it names, the place or field it is about."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.extract.targets import words
from loaders.extract.targets.places import NAMED, SUBJECT

_SEVERAL = re.compile(r"20\d\d年?度?\s?[—–―~至-]{1,2}\s?20\d\d")
_YEAR = re.compile(r"(?<![\d—–―~-])20\d\d(?!\d|[万亿]|余?[台个家户人套座处公平亩吨只头条项])(?=年?度?(?!.{0,2}[—–―~至-]))")
_COMPARES = re.compile(r"[由从比较]20\d\d年")
"""从2012年的43%提高到53%: the year a figure started from."""
_ANY_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_REPORT = re.compile(r"(?:公报|年报|执行情况的?报告|总结)(?:\[\d+\])?$")
_ABOUT = re.compile("^(?:关于|做强|做大做强|做优)")
_ASIDE = re.compile("[（(][^（）()]{1,12}[)）]$")
_FIELD = re.compile("[一-鿿、]{2,12}(?:领域|行业|园区|开发区|机构|流域|片区)")
_END = "。.：:；; 　"
_GROUP = "(?:都市圈|城市圈|城市群|都市区|经济圈)"
_BARE_GROUP = re.compile(_GROUP)
_NAMED_GROUP = re.compile(
    f"(?:{NAMED.pattern}|长江|黄河|环|中原|关中|北部湾|辽中南|哈长|滇中|黔中|长三角|京津冀|成渝|长株潭)[一-鿿]{{0,6}}?{_GROUP}"
)


@lru_cache(maxsize=4096)
def title_year(title: str) -> int | None:
    """The year of a yearly plan's or section's title (2023年工作要点); none where it names a period or several years."""
    if len(set(_ANY_YEAR.findall(title))) != 1 or _SEVERAL.search(title) or _COMPARES.search(title):
        return None
    years = set(_YEAR.findall(title))
    return int(years.pop()) if years else None


@lru_cache(maxsize=4096)
def reported_year(title: str) -> int | None:
    """The year on which a statistical communique or a yearly report tells how things were."""
    return title_year(title) if _REPORT.search(title) else None


@lru_cache(maxsize=4096)
def title_scope(title: str) -> str:
    """The place or field that a heading consists of (武汉都市圈, 关于合作园区, 公共机构); nothing for a task's title."""
    bare = _ASIDE.sub("", _ABOUT.sub("", title.strip(_END)))
    if words.strip_head(bare) != bare:
        return ""
    m = SUBJECT.fullmatch(bare)
    return m["places"] if m else bare if _FIELD.fullmatch(bare) else ""


def group_in(words_before: str, titles: list[str]) -> str:
    """The group of cities that a stretch of text or else one of ``titles``, the innermost first, speaks of last.

    Printed without its name (城市圈), it is the one that a title names (武汉城市圈).
    """
    named = next((m.group() for title in titles if (m := _NAMED_GROUP.search(title)) is not None), "")
    for where in (words_before, *titles):
        if found := _BARE_GROUP.findall(where):
            return named if named.endswith(found[-1]) else found[-1]
    return ""
