"""Heads and tails that the units of a list share.

省发展改革委、科技厅 · 市工业和信息化、自然资源局 · 广州、深圳出入境边检总站 · 各区、县级市.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit's name (with a shared head written out) and the range ``[begin, end)`` of its characters."""

    text: str
    begin: int
    end: int


IsAgent = Callable[[str], float]

_LEVEL = re.compile(r"(?:自治区|[省市区县州旗盟])(?!级|直|属|场|内|外|域|委员|长)")
_ORGAN = re.compile(r"[\u4e00-\u9fff]{2,14}[厅局委办社](?:[（(][^（）()]{1,12}[）)])?")
_OWN_HEAD = re.compile(
    r"(?:各|有关|相关|其他|所有|国|中|全|团|总|人民银行|人行|银|武警|海关|自治|[省区县州旗盟]|市(?!场)|[乡镇村街]|本|属地|当地)|[\u4e00-\u9fff]{2,4}分"
)
_PARTY = re.compile(r"(?:组织|宣传|统战|社会工作|政法|老干部)[部委局]|.{0,3}(?:编办|网信办|金融办|政研室|改革办)")
_COLLECTIVE = re.compile(r"各(?:有关|相关)?(?:省|自治区|直辖市|市|地级市|州|盟|县|区|旗|自治县)(?:[（(][^（）()]{1,12}[）)])?")
_BARE_LEVEL = re.compile(
    r"(?:自治)?(?:直辖市|省|地级市|县级市|市|州|盟|县|区|旗|乡|镇|街道|乡镇|开发区|园区)(?:[（(][^（）()]{1,12}[）)])?"
)
_PLACE_SCORES = (0.2, 0.8)
"""What `IsAgent` gives a bare place, by its short or full name."""


def collected(group: list[Unit]) -> list[Unit]:
    """各区、县级市: levels that are listed without organs are one group of addressees."""
    out: list[Unit] = []
    for unit in group:
        if out and _BARE_LEVEL.fullmatch(unit.text) and _COLLECTIVE.fullmatch(out[-1].text.split("、")[0]):
            out[-1] = Unit(f"{out[-1].text}、{unit.text}", out[-1].begin, unit.end)
        else:
            out.append(unit)
    return out


def fronted(group: list[Unit], is_agent: IsAgent) -> list[Unit]:
    """The head that the first unit of a list prints for all: its level (省), or its place with the organ printed last.

    A list that prints the level again further on shares none.
    """
    group = _organs_last(group, is_agent)
    head = _LEVEL.match(group[0].text) if group else None
    if head is None or len(group) < 2 or is_agent(group[0].text) < 0.5:
        return group
    level = head.group()
    if any(u.text.startswith(level) and not u.text.startswith("市场") for u in group[1:]):
        return group
    party = group[0].text.startswith(f"{level}委")
    return [group[0], *(_with_level(u, level, party, is_agent) for u in group[1:])]


def _with_level(unit: Unit, level: str, party: bool, is_agent: IsAgent) -> Unit:
    if party and _PARTY.fullmatch(unit.text):
        return unit._replace(text=f"{level}委{unit.text}")
    if not _ORGAN.fullmatch(unit.text) or _OWN_HEAD.match(unit.text) or placed(unit.text, is_agent):
        return unit
    return unit._replace(text=level + unit.text) if is_agent(level + unit.text) >= 0.5 else unit


def placed(name: str, is_agent: IsAgent) -> int:
    """How many characters of a place ``name`` begins with; 0 where it begins with none."""
    return next((n for n in (4, 3, 2) if len(name) > n + 1 and is_agent(name[:n]) in _PLACE_SCORES), 0)


def _organs_last(group: list[Unit], is_agent: IsAgent) -> list[Unit]:
    """The organ that the last unit prints for all: 市工业和信息化、自然资源局; 广州、深圳、珠海出入境边检总站."""
    last = group[-1].text if len(group) > 1 else ""
    if not last:
        return group
    at = 0 if last[-1] in "省市县区州旗盟" else placed(last, is_agent)
    places = len(group) - 1
    while places and is_agent(group[places - 1].text) in _PLACE_SCORES:
        places -= 1
    if at and places < len(group) - 1 and is_agent(last) >= 0.5 and not _LEVEL.match(last[at:]) and "政府" not in last:
        return [u if i < places or u is group[-1] else u._replace(text=u.text + last[at:]) for i, u in enumerate(group)]
    level = _LEVEL.match(group[0].text)
    stems = [u.text for u in group[:-1]]
    if level and last[-1] in "厅局委" and all(is_agent(s) < 0.3 and s[-1] not in "厅局委办部社会院府" for s in stems):
        names = [s + last[-1] for s in stems]
        full = [names[0], *(level.group() + n for n in names[1:])]
        if all(is_agent(n) >= 0.75 for n in full):
            return [*(u._replace(text=n) for u, n in zip(group, names, strict=False)), group[-1]]
    return group
