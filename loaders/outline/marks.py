"""Numbers that open a heading (GB/T 9704-2012 §7.3.3: 一、 （一） 1. （1）; laws: 第一编, 第一章, 第一节, 第一条)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.model import Span
from loaders.numerals import number

CN = "[一二三四五六七八九十百]{1,5}"
_MEASURE = "(?:[万亿元米吨倍亩]|公里|千米|平方|立方|小时|分钟|公顷|千瓦|兆|个百分点)"
"""Behind a number with a point, these make it a figure (1.5万亿元), not the number of a heading."""
_MARK = re.compile(
    rf"第(?P<chapter>{CN}|\d{{1,3}})(?P<unit>[编篇章节]|部分)(?=[\s\u3000:：]|[\u4e00-\u9fff])[\s\u3000:：]*"
    rf"|第(?P<article>{CN}|\d{{1,3}})条[\s\u3000:：]*"
    rf"|(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?![\d%％])(?!\s*{_MEASURE})[\s\u3000、.．]*(?![万亿千百元公米吨个平小倍户人亩条座岁])(?=[\u4e00-\u9fff“])"
    rf"|(?P<cn>{CN})(?:、|[．.](?!\d))\s*"
    rf"|[（(]\s*(?P<cnp>{CN})\s*[）)][、．.]?\s*"
    rf"|(?P<ar>\d{{1,3}})\s*(?:[.．﹒](?!\d)|[.．](?=(?:19|20)\d\d年|\d{{3}}(?!{_MEASURE})[\u4e00-\u9fff])|、)\s*"
    rf"|[（(]\s*(?P<arp>\d{{1,3}})\s*[）)][、．.]?\s*"
    rf"|(?P<circle>[①-⑳])\s*"
    rf"|(?P<roman>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])(?:[、．.]\s*|[\s\u3000]+)(?=[\u4e00-\u9fff“])"
    rf"|(?P<lost>[.．])(?=[\u4e00-\u9fff“])"
)
_BARE = re.compile(r"(?P<value>\d{1,2})[\s\u3000]*(?=[\u4e00-\u9fff“][^。；，]{1,28}$)")
_LISTED = re.compile(r"(?P<value>[一二三四五六七八九十]{1,2})是(?=[\u4e00-\u9fff“])")
_NAMED = re.compile(
    r"(?:重点|专项|主要)?(?:任务|行动|工程|专项|举措|措施|事项|课题|清单)(?P<value>[一二三四五六七八九十]{1,3}|\d{1,2})(?:[：:、]\s*|[\s\u3000]+)(?=[\u4e00-\u9fff“《])"
)
_NAMED_LINE = re.compile(f"^{_NAMED.pattern}", re.MULTILINE)
NAMED = 0.5
"""What a number with a name before it (行动一：…) ranks below the mark above it."""
DECIMAL = 20
"""Rank of the headings of a text that numbers 1, 1.1, 1.1.1; one more for each point."""
RANKS = {
    "编": 0,
    "篇": 0,
    "部分": 0,
    "章": 1,
    "节": 2,
    "article": 3,
    "cn": 4,
    "cnp": 5,
    "ar": 6,
    "arp": 7,
    "circle": 8,
    "roman": 1,
}
"""Rank of each kind of mark, outermost first; Ⅰ stands where a chapter would."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading's number: its ``rank``, ``value`` (0 where the source lost it), as ``printed``, and its length."""

    rank: float
    value: int
    printed: str
    length: int

    @property
    def lost(self) -> bool:
        """Only the point of the number is left."""
        return self.value == 0


def mark_of(line: str) -> Mark | None:
    """The mark that opens ``line``, or ``None``."""
    match = _MARK.match(line)
    if not match:
        return None
    kind = match.lastgroup or ""
    if kind == "unit":
        return Mark(RANKS[match["unit"]], number(match["chapter"]) or 0, match.group().strip(" 　:："), match.end())
    if kind == "decimal":
        parts = match[kind].split(".")
        return Mark(DECIMAL + len(parts) - 1, int(parts[-1]), match[kind], match.end())
    if kind == "lost":
        return Mark(RANKS["ar"], 0, match.group(), match.end())
    first = {"circle": "①", "roman": "Ⅰ"}.get(kind)
    value = ord(match[kind]) - ord(first) + 1 if first else number(match[kind])
    if not value:
        return None
    return Mark(RANKS[kind], value, match.group().strip().rstrip("、．.﹒").strip(), match.end())


def listed_mark(line: str) -> Mark | None:
    """The mark of a paragraph of a list in words (一是…, 二是…)."""
    match = _LISTED.match(line)
    value = number(match["value"]) if match else None
    return Mark(RANKS["cnp"], value, match.group(), match.end()) if match and value else None


def has_named(text: str, body: Span) -> bool:
    """Whether a line of ``body`` opens with a number that has a name; asked before the lines are read one by one."""
    return _NAMED_LINE.search(text, *body) is not None


def named_mark(line: str, above: float) -> Mark | None:
    """The mark of a heading whose number has a name (任务一：…, 专项行动2 …), below a mark of rank ``above``."""
    match = _NAMED.match(line)
    value = number(match["value"]) if match else None
    return Mark(above + NAMED, value, match["value"], match.end()) if match and value else None


def bare_mark(line: str) -> Mark | None:
    """The mark of a first-level heading (1  总体要求) in a text that numbers decimally."""
    match = _BARE.match(line)
    return Mark(DECIMAL, int(match["value"]), match["value"], match.end()) if match else None
