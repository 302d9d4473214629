"""Printed numerals to values: Arabic, Chinese (三百, 十五万), fractions (三分之二, 百分之五)."""

from __future__ import annotations

import re
from decimal import Decimal

from loaders.numerals import number

_WIDE = "０１２３４５６７８９．％﹪～－＋／＝＜＞"
_NARROW = tuple(zip(_WIDE, "0123456789.%%~-+/=<>", strict=True))


_YEAR = re.compile("二[0O][0O〇零一二三四][0O〇零一二三四五六七八九](?=年)")
"""二0一0年: a Chinese year with a zero of the keyboard."""
_ZERO = str.maketrans("0O", "〇〇")


def narrow(text: str) -> str:
    """Full-width digits and signs to their half-width twins, one character for one."""
    for wide, twin in _NARROW:
        text = text.replace(wide, twin)
    return _YEAR.sub(lambda m: m[0].translate(_ZERO), text) if "二0" in text or "二O" in text else text


_STOPS = str.maketrans(",;:?!", "，；：？！")
_PLAIN = re.compile(r"[,;:?!](?:(?<![\dA-Za-z].)|(?![\dA-Za-z/]))")
"""Beginning with one class of characters, it is looked for fast."""


def punctuated(text: str) -> str:
    """Half-width stops of a Chinese sentence to their full-width twins, one character for one; 1,200 and 13:58 stay."""
    return _PLAIN.sub(lambda m: m.group().translate(_STOPS), text)


DIGITS = "零〇一二三四五六七八九两半"
_DIGIT = "[零〇一二三四五六七八九两十百千]"
_MIXED = re.compile(f"(?=.*(?:亿.+|万.))(?:(?P<yi>{_DIGIT}+)亿)?(?:(?P<wan>{_DIGIT}+)万)?(?P<rest>{_DIGIT}+)?")
"""A numeral that goes on below its highest scale; 一千万亿 and 三亿 do not."""
LONGEST = 15
"""A numeral with more characters than this is no quantity."""


def arabic(printed: str) -> Decimal | None:
    """The value of ``1,200``, ``3.5`` or the wrapped ``3. 5``; ``None`` when it is too long for a quantity."""
    digits = printed.replace(",", "").replace(" ", "")
    return Decimal(digits) if len(digits) <= LONGEST else None


def chinese(printed: str) -> tuple[Decimal, str] | None:
    """The value and the 万/亿 that follows it: 十五万 → (15, 万), 三百 → (300, ''), 千亿 → (1000, 亿), 半 → (0.5, '').

    What goes on below its 亿 or 万 is a fraction of that: 六亿八千万 → (6.8, 亿), 两万三千 → (2.3, 万).
    """
    if not printed or len(printed) > LONGEST:
        return None
    if (mixed := _MIXED.fullmatch(printed)) is not None:
        return _joined(mixed)
    body = printed.rstrip("万亿")
    scale = printed[len(body) :]
    if scale not in ("", "万", "亿", "万亿"):
        return None
    if body in ("", "半"):
        return (Decimal("0.5") if body else Decimal(1), scale) if body or scale else None
    whole, point, fraction = body.partition("点")
    value, decimals = number(whole), [number(c) for c in fraction]
    if value is None or None in decimals:
        return None
    return (
        Decimal(f"{value}.{''.join(map(str, decimals))}") if point and fraction else Decimal(value),
        scale,
    )


def _joined(mixed: re.Match[str]) -> tuple[Decimal, str] | None:
    """The value of a numeral over several scales, in its highest."""
    parts = [(number(mixed[name]) if mixed[name] else 0, size) for name, size in (("yi", 10**8), ("wan", 10**4), ("rest", 1))]
    if any(value is None or (size < 10**8 and value >= 10**4) for value, size in parts):
        return None
    if mixed["rest"] and len(mixed["rest"]) == 1 and not mixed["yi"]:
        parts[2] = (parts[2][0], 1000)  # 一万五: five thousand
    top, scale = (10**8, "亿") if mixed["yi"] else (10**4, "万")
    total = sum((Decimal(value or 0) * size for value, size in parts), Decimal(0))
    return (total / top).normalize(), scale


def fraction(denominator: str, numerator: str) -> tuple[Decimal, str] | None:
    """百分之五 → (5, %), 千分之三 → (3, ‰), 三分之二 → (0.6667, '')."""
    top = chinese(numerator)
    if top is None or top[1]:
        return None
    if denominator in ("百", "千"):
        return top[0], "%" if denominator == "百" else "‰"
    bottom = chinese(denominator)
    if bottom is None or bottom[1] or bottom[0] <= top[0]:
        return None
    return (top[0] / bottom[0]).quantize(Decimal("0.0001")).normalize(), ""


def year(printed: str) -> int:
    """2025 or 二〇二五 as a year."""
    return number(printed) or 0
