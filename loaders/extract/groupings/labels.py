"""Groups by a title: 省域副中心城市A、B; A、B等革命老区重点城市; zones that abbreviate their members."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.groupings.collect import Found
from loaders.extract.groupings.names import GROUPS
from loaders.extract.projects.ground import Ground, place_list
from loaders.model import PlaceMentionFact, Span

_TITLE = "[一-鿿]{2,14}?(?:城市|县城|强县|节点市)"
_BEFORE = re.compile(f"(?:^|[，、：；和与及]|推动|支持|提升|增强|强化|发挥|加快|建设|培育|打造|以)(?P<name>{_TITLE})$")
_AFTER = re.compile(
    f"(?P<name>{_TITLE})(?=$|[，。；）]|建设|发展|加快|对接|协同|联动|辐射|带动|打造|能级|功能|之间|的|经济|扩容|提质|做|融入|为)"
)
_MAKE = re.compile(f"(?:打造|建设|建成|培育|形成|成为)(?P<name>{_TITLE})(?:体系)?$")
_KIND = re.compile(
    "^(?:中心|大|中|小|大中|中小|特大|超大|周边|其他|相关|有关|沿线|沿江|沿海|毗邻|省内|重点|主要|试点|示范|国内|节点|外围|枢纽|地级)*城市$"
)
_NOT = re.compile("试点|示范城市|[和与及或]|等")
_PIECE = "[一-鿿][(（][一-鿿]{1,3}[)）]"
_PIECES = re.compile("[(（](?=[一-鿿]{1,3}[)）][一-鿿][(（])")
"""The bracket of a piece with another behind it."""
_SHORT = re.compile(f"(?:{_PIECE}){{2,}}+")
_REST_OF_PIECE = re.compile("[(（][一-鿿]{1,3}[)）]")
_REST = re.compile("[一-鿿]{0,12}?(?:先行区|示范区|试验区|合作区|经济区|片区|地区|城市群|都市圈)")


def label_groups(ground: Ground) -> Iterator[Found]:
    """Titles that a list of cities bears."""
    for sentence in ground.peopled:
        if not any(-1 < ground.follower(place.span.end) < sentence.end for place in ground.within(*sentence)):
            continue
        first: tuple[list[PlaceMentionFact], Span] | None = None
        for clause in ground.pieces(*sentence, "，"):
            lists = list(_lists(ground, clause))
            for members, begin, stop in lists:
                if (name := _title(ground, clause, begin, stop)) is not None:
                    yield Found(name, name, tuple(members), Span(begin, stop))
            if (
                first is not None
                and not ground.within(*clause)
                and (made := _MAKE.search(ground.plain, *clause))
                and _is_title(made["name"])
            ):
                yield Found(made["name"], made["name"], tuple(first[0]), first[1])
            if len(lists) == 1 and len(lists[0][0]) >= 2:
                first = first or (lists[0][0], Span(lists[0][1], lists[0][2]))


def _lists(ground: Ground, clause: Span) -> Iterator[tuple[list[PlaceMentionFact], int, int]]:
    """Lists of two or more divisions in the clause."""
    at = clause.begin
    for place in ground.within(*clause):
        if place.span.begin < at:
            continue
        members, at = place_list(ground, place.span.begin, clause.end)
        if len(members) >= 2 and all(member.code for member in members):
            yield members, place.span.begin, at


def _title(ground: Ground, clause: Span, begin: int, stop: int) -> str | None:
    """The title right before the list, or after 等."""
    if ground.plain[stop - 1 : stop] != "等":
        before = _BEFORE.search(ground.plain[max(clause.begin, begin - 24) : begin])
        if before and _is_title(before["name"]):
            return before["name"]
        return None
    region = ground.starting(stop)
    if region is not None and region.kind in GROUPS:
        return None  # A、B等X经济区城市: members of the region
    after = _AFTER.match(ground.plain, stop, clause.end)
    return after["name"] if after and _is_title(after["name"]) else None


def _is_title(name: str) -> bool:
    return not _KIND.match(name) and not _NOT.search(name)


def bracket_zones(ground: Ground) -> Iterator[Found]:
    """通(城)平(江)修(水)先行区: the zone of the places whose names it shortens."""
    free = 0
    for piece in _PIECES.finditer(ground.text):
        short = _SHORT.match(ground.text, piece.start() - 1) if piece.start() > free else None
        if short is None:
            continue
        free = short.end()
        rest = _REST.match(ground.text, free)
        members = ground.within(*short.span()) if rest else []
        if rest and len(members) >= 2:
            name = _REST_OF_PIECE.sub("", short[0]) + rest[0]
            yield Found(name, short[0] + rest[0], tuple(members), Span(short.start(), rest.end()))
