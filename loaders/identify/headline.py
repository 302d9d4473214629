"""The headline of a report: one of the lines above its first sentence (眉题, 主题, 副题, 出席者名单)."""

from __future__ import annotations

import re

from loaders.identify.genres import kind_of
from loaders.identify.lines import Line

_TOP = 12
"""A page's headline, marked as one, stands within so many lines of its top."""
_HEADS = 4
"""Kicker, headline, subhead and a list of names: no more lines stand above a report."""
_TELLS = re.compile(r"签[署订约]|达成|召开|举行|印发|出台|发布|启动|揭牌|开工|通车|获批|批复|成立|推进|部署|调研|会见|解读")
"""A headline tells what happened; a kicker and a subhead say what it is for."""
_SITE = re.compile(
    r"[\u4e00-\u9fff]{2,10}(?:热线|在线|新闻网|信息网|门户网站|政府网站?|日报社?|晚报|融媒体中心|人民政府|[报网])|.{2,40}(?:有限公司|股份公司|官网|官方网站|俱乐部|集团)"
)
"""The name of a site or its owner above the page, or of a firm that advertises there."""
_RULE = re.compile(r"(?:政策|文件|协议|新闻|内容)?(?:全文|原文|正文|内容)|(?:基本|发布)?(?:介绍|信息|简介)|目录|摘要|概述")
"""A caption above the text, or of a part of the page."""
_WORDS = re.compile("[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff]")
_CAPTION = re.compile(r"图为|资料图|(?:摄|供图|制图)[）)]?$")
LONGEST = 60


def headline_at(lines: list[Line]) -> int | None:
    """The line of the headline, or ``None`` where there is none: the one that the layout marks, else the first that tells."""
    marked = next((i for i, line in enumerate(lines[:_TOP]) if line.marked), None)
    if marked is not None:
        return marked if _could_be(lines, marked) else None
    heads = []
    first = next((i for i, line in enumerate(lines[:_HEADS]) if not _SITE.fullmatch(line.text)), 0)
    for i in range(first, min(first + _HEADS, len(lines))):
        if lines[i].text[-1:] in "。；" or len(lines[i].text) > LONGEST:
            break
        if _could_be(lines, i):
            heads.append(i)
    if not heads or heads[0] != first:
        return None
    return next((i for i in heads if _TELLS.search(lines[i].text)), heads[0])


def _could_be(lines: list[Line], i: int) -> bool:
    """Short, no sentence, no numbered heading (an extract may open with one), above text that is longer."""
    line = lines[i]
    return (
        len(line.text) <= LONGEST
        and line.text[-1] not in "。；：:，,"
        and not line.is_numbered()
        and not _CAPTION.search(line.text)
        and not _RULE.fullmatch(line.text)
        and _WORDS.search(line.text) is not None
        and len(lines) > i + 1
        and kind_of(line.text) != ("Notice", "notice")
        and (line.marked or any(len(below.text) > len(line.text) for below in lines[i + 1 : i + _TOP]))
    )
