"""Bring two ways of printing the same thing together before they are compared."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from loaders.clean.script import converted

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("〔[【", "("),
        **dict.fromkeys("〕]】", ")"),
        **dict.fromkeys("〈＜", "《"),
        **dict.fromkeys("〉＞", "》"),
        **dict.fromkeys("“”„‟「」『』", '"'),
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("—―–‐‑‒─━−~〜～", "-"),
        **dict.fromkeys("・•‧∙", "·"),
    }
)
_MAGNITUDES = {"万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12}
_MAGNITUDE = re.compile("|".join(sorted(_MAGNITUDES, key=len, reverse=True)))
_SAME_UNIT = {"公里": "千米", "km": "千米", "平方公里": "平方千米", "km2": "平方千米", "平米": "平方米", "m2": "平方米"}
_SAME_UNIT |= {"公斤": "千克", "kg": "千克", "m": "米", "t": "吨", "百分点": "个百分点", "天": "日"}
_DIGITS = "零一二三四五六七八九"
_MARKS = re.compile(r"^[第(]+|(?:部分|[)、.:,章条节款项编篇])+$")
_SUFFIX = re.compile(
    r"(?<=..)(?:(?:[^族]{1,4}族)+自治[州县区]|维吾尔自治区|自治[区州县旗]|林区|特别行政区|地区|[省市县区盟旗])$"
)


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """NFKC, simplified script, no white space, one form for each kind of bracket, quote and dash (runs of dashes are one)."""
    flat = "".join(converted(unicodedata.normalize("NFKC", text.translate(_ALIKE))).split())
    return re.sub("-+", "-", unicodedata.normalize("NFKC", flat).translate(_ALIKE))


def number(text: str) -> Decimal | None:
    """The number printed in Arabic digits, commas between the thousands or not; ``None`` where it is none."""
    try:
        value = Decimal(fold(text).replace(",", ""))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def quantity(value: str, unit: str) -> tuple[str, str]:
    """The plain number and the unit of a figure: ``3.5``, ``万亿元`` → ``3500000000000``, ``元``.

    A value that is no number is only folded.  One unit is written for each that has several names (公里, 千米).
    """
    bare = fold(unit)
    amount = number(value)
    if amount is None:
        return fold(value), _SAME_UNIT.get(bare, bare)
    if power := _MAGNITUDE.match(bare):
        bare = bare[power.end() :]
        amount = amount.scaleb(_MAGNITUDES[power.group()])
    return f"{amount.normalize():f}", _SAME_UNIT.get(bare, bare)


def unmarked(text: str) -> str:
    """A printed number without what stands around it: （五） → 五, 第三条 → 三, ``1．`` → 1."""
    return _MARKS.sub("", fold(text))


def ordinal(text: str) -> str:
    """The last part of a number or path in Arabic digits: 二 → 2, （十二） → 12, ``5.3`` → 3; other text as it is."""
    last = unmarked(text).rsplit(".", 1)[-1]
    if not last or set(last) - set(_DIGITS + "十百"):
        return last
    total = digit = 0
    for character in last:
        if character in _DIGITS:
            digit = _DIGITS.index(character)
        else:
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
    return str(total + digit)


def short_place(text: str) -> str:
    """A place's name without its administrative suffix: 武汉市 → 武汉, 恩施土家族苗族自治州 → 恩施."""
    return _SUFFIX.sub("", fold(text))
