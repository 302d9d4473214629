"""Group words that a text defines by listing: 湖北、湖南、江西三省 makes 三省 those three."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.numerals import number

_LISTED = re.compile(
    r"((?:[\u4e00-\u9fff]{2,9}[、和与]){1,20}[\u4e00-\u9fff]{2,9}?)等?([两三四五六七八九十\d]{1,3})(省市|省|市|地|县|区|方|州)(?![一-鿿]{0,1}[\d])"
)
_RUN = re.compile(r"[\u4e00-\u9fff、\d]+")
_COUNT = re.compile(r"[省市地县区方州](?<=[两三四五六七八九十\d].)")
"""Few runs of characters hold a count, and only these can hold a list with one."""
_AND = re.compile("[和与]")
MANY, NEAR = 12, 220
"""A stretch of so many 和 within the reach of one list is no list; trying all ways to part it would take for ever."""
_STEM = re.compile(r"^.*(?:地跨|包括|涵盖|由|及|在|以|对|与|为|将|是|跨|即|其中|支持|推动|推进|促进|加强)")


def group_members(text: str) -> dict[str, tuple[str, ...]]:
    """Group word (三省) → the names the text lists before it, each with the group's kind (湖北省).

    Only lists whose length is the number said count; the first definition holds.
    """
    out: dict[str, tuple[str, ...]] = {}
    for match in _lists(text):
        names = re.split(r"[、和与]", match.group(1))
        count = number(match.group(2))
        if not count or len(names) < count:
            continue
        names = names[-count:]
        names[0] = _STEM.sub("", names[0])
        kind = match.group(3)[0]
        word = match.group(2) + match.group(3)
        if all(2 <= len(n) <= 9 for n in names) and word not in out:
            suffix = kind if kind in "省市县区州" and match.group(3) != "省市" else ""
            out[word] = tuple(n if not suffix or n.endswith(suffix) else n + suffix for n in names)
    return out


def _lists(text: str) -> Iterator[re.Match[str]]:
    """The lists with their count, looked for only in the runs that hold a count."""
    reach = 0
    for count in _COUNT.finditer(text):
        if count.start() < reach:
            continue
        begin = _begin(text, reach, count.start())
        run = _RUN.match(text, begin)
        reach = run.end() if run else count.end()
        ands = [m.start() for m in _AND.finditer(text, begin, reach)]
        if all(b - a > NEAR for a, b in zip(ands, ands[MANY:], strict=False)):
            yield from _LISTED.finditer(text, begin, reach)


def _begin(text: str, low: int, at: int) -> int:
    """Where the run that holds ``at`` begins, ``low`` at the earliest."""
    while at > low and ("\u4e00" <= text[at - 1] <= "\u9fff" or text[at - 1] == "、" or text[at - 1].isdecimal()):
        at -= 1
    return at
