"""What the indicator itself says of a figure: how a place is, how large works to come are to be, what had been planned."""

from __future__ import annotations

import re

from loaders.extract.targets.draft import Figure, Found
from loaders.extract.targets.layout import Layout
from loaders.extract.targets.works import SIZE

_STATIVE = re.compile(
    "(?:国土|土地|陆域|海域|行政区域|区域|地域|^总|幅员)面积$|海岸线(?:总?长度?)?$|(?:常住|户籍|总)人口$|^人口$"
)
"""What a place is like as it is, unless a plan or a year to come is spoken of."""
_PLANNED = re.compile("到20\\d\\d年|20\\d\\d年|达到|控制|力争|规划(?!范围|包括)|预测|将|目标|增长")
_BUILT = re.compile("已?建成|通车|投用|投产|运营|竣工|完工")
_UNDER_WAY = re.compile(
    "可研|可行性|获批|批复|纳入|规划|拟建|将|前期|在建|开工|建设项目|重点项目|拟设|拟建|命名|起自|终至|争取"
)
"""What is said of works not yet built, whose size is one to be reached."""
_REACH = 400
_AFTER = 60
"""What is said of works may follow their size within so many characters."""


def told(
    layout: Layout, item: Found, indicator: str, dated: tuple[int | None, str], previous: Figure | None
) -> tuple[int | None, str]:
    """Year and kind of the figure ``item`` called ``indicator``, which its time alone would make ``dated``."""
    year, kind = dated
    text, at = layout.text, item.quantity.begin
    sentence = max(layout.sentence(at), at - _REACH)
    stative = _STATIVE.search(indicator) is not None
    if stative and not item.left.growth and _PLANNED.search(text, sentence, at) is None:
        return year, "baseline"
    plan = item.left.raw.endswith("完成") and text.startswith("的", item.end) and indicator.endswith(("任务", "计划", "目标"))
    if plan and previous is not None:
        return previous.year, "target"
    if kind == "baseline" and year is None and SIZE.match(indicator) and not stative and not _BUILT.search(text, sentence, at):
        coming = _UNDER_WAY.search(text, sentence, min(item.end + _AFTER, len(text)))
        return year, "target" if coming else kind
    return year, kind
