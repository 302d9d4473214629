"""Ranks: 首位, 全国前10位, 全国城市50强, 第3位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from loaders.extract.targets import numerals
from loaders.extract.targets.scan import Quantity
from loaders.sentences import lines_with

VERB = (
    "(?:持续|继续|均|都|分别|稳|仍|已|实现|力争|跃){0,3}(?:荣登|荣列|登上|保持(?:在|居)?|位居|位列|居于|居|列|处于|位次|排名|排位|"
    "排|分居|分列|是|跻身|进入|迈入|入围|进位至?|升至|上升到|跃升至?|跃居|提升至|提升到|进到|位于|稳定在|重返|晋位|前移至)"
)
_AREA = (
    "(?:百强[县市区镇]|世界|全球|全国|全省|全市|全区|中部地区|中部|西部地区|西部|东部|长江经济带|同类|副省级|地级市?|"
    "城市|省会|主要|所有|县域|县市|各省|的|百强){0,4}"
)
_LED = re.compile(f"{VERB}{_AREA}$")
_TOLD = re.compile(f"(?<=增幅|增速|总量|数量|面积|产量){_AREA}$")
"""增幅全省第一: without a verb."""
_BARE = re.compile("(?<=[一-鿿%元户人吨个倍点、，])(?:全[国球省市县区州]|世界|(?:西部|中部|东部)(?:地区)?)$")
"""增长12%、全省第一；占比全省第一: told by the area alone."""
_SUBJECT = re.compile(
    "(?:位居|位列|居于|列|排名|跻身|进入|迈入|荣登|荣列|登上|入围)(?P<of>(?!前|第)[一-鿿]{2,14}?)(?:全国|全省|全市|世界|全球)?$"
)
"""位居全国百强县投资潜力第3: what is ranked stands behind the verb."""
_CHAIN = re.compile(r"第\d{1,3}[位名]?、(?P<of>[一-鿿]{2,14})$")
_OTHERS = re.compile("[的了在由从将]|方阵|梯队|行列|阵营|名单|目录|第$")
_FROM = re.compile(f"(?<=[由从]){_AREA}$")
_RISE = re.compile("(?:上升|提升|提高|前移|跃升|晋升|攀升|进|升)(?:[到至为]|位)")
_CN = "[一二三四五六七八九十百]{1,3}"
_PLACE = re.compile(
    rf"(?=[首第榜前一二三四五六七八九十百\d])(?:(?P<first>首位|第一(?:位|名|(?=[，。；、）\n]|$))|榜首)(?!度|者|的[部单牵为是])|第(?P<nth>{_CN}|\d{{1,4}})(?:位|名|(?=[、和]第?\d{{1,3}}[位名])|(?=[、，。；）\n]|$))(?!者|的[部单为是])|"
    rf"前(?P<top>{_CN}|\d{{1,4}})(?P<u1>位|名|强)?(?![列季年个期批项])|(?P<strong>{_CN}|\d{{1,4}})强(?![县市区镇企第]))"
)
_SIGN = re.compile(
    rf"首位|榜首|第一|第(?:{_CN}|\d+)(?:[位名、和，。；）\n]|$)|前[一二三四五六七八九十百\d]|强(?<=[一二三四五六七八九十百\d]强)"
)
"""What the lines hold that tell a rank."""
_REACH = 24
"""A rank's verb and area are looked for in so many characters before it."""


def ranks(text: str) -> Iterator[tuple[Quantity, int, str, str]]:
    """Each rank as a quantity, where its verb begins, its comparator (= for a place, ≤ for 前N and N强), and what is ranked.

    The last is blank where it stands before the verb; behind it, it may be one of several (位居投资潜力第3、绿色发展第5).
    """
    for m in (m for line in lines_with(text, _SIGN) for m in _PLACE.finditer(text, *line)):
        low = max(0, m.start() - _REACH)
        led = _LED.search(text[low : m.start()]) or _TOLD.search(text[low : m.start()])
        if led is None and _RISE.match(text, m.end()):  # 由全国第11位上升到第9位
            led = _FROM.search(text[low : m.start()])
        group = "first" if m["first"] else "nth" if m["nth"] else "top" if m["top"] else "strong"
        named = _named(text, m, group) if led is None else None
        if led is None and named is None and group in ("first", "nth"):
            led = _BARE.search(text[low : m.start()])
        value = None if led is None else Decimal(1) if m["first"] else _number(m[group])
        if named is not None:
            yield named
        elif led is not None and value is not None:
            unit = "强" if m["strong"] else m["u1"] or "位"
            sign = "=" if group in ("first", "nth") else "≤"
            yield Quantity(m.start(group), m.end(), value, m[group], unit, "rank"), low + led.start(), sign, ""


def _named(text: str, m: re.Match[str], group: str) -> tuple[Quantity, int, str, str] | None:
    """The rank of what is named behind the verb, or in a list of such behind 、."""
    low = max(0, m.start() - _REACH)
    told = _SUBJECT.search(text, low, m.start()) or _CHAIN.search(text, low, m.start())
    value = Decimal(1) if m["first"] else _number(m[group])
    if told is None or value is None or _OTHERS.search(told["of"]):
        return None
    unit = "强" if m["strong"] else m["u1"] or "位"
    quantity = Quantity(m.start(group), m.end(), value, m[group], unit, "rank")
    return quantity, told.start("of"), "=" if group in ("first", "nth") else "≤", told["of"]


def _number(printed: str) -> Decimal | None:
    """A rank's number, Arabic or Chinese."""
    pair = (Decimal(printed), "") if printed.isascii() else numerals.chinese(printed)
    return pair[0] if pair else None
