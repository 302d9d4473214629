"""Numbers that belong to the words of another figure or of a noun and state nothing of their own."""

from __future__ import annotations

import re

from loaders.extract.targets import clause, words
from loaders.extract.targets.draft import Found
from loaders.extract.targets.units import COUNTS, RATIOS, base_of

_VERB_GAP = re.compile(f"(?:并|以上的?)?(?:{words.BUILD}|{words.FLOW})")
_RATIO_OF = re.compile("[一-鿿]{2,16}(?:率|比例|占比|比重)(?:达到?|为|超过|不低于|提高到|提升到|保持在)?")
"""公园绿地500米服务半径覆盖率达85%: the first number belongs to the name of the second."""
_OF_THESE = re.compile("[一-鿿]{2,12}已[一-鿿]{2,4}")
"""45个重点项目已开工38个: the first number is the whole of the second."""
_SIZED = re.compile("的?[一-鿿]{0,6}(?:投资|企业|项目|工业)[一-鿿]{0,12}(?:增长|下降|增加|提高)")
"""500万元以上固定资产投资增长11%: the threshold belongs to the name."""
_OWN = re.compile("含|其中|占|包括|力争|确保|到|20")
"""Words that open a bracket which states a figure of its own."""


def qualifies(text: str, left: clause.Left, end: int) -> bool:
    """Whether a bracket holds the figure alone and tells which things the words before it mean (（日处理20吨以上）)."""
    bracketed = text[left.start - 1 : left.start] in ("（", "(") and text[end : end + 1] in ("）", ")")
    return bracketed and text[end - 2 : end] in ("以上", "以下") and not left.growth and _OWN.match(left.raw) is None


def described(text: str, first: Found, second: Found) -> bool:
    """Whether ``second`` only describes the things that ``first`` counts (10个年交易额超百亿元的市场)."""
    if base_of(first.quantity.unit) not in COUNTS or base_of(second.quantity.unit) in COUNTS or first.left.name:
        return False
    gap = text[first.end : second.quantity.begin]
    if not 0 < len(gap) <= 16 or re.search(r"[，,。；;、：:（）()\n]", gap):
        return False
    return re.match(r"的?[一-鿿]", text[second.end : second.end + 2]) is not None


def modifies(text: str, first: Found, second: Found) -> bool:
    """Whether ``first`` only tells which things ``second`` counts (产值10亿元以上企业20家)."""
    if base_of(second.quantity.unit) in RATIOS and not (first.left.between or first.left.growth or first.indicator):
        return _RATIO_OF.fullmatch(text, first.end, second.quantity.begin) is not None
    if _OF_THESE.fullmatch(text, first.end, second.quantity.begin) and first.quantity.unit == second.quantity.unit:
        return True
    if _SIZED.fullmatch(text, first.end, second.quantity.begin) and first.sign == "≥" and not first.left.raw.strip():
        return True
    counted = base_of(first.quantity.unit) in COUNTS and first.sign != "≥"
    if counted or base_of(second.quantity.unit) not in COUNTS or first.verb >= 0:
        return False
    if first.indicator and second.quantity.begin != first.end:
        return False
    gap = text[first.end : second.quantity.begin]
    if first.indicator:
        return True
    if not 0 < len(gap) <= 24 or re.search(r"[，,。；;、：:（）()\n]", gap) or _VERB_GAP.match(gap):
        return False
    return re.match("[一-鿿]", gap) is not None and re.match("和|及|与|以及", gap) is None
