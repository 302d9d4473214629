"""What is a kind or a number of works, a clause or a part of a quotation, and so no name."""

from __future__ import annotations

import re

from loaders.extract.projects.ground import Ground
from loaders.extract.projects.lexicon import lexicon
from loaders.extract.projects.names import Name, strip_generic

_EDITION = re.compile("第[一二三四五六七八九十百\\d]+届|\\d{4}年?.*(?:会|节)$")
"""第六届博览会: an event of its year."""
UNNAMED = re.compile(
    "其中|以及|新一轮|包括|同时|全[省市县区]|我[省市县区国]|[该本各]|使|“十[一二三四五六]五”|(?:破解|化解|消除|缓解)|(?:总|计划)?投资\\d"
)
"""What begins so tells a kind or a sum of works (其中高速公路, “十四五”新开工高速公路)."""
CLASSES = frozenset(
    (
        "高速公路",
        "公路",
        "高速",
        "铁路",
        "高速铁路",
        "高铁",
        "国道",
        "省道",
        "航道",
        "水库",
        "隧道",
        "大桥",
        "支线机场",
        "通用机场",
        "快速路",
        "立交",
        "管道",
        "电站",
        "水电站",
    )
)
_KINDS = CLASSES | {"机场", "工程", "项目"}
_MERE = re.compile("境内|在建|新建|新开工|已建成|的")
_WIDE = frozenset(("Province", "Country"))
_GRAND = "(?:国家|全国|省级|世界|\\d|[一-鿿]{6})"
CLAUSE = re.compile(
    "，|作为|第一城|经济中心$|\\d+[个项](?=重[大点])|集中开工|的(?=\\d+[个项])|举行|召开|亿元|万元|今年|年内|还有|[！!]|以(?<=^以)(?=.{1,10}为)|要求|负责|通过|根据|按照|围绕|依托|打通|执法|为基础|配套建设|布局|设立|甲方|乙方|项目建设|与(?<=^与)|同(?<=^同)"
    "|在(?:(?<=^在)(?!建)|(?<=[一-鿿]在)(?<![存内]在)(?![建线岸]))"
    f"|建设(?:[的和、项]|(?<=[一-鿿]建设){_GRAND})|(?:创建|争创|打造)(?<=[一-鿿]..){_GRAND}"
)
"""What no name holds; every branch begins with a character, so that it is looked for fast."""
_DATED = re.compile("(?:到|截至)?\\d{4}年(?:底|末|前|内)*")
"""2025年高速公路通车里程: the year is no part of a name."""
FIELDS = ("类", "领域", "方面", "等")
"""Kinds of works, not one of them (民生和社会事业类)."""
_SUMMED = re.compile("\\d+[个项]|集中|新?开工|实施|建成|竣工|前期|储备|的|[省市县区]级?(?=重[大点]|$)|^[省市县区]")
_RANKED = re.compile("(?:重[大点]|主要|骨干|标志性|产业|民生|基础设施|交通|水利|建设|合作|共建|国家级?|全|本)*")
_REGIONS = ("Region", "UrbanAgglomeration", "MetropolitanArea")


def is_dated(text: str, head: str) -> bool:
    """Whether it is an event of its year, or a year stands before the head."""
    dated = _DATED.match(text)
    return _EDITION.match(text) is not None or (dated is not None and text.startswith(head, dated.end()))


def is_class(ground: Ground, name: Name, before: str) -> bool:
    """Whether only a province or a great region stands before a kind of works (甘肃高速公路, 西部支线机场)."""
    own = [place for piece in name.pieces for place in ground.within(*piece)]
    whole = "".join(place.text for place in own)
    return bool(own) and _MERE.sub("", before) == whole and all(place.kind in _WIDE for place in own)


def is_sum(ground: Ground, name: Name, before: str) -> bool:
    """Whether only a division or region stands before 项目 with words that tell no more than its rank (A省重大项目)."""
    if before.endswith(("重大", "重点")):
        return True
    own = [place for piece in name.pieces for place in ground.within(*piece)]
    if not own or not all(place.code or place.kind in _REGIONS for place in own):
        return False
    for place in own:
        before = before.replace(place.text, "")
    return _RANKED.fullmatch(_SUMMED.sub("", before)) is not None


def is_torn(ground: Ground, name: Name) -> bool:
    """Whether the name is the beginning of a quotation that goes on (“产业项目建设年”), or a great region's works of a kind."""
    raw = "".join(ground.plain[piece.begin : piece.end] for piece in name.pieces)
    if raw.count("“") > raw.count("”") and not ground.plain.startswith("”", name.pieces[-1].end):
        return True
    if name.head not in _KINDS or raw[0] not in "中西东华":
        return False
    macro = next((word for word in lexicon().macro if raw.startswith(word)), "")
    return bool(macro) and not strip_generic(raw[len(macro) : raw.rfind(name.head)].removeprefix("地区"))


def is_phrase(text: str) -> bool:
    """Whether ``text`` tells a kind or a number of works, or is a clause."""
    return bool(UNNAMED.match(text) or CLAUSE.search(text) or lexicon().amount.match(text))
