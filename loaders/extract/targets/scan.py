"""Every number with a unit, where it stands; what it means is decided later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from loaders.extract.targets import numerals
from loaders.extract.targets.units import FIRST, SCALE, UNIT

_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|(?<=[一-鿿])\d+\. \d+|\d+(?:\.\d+)?"
_NUMERAL = f"[{numerals.DIGITS}十百千万亿]"
_CN = f"(?:(?!千[瓦米克伏]){_NUMERAL})"
"""A character of a Chinese numeral; 千 of 千瓦 is of the unit."""
_DIGIT = re.compile(rf"[\d万亿]|{_NUMERAL}(?=[{_NUMERAL[1:-1]}分点 —–―~至到{re.escape(FIRST)}-])")
"""What every number begins with, looked for many times faster than the number itself; no 一 of 一是, 统一."""
_NUMBER = re.compile(
    rf"(?:(?P<arabic>{_ARABIC})|(?P<under>{_CN}{{1,6}})分之(?P<top>[{numerals.DIGITS}十百点]{{1,8}})|"
    rf"(?P<chinese>{_CN}+(?:点{_CN}+)?))"
)
_DASH = re.compile(r" ?(?:[—–―~-]{1,2}|至|到) ?")
_POINTS = re.compile(r"[、和与及]\d+(?:\.\d+)?个百分点")
_RATIO = re.compile(r" ?[:：∶︰] ?1(?![\d:：∶︰.])")
"""2.2:1, but neither 11:48:40 nor 13:10."""
_WORD = re.compile("[一-鿿](?<![以左])")
_FELL = re.compile("[长幅率速度降为至到]-")
"""What a minus sign follows that is no dash."""
_SCALED = re.compile(rf" ?[余多]?{SCALE}[余多]?")
_YUAN = re.compile(r"\n[ 　]*元(?=[，。；、）)以左])")
"""A line that ends between 亿 and 元."""
_FOLK = re.compile(
    "[余多]?(?:农村|城镇|城乡|贫困|脱贫|返贫|转移|新增|高校)?(?:学校)?(?:人口|群众|居民|农民|职工|学生|师生|劳动力|妇女|儿童|老人|毕业生)"
)
"""解决30万农村人口饮水问题: people are counted."""
_LOOSE = re.compile(r"(?:以上|以下|以内|左右)?[，。；、）)；,;]|以上|以下|左右|以内|$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit at ``[begin, end)``; ``text`` the numeral as printed; ``upper`` the end of a range.

    ``style`` is ``arabic``, ``chinese``, ``fraction`` or ``rank``; ``more`` tells 余/多 (more than the number).
    """

    begin: int
    end: int
    value: Decimal
    text: str
    unit: str
    style: str = "arabic"
    more: bool = False
    upper: Decimal | None = None
    upper_text: str = ""


def quantities(text: str) -> Iterator[Quantity]:
    """All numbers with their units in ``text`` (half-width digits), left to right, ranges joined."""
    at = 0
    while (digit := _DIGIT.search(text, at)) is not None:
        m = _NUMBER.match(text, digit.start())
        found = _read(text, m) if m is not None else None
        at = found.end if found else (m or digit).end()
        if found is not None:
            yield _fallen(found) if text[found.begin - 1 : found.begin] == "-" and _FELL.match(text, found.begin - 2) else found


def _fallen(q: Quantity) -> Quantity:
    """The quantity with the minus sign before it (增长-1.3%)."""
    return replace(q, begin=q.begin - 1, value=-q.value, text=f"-{q.text}")


def _read(text: str, m: re.Match[str]) -> Quantity | None:
    """The quantity that starts with the numeral ``m``, with the far end of a range where one is printed."""
    if m["arabic"] and (ratio := _RATIO.match(text, m.end())) is not None:
        value = numerals.arabic(m["arabic"])
        return Quantity(m.start(), ratio.end(), value, m.group(), "", "ratio") if value else None
    first = _single(text, m)
    dash = _DASH.match(text, first.end if first else m.end())
    follow = _NUMBER.match(text, dash.end()) if dash else None
    if dash is None or follow is None or m["under"] or follow.lastgroup != m.lastgroup:
        return first
    second = _single(text, follow)
    if second is None or (first is not None and first.unit and first.unit != second.unit and first.unit not in second.unit):
        return first
    low = numerals.arabic(m["arabic"]) if m["arabic"] else (numerals.chinese(m["chinese"]) or (None, ""))[0]
    if low is None or low >= second.value:
        return first
    return Quantity(m.start(), second.end, low, m.group(), second.unit, second.style, second.more, second.value, second.text)


def _single(text: str, m: re.Match[str]) -> Quantity | None:
    """One numeral and the unit that follows it, or ``None`` when nothing countable follows."""
    scale = ""
    u = UNIT.match(text, m.end())
    if m["chinese"] and m["chinese"][-1] not in "万亿" and (u is None or not (u["base"] or u["alone"])):
        return None
    if m["arabic"]:
        value, style = numerals.arabic(m["arabic"]), "arabic"
    else:
        pair = numerals.fraction(m["under"], m["top"]) if m["under"] else numerals.chinese(m["chinese"])
        value, scale = pair or (None, "")
        style = "fraction" if m["under"] else "chinese"
    if value is None:
        return None
    if style == "fraction":
        return Quantity(m.start(), m.end(), value, m.group(), scale, style)
    printed = m.group()[: len(m.group()) - len(scale)] or m.group()
    if u is None or not u["base"]:
        return _bare(
            text,
            m,
            value,
            printed,
            scale or (u["alone"] if u else "") or "",
            style,
            bool(u and (u["more"] or u["rest"])),
        )
    if u["base"] == "番":
        return Quantity(m.start(), u.end(), 2**value, m.group() + "番", "倍", style) if value < 9 else None
    more = bool(u["more"] or u["over"])
    unit = scale + (u["scale"] or "") + u["base"]
    if unit == "个" and _POINTS.match(text, u.end()):  # 分别提高12个和18个百分点
        unit = "个百分点"
    return Quantity(m.start(), u.end(), value, printed, unit, style, more)


def _bare(text: str, m: re.Match[str], value: Decimal, printed: str, scale: str, style: str, more: bool) -> Quantity | None:
    """A number without a unit (指数达到110以上) or with 万/亿 alone (超过1.3亿)."""
    end = m.end()
    if scale and (wrapped := _YUAN.match(text, end + len(scale) * (style == "arabic"))) is not None:
        return Quantity(m.start(), wrapped.end(), value, printed, scale + "元", style, more)
    if scale in ("万", "亿", "百万", "千万") and _FOLK.match(text, end + len(scale) * (style == "arabic")):
        return Quantity(m.start(), end + len(scale) * (style == "arabic"), value, printed, scale + "人", style, more)
    if style == "arabic" and scale:
        found = _SCALED.match(text, end)
        end = found.end() if found else end
    if scale not in ("", "万", "亿", "万亿", "千万", "百万", "千亿") or (style == "chinese" and _WORD.match(text, end)):
        return None
    if not scale and (style != "arabic" or _LOOSE.match(text, end) is None):
        return None
    return Quantity(m.start(), end, value, printed, scale, style, more)
