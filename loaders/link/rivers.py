"""Rivers and lakes that the registry lacks, told by 流域 or a work behind them (举水流域), or by the list they stand in."""

from __future__ import annotations

import re
from urllib.parse import quote

from loaders.link.names import Name, Names
from loaders.registry import Place
from loaders.registry.iris import place_iri
from loaders.sentences import lines_with

_BASIN = re.compile(
    "[河江湖水溪](?:(?=流域|干流|水系)"
    "|(?<!水)(?=水环境|水生态|引水|调水|供水|治理工程|综合治理|综合整治|生态修复|航道|航运|航电|复航|补水|防洪治理|特大桥|大桥)"
    "|(?<=[河江])(?=[一-鿿]{1,4}段(?:综合|生态|防洪|河道|水环境)*(?:治理|整治|修复|清淤))"
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
_TREATED = re.compile("治理|整治|修复|疏浚|清淤")
"""What is done to rivers alone: 治理桃河、…"""
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
        if match["listed"] and not (_TREATED.search(text, max(0, begin - 2), begin) or _in_list(text, begin, names)):
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


_WATERS = re.compile("[一-鿿]{1,3}?[河江湖溪渠淀泊海湾水](?![南北苏西东库源质利])")
_RANGE = re.compile("[一-鿿]{1,4}?[山岭]")
_OF_WATERS = re.compile(
    "等?(?:[两三四五六七八九十0-9]+[大条个]?)?[一-鿿]{0,8}?(?:河流|河道|江河|流域|水系|支流|湖泊|河湖|湖库|水域|海域|海湾|综合治理|水污染|污染防治)"
)
_MANY = 2
_ENDING = re.compile("[河江湖溪渠淀泊海湾水山岭](?=[、—－-])")
"""How a member ends that another follows."""
_HILLS = frozenset("山岭")
_LISTS = re.compile("[一-鿿、—－-]+")
"""A stretch that may be a list: one that holds 、."""
_SHORTEST = 5
"""No list is of fewer characters."""
_MEMBER = re.compile("[一-鿿]+")


def water_runs(text: str, names: Names) -> list[tuple[int, int, Name]]:
    """``(begin, end, name)`` of the members of lists of rivers and lakes (拒马河、唐河、沙河等河道), or of mountains.

    A list counts where a member is a water of the registry, or where what follows says that these are waters.  A member that
    bears a town's or prefecture's name (沙河, 怒江) is the river there.
    """
    out: list[tuple[int, int, Name]] = []
    for match in (match for line in lines_with(text, _ENDING) for match in _LISTS.finditer(text, *line)):
        begin, stop = match.span()
        listed = stop - begin >= _SHORTEST and text.find("、", begin, stop) >= 0
        if listed and (ends := set(_ENDING.findall(text, begin, stop))):
            items = [(m.start(), m.end()) for m in _MEMBER.finditer(text, begin, stop)]
            if ends - _HILLS:
                out += _members(text, items, "WaterBody", _WATERS, names)
            if ends & _HILLS:
                out += _members(text, items, "Mountain", _RANGE, names)
    return out


def _is_city(text: str, names: Names) -> bool:
    """Whether a prefecture bears the name: 峨眉山、乐山大佛 lists what is to be seen."""
    name = names.by_text.get(text)
    return name is not None and any(place.level == "prefecture" for place in name.places)


def _members(
    text: str, items: list[tuple[int, int]], kind: str, shape: re.Pattern[str], names: Names
) -> list[tuple[int, int, Name]]:
    out: list[tuple[int, int, Name]] = []
    run: list[tuple[int, int]] = []
    for i, (begin, end) in enumerate(items):
        if i and shape.fullmatch(text, begin, end):
            run.append((begin, end))
            continue
        last = shape.match(text, begin, end)
        if run and last is not None and not (kind == "Mountain" and _is_city(text[slice(*last.span())], names)):
            run.append(last.span())
        out += _named(text, run, kind, names)
        run = []
        if i + 1 < len(items) and (first := _first(text, begin, end, shape, names)) is not None:
            run = [(first, end)]
    return out + _named(text, run, kind, names)


def _first(text: str, begin: int, end: int, shape: re.Pattern[str], names: Names) -> int | None:
    """Where the name begins that the first item ends with: behind a verb, or a name of the registry."""
    for length in range(min(LONGEST + 1, end - begin), 1, -1):
        if (known := names.by_text.get(text[end - length : end])) is not None and known.places and shape.fullmatch(known.text):
            return end - length
    at = max(begin, end - LONGEST - 2)
    for word in _WORD.finditer(text, at, end - 1):
        at = word.end()
    return at if shape.fullmatch(text, at, end) and not _KIND.match(text[at:end]) else None


def _named(text: str, run: list[tuple[int, int]], kind: str, names: Names) -> list[tuple[int, int, Name]]:
    """The run's members as names, where one is known or what follows the last says so; none where it is a single one."""
    if len(run) < _MANY:
        return []
    found = [names.by_text.get(text[begin:end]) for begin, end in run]
    ours = [name is not None and any(place.kind == kind for place in name.places) for name in found]
    told = kind == "WaterBody" and _OF_WATERS.match(text, run[-1][1]) is not None
    if not (any(ours) or told):
        return []
    firm = told or sum(ours) > 1
    out = []
    for (begin, end), name, own in zip(run, found, ours, strict=True):
        printed = text[begin:end]
        sure = firm or (name is not None and not name.strong)
        if _KIND.match(printed) or (name is not None and not own and not sure):
            continue
        places = tuple(place for place in name.places if place.kind == kind) if name is not None and own else ()
        made = Place(place_iri(quote(printed, safe="")), kind, printed)
        out.append((begin, end, Name(printed, places or (made,), True)))
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
