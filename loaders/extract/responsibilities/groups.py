"""Group words that a text defines by listing: 湖北、湖南、江西三省 makes 三省 those three."""

from __future__ import annotations

import re

from loaders.numerals import number

_LISTED = re.compile(
    r"((?:[\u4e00-\u9fff]{2,9}[、和与]){1,20}[\u4e00-\u9fff]{2,9}?)等?([两三四五六七八九十\d]{1,3})(省市|省|市|地|县|区|方|州)(?![一-鿿]{0,1}[\d])"
)
_STEM = re.compile(r"^.*(?:地跨|包括|涵盖|由|及|在|以|对|与|为|将|是|跨|即|其中|支持|推动|推进|促进|加强)")


def group_members(text: str) -> dict[str, tuple[str, ...]]:
    """Group word (三省) → the names the text lists before it, each with the group's kind (湖北省).

    Only lists whose length is the number said count; the first definition holds.
    """
    out: dict[str, tuple[str, ...]] = {}
    for match in _LISTED.finditer(text):
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
