"""Rivers and lakes that the registry lacks, told by 流域 or a work behind them (举水流域), or by the list they stand in."""

from __future__ import annotations

import re
from urllib.parse import quote

from loaders.link.names import Name, Names
from loaders.registry import Place
from loaders.registry.iris import place_iri

_BASIN = re.compile(
    "[河江湖水溪](?:(?=流域|干流|水系)"
    "|(?<!水)(?=水环境|水生态|引水|调水|供水|治理工程|综合治理|综合整治|生态修复|航道|航运|航电|复航|补水|防洪治理|特大桥|大桥)"
    "|(?<=[河江])(?=(?:、[一-鿿]{1,3}[河江])?等?(?:支流|河流))|(?<=[河江湖])(?=(?P<listed>[、和与等])))"
)
"""Beginning with one class of characters, it is looked for fast."""
_WORD = re.compile(
    "[、，。；：,;:（(《“\\s和与及以对在至沿是为]|推进|加强|实施|开展|深化|治理|修复|保护|完善|加快|统筹|围绕|建立|提升|打造|抓好|做好|支持|推动"
    "|编制|开工|续建|新建|建成|改造|谋划|涉及|位于|建设|强化|改善|巩固|整治|启动|探索|落实|省|市|县|区"
)
"""What ends before a river's name."""
_KIND = re.compile(
    "(?:[一二两三四五六七八九十大中小内外长新老各]|主要|重[点要]|跨界|跨省|跨市|城市|农村|黑臭|江|入|出|饮用?|供|排|人工|运|护城|界|污|节|用|雨|地下|地表|境内|省内|市内|其他|相关|有关|支)*[河江湖水溪]+$"
)
"""Of these there are many: 中小河流域, 内湖水系."""
LONGEST = 4


def river_hits(text: str, names: Names) -> list[tuple[int, int, Name]]:
    """``(begin, end, name)`` of each water named before 流域, 干流 or 水系: the registry's, else one made from its name."""
    out: list[tuple[int, int, Name]] = []
    for match in _BASIN.finditer(text):
        end = match.end()
        begin = max(0, end - LONGEST - 2)
        for word in _WORD.finditer(text, begin, end - 1):
            begin = word.end()
        name = text[begin:end]
        if match["listed"] and not _in_list(text, begin, names):
            continue
        if any(_is_water(part, names) for n in range(2, len(name)) for part in (name[-n:], name[:n])):
            continue
        if (
            not 2 <= len(name) <= LONGEST
            or _KIND.match(name)
            or not (begin == 0 or _WORD.search(text, max(0, begin - 2), begin))
        ):
            continue
        known = names.by_text.get(name)
        if known is None:
            out.append((begin, end, Name(name, (Place(place_iri(quote(name, safe="")), "WaterBody", name),), True)))
        elif known.places and not known.strong:
            out.append((begin, end, Name(name, known.places, True)))
    return out


def _in_list(text: str, begin: int, names: Names) -> bool:
    """Whether a known water or range stands before the 、 that ``begin`` follows (长白山、图们江、海兰江等)."""
    if not text.startswith("、", begin - 1):
        return False
    left = (names.by_text.get(text[begin - 1 - length : begin - 1]) for length in (2, 3, 4))
    return any(name is not None and name.places and name.places[0].kind in ("WaterBody", "Mountain") for name in left)


def _is_water(text: str, names: Names) -> bool:
    known = names.by_text.get(text)
    return known is not None and bool(known.places) and known.places[0].kind == "WaterBody"
