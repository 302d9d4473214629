"""The object of a verb that gives an industry, thing by thing: 全国A、B基地，C产业集群和D中心."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.projects.ground import Ground
from loaders.model import Span

REACH = 120
"""An object is read so far."""
_CLOSES = re.compile(
    "(?:基地|集群|高地|产业链|产业带|集聚[区带地]|聚集[区带地]|(?:产业|科技|工业|示范)园区?|示范区|试验区|先行区|开发区|核心区|优势区|主产区"
    "|(?<!交易)中心|枢纽|节点|门户|通道|走廊|目的地|名城|城市|[强大名](?=市|县|省|区))(?:[市县省区](?![一-鿿]))?(?:（[^（）]{1,8}）)?(?=[、和与及等]|以及)"
)
"""A noun that ends one of several things."""
_JOINT = re.compile("以及|[、和与及]")
_NOT_MADE = re.compile(
    "(?:示范|试验|先行|开发|核心|功能)区$|(?<!交易)中心$|枢纽$|节点$|门户$|通道$|走廊$|名城$|城市$|[强大名][市县省区]$"
)
"""What is no industry's: a zone, a hub, a town."""
_NEXT = re.compile("(?:基地|高地|集群|产业链|产业带|产业)(?:建设)?(?:（[^（）]{1,8}）)?$")
"""What of several things but the first is an industry's."""
_MADE = re.compile(
    "(?:产业(?:集群|链|带|基地|高地)?|全产业链|(?:产业|生产|加工|制造|种植|养殖|繁育|制种|业|出口|精深加工)(?:示范|供应)?(?:基地|集群|产业带))"
    "(?:建设|发展)?(?:（[^（）]{1,6}）)?$"
)
_KIND = re.compile(
    "(?:特色|重大|优势|主导|支柱|重点|新兴|战略性新兴|创新|现代|未来|传统|相关|关联|配套|承接|示范|高新技术|先进|高端|绿色|全|各类|其[他它]|[一二三四五六七八九十两\\d]大|个)*"
    "(?:产业|种植|养殖|加工|生产)"
)
"""特色产业集群: a kind of cluster, no industry."""


def objects(ground: Ground, begin: int, end: int) -> Iterator[Span]:
    """The things in ``[begin, end)``: each up to the noun that ends it; a list without such nouns is one."""
    stop, at = min(end, begin + REACH), begin
    first = True
    for close in _CLOSES.finditer(ground.plain, begin, stop):
        if ground.inside[close.start()]:
            continue
        if _NOT_MADE.search(ground.plain, at, close.end()) is None and (first or _NEXT.search(ground.plain, at, close.end())):
            yield Span(at, close.end())
        first = False
        joint = _JOINT.match(ground.plain, close.end())
        at = joint.end() if joint else close.end()
    if at < stop and _NOT_MADE.search(ground.plain, at, stop) is None and (first or _NEXT.search(ground.plain, at, stop)):
        yield Span(at, stop)
    for mark in re.finditer("[和与及]", ground.plain[begin:stop]):
        if ground.starting(begin + mark.end()) is not None:
            yield Span(begin + mark.end(), stop)


def is_made(ground: Ground, span: Span) -> bool:
    """Whether the thing can be nothing but an industry by its noun (X产业链, X种植基地), known or not."""
    noun = _MADE.search(ground.plain, span.begin, span.end)
    return noun is not None and _KIND.fullmatch(ground.plain, span.begin, noun.start() + 2) is None
