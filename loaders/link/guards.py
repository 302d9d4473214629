"""What stands beside a name and tells that it is no place there."""

from __future__ import annotations

import re

from loaders.link.names import Name

_SIDE = re.compile(r"岸(?![线上基电])|麓|坡(?!头)")
"""江西岸, 山东麓: the last character of the name is a compass point, not part of it."""
_HILL = re.compile("[货珍楂药菌](?!厂)")
_COMPASS = "东西南北"
_PUBLISHER = re.compile("日报|晚报|晨报|商报|卫视")
"""A newspaper or station named after its seat: 湖北日报."""
_WORK = re.compile("水库|灌区|(?:等(?:地)?)?[大中小]*型?灌区")
"""A reservoir or irrigation district has a name of its own, often a small river's that a greater one bears too (漳河水库)."""
_VILLAGE = re.compile("村(?![镇庄级屯民居集])")
_SETTLED = re.compile("[一-鿿][村镇乡屯寨](?![镇庄级民居集])")
_RIVER = re.compile("[河江湖溪](?![南北苏西长湾])")
"""华容河, 浏阳河段: a river named after the town."""
_STREAM = re.compile("故道|河道|流域|两岸|沿岸|水系|[上下]游|[干支]流")
"""泗水故道, 沂水流域: of a county whose name is a river's, the river."""
_NATURAL = ("WaterBody", "Region")
_FREE = re.compile(
    r"(?:^|[\s\W]|[在对至到与和由从自赴向往驻及等为是含省州盟区]|[路线段经起]|国道|省道|高速|支持|推动|推进|鼓励|引导|帮扶|帮助|包括|位于|涉及|来自|覆盖|组织|选择|确定|其中|毗邻|县|建设)$"
)
_NOT_COUNTY = re.compile("[域级际]")


def side_of_something(text: str, end: int) -> bool:
    """Whether the name's last character belongs to what follows: 湘[江西]岸, 泰[山东]麓, 吕梁[山]货."""
    if text[end - 1] == "山":
        return _HILL.match(text, end) is not None
    return text[end - 1] in _COMPASS and _SIDE.match(text, end) is not None


def names_a_village(text: str, end: int, name: Name) -> bool:
    """Whether a province's or city's name is a village's (江西村), or a region's the beginning of a longer one (陇东南)."""
    if name.places[0].kind == "Region" and text[end - 1] in _COMPASS:
        return text[end : end + 1] in tuple(_COMPASS)
    return name.places[0].level in ("province", "prefecture") and _VILLAGE.match(text, end) is not None


def torn_from(text: str, end: int) -> bool:
    """Whether what follows ends a village's or town's name (漠河北极村), told of a name that begins inside another."""
    return _SETTLED.match(text, end) is not None


def inside_word(text: str, begin: int, end: int) -> bool:
    """Whether a county's name of one character is the end of a word and 县: 示[范县], 创[新县], 提[高县]级, 振[兴县]域."""
    if end - begin != 2 or text[end - 1] != "县":
        return False
    return _NOT_COUNTY.match(text, end) is not None or _FREE.search(text[max(0, begin - 2) : begin]) is None


def is_publisher(text: str, end: int) -> bool:
    """Whether the name is part of a newspaper's or station's."""
    return _PUBLISHER.match(text, end) is not None


def names_a_work(text: str, end: int, name: Name) -> bool:
    """Whether the name of a river or plain is that of a reservoir or irrigation district here."""
    return name.places[0].kind in _NATURAL and _WORK.match(text, end) is not None


def is_blocked(text: str, end: int, name: Name) -> bool:
    """Whether a weak name that ends at ``end`` is no place there."""
    river = name.places[0].level == "county" and _RIVER.match(text, end) is not None
    river = river or (name.text.endswith("水") and _STREAM.match(text, end) is not None)
    return river or side_of_something(text, end) or is_publisher(text, end) or names_a_work(text, end, name)
