"""Lists of units as official prose writes them: who is named, each with its characters.

The grammar (GB/T 9704-2012 §7.3.2 主送机关 and drafting practice): units are parted by 、 within a kind and by ，or ； between
kinds; a list may share its head (湖北省、湖南省人民政府); 各省、自治区、直辖市人民政府 is one group.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.registry import load_registry
from loaders.unit_heads import IsAgent, Unit, collected, fronted

__all__ = ["SUFFIX", "SURE", "IsAgent", "Unit", "likely", "split_units"]

SUFFIX = re.compile(
    r"(?:委员会|办公室|办公厅|人民政府|政府|管委会|联席会议|领导小组|指挥部|委员?|部|委|办|局|厅|署|院|会|行|[分支]行|海关|公司|集团|中心|部门|机构|单位|公署"
    r"|总队|支队|大队|联社|社|站|所|校|大学|组|处|省|市|区|县|州|旗|盟|人大|政协|工会|团委|妇联|残联|侨联|文联|科协|台|队|厂|总部|团体|室|企业|高校|团|街道|乡|镇|乡镇|镇街|街镇|乡街|党委|党组)"
    r"(?:[（(][^（）()]{1,20}[）)])?$"
)
_EDGE = " 　\n。.:："
FLAGS = "★☆▲△●◆"
"""Signs before a unit of a list that mark it as the one that leads."""
_MARKS = frozenset("、，,；;")
_OPEN, _CLOSE = frozenset("（(〔[［"), frozenset("）)〕]］")
_GENERIC = re.compile(
    r"(?:各|有关|相关|所有|沿\S?|地方各?级?|[^、]{0,8}各)?(?:级)?(?:地级以上)?(?:省|自治区|直辖市(?:及计划单列市)?|计划单列市|省级|市级|市|自治州|州|盟|自治县|县|区|旗|特区|县级市|开发区|园区|乡|镇|街道|苏木|团场)(?:[（(][^（）()]{1,20}[）)])?$"
)
_ET_AL = re.compile(r"等(?:[两三四五六七八九十\d]{1,3}个?)?(?P<level>[省市县区州])?(?:级)?$")
_HEAD = re.compile(
    r"(?:(?:党委(?:和|、|及))?(?:人民)?政府|(?:党工委(?:和|、|及))?管委会|党委|主管部门|行政部门|部门)(?:和有关部门|及有关部门)?$"
)
_LEVELS = "省市县区州"
_AND = re.compile(r"以及|[和与及暨]")
_TAIL = re.compile(
    r"等(?:[两三四五六七八九十\d]{1,3}个?)?(?:(?:国务院|中央|党中央|省直|市直|区直|县直|州直|省级?|市级?|区级?|县级?|自治区|州级?)?(?:各?(?:有关|相关)|成员|省直|市直|区直|县直)?(?:部门|单位|部委|机构|方面|地方|地区|市县|企业)[^、，,；;等]{0,8})?$"
)
_AND_ALL = re.compile(
    r"(?:以及|[和与及暨])(?=(?:各|有关|相关)?(?:地区|地方|地)$|各(?!部门|单位|有关部门)|沿[线江海河边]|地方(?:各级|人民|政府|有关)|(?:有关|相关)(?:省|市|县|州|区|地方|企业))"
)
"""和, 及 before a phrase that takes in the levels below (国务院相关部门及各地区): two addressees."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]{2}")
SURE = 0.9
"""From here on `IsAgent` says that the name is one of a registry or pattern, not only that it ends like one."""
_DIVISION = re.compile(r"(?!各|有关|相关)[\u4e00-\u9fff]{2,8}[省市县区州]")
_PLACED = re.compile(
    r"(?!各|有关|相关)[\u4e00-\u9fff]{1,7}?(?P<level>[省市县区州])(?P<organ>[\u4e00-\u9fff]{2,14}(?:厅|局|委))"
)
_BARE = re.compile(r"(?:街道)?办事处|管委会|人民政府|行政公署|单位|部门")
_ENTERPRISES = re.compile(r"(?:企业|事业|企事业)单位")
"""市直各事业、企业单位: kinds of units that share the noun."""
_STATIONED = re.compile(r"省(?:、市)?(?:属)?驻")
_REMARK = re.compile(r"(?P<name>.{3,30})[（(](?P<remark>[^（）()、]{3,20})[）)]")
_ORGANS = re.compile(
    r"[^、]{2,20}主管部门(?:、[^、各有]{2,12}(?:[（(][^（）()]{1,8}[）)])?(?:厅|局|委|委员会|社|办|部门)(?:[（(][^（）()]{1,8}[）)])?)+"
)
"""商务主管部门、农业农村（农牧）厅（局、委）、供销合作社: organs of each of the levels listed before them."""
_MIXED = re.compile(r"[省市县区州盟][（(](?:自治|直辖|[省市区县州盟旗、,])+[）)]")
_COUNT = re.compile(r"(?:\d{1,2}|[两三四五六七八九十])个?$")
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,6}[^厅局委办部会院府\W]")
"""广西、贵州、云南省（区）水利厅: the bracket gives the levels of the other places that the list names."""
_LOWER = re.compile(
    r"各(?:省|市|地级?市|设区市|州|盟|县|区|旗)[\u4e00-\u9fff]{2,12}(?:厅|局|委)(?:、(?![省县区州盟旗各有相]|市(?!场))[\u4e00-\u9fff]{2,12}(?:厅|局|委|办|站|社))+"
)
"""各市商务局、文物局、国资委: organs of one level below."""
_PAIRED = re.compile(r"(?:党委|党工委|党组)(?:和|、|及)(?:人民政府|政府|管委会)$")
_TOWN = re.compile(r"[\u4e00-\u9fff]{2,6}(?:镇|乡|街道)")
_OWN = re.compile(
    r"(?:镇|乡|苏木|街道|社区)(?!镇|乡|街)(?:党委|政府)?[\u4e00-\u9fff]{1,10}(?:办|室|所|站|校|部|中心|队|委|院|局|组)$"
    r"|(?:省|市|县|区|州|盟|旗|自治区|国家|全国|中央|部)(?:委|政府|人大|政协)?[\u4e00-\u9fff]{2,16}(?:室|站|所|队|馆|院|处|组|台|社|司|中心|协会|学会|商会|专班|领导小组|指挥部|联席会议)$"
)


def likely(is_agent: IsAgent) -> IsAgent:
    """``is_agent``, but an organ named from its level (市政府督查室) counts as one where the registry knows no such pattern.

    Asked once a name: the tasks of a document name the same units again and again.
    """

    @cache
    def score(name: str) -> float:
        if _PAIRED.search(name):
            return 0.9
        known = is_agent(name)
        if known < 0.5 and _TOWN.fullmatch(name):
            return 0.5
        return 0.6 if known < 0.6 and _OWN.match(name) else known

    return score


def split_units(text: str, begin: int = 0, is_agent: IsAgent | None = None) -> list[Unit]:
    """The units listed in ``text``, which starts at offset ``begin`` of the clean text.

    ``is_agent`` (0…1) tells names apart where 和 may part two units or stand inside one (工业和信息化部).
    """
    out: list[Unit] = []
    for group in _groups(_atoms(text, begin)):
        headed = collected(_headed(_with_bare(group)))
        units = [named for unit in headed for named in _tailed(_without_remark(unit, is_agent), is_agent)]
        out.extend(fronted(units, is_agent) if is_agent else units)
    return [u for u in out if _WORD.search(u.text)]


def _atoms(text: str, begin: int) -> list[tuple[str, Unit]]:
    """Pieces between separators outside brackets, each with the separator before it."""
    atoms: list[tuple[str, Unit]] = []
    depth = start = 0
    separator = ""
    for i, char in enumerate(text + "；"):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif i == len(text) or (not depth and (char in _MARKS or char.isspace())):
            piece = text[start:i]
            left = len(piece) - len(piece.lstrip(_EDGE + FLAGS))
            core = piece.strip(_EDGE).lstrip(_EDGE + FLAGS)
            if core and atoms and separator == "、" and len(core) == 1 and _HAN.match(core):
                last = atoms[-1][1]
                stop = begin + start + left + 1
                atoms[-1] = (atoms[-1][0], Unit(text[last.begin - begin : stop - begin], last.begin, stop))
                separator = ""
            elif core:
                atoms.append((separator, Unit(core, begin + start + left, begin + start + left + len(core))))
                separator = ""
            separator = separator or char
            if char in "，,；;":
                separator = char
            start = i + 1
    return atoms


def _groups(atoms: list[tuple[str, Unit]]) -> list[list[Unit]]:
    """Atoms joined by 、 alone."""
    groups: list[list[Unit]] = []
    for separator, unit in atoms:
        if separator in ("、", "") and groups and separator:
            groups[-1].append(unit)
        else:
            groups.append([unit])
    return groups


def _with_bare(group: list[Unit]) -> list[Unit]:
    """各街道党工委、办事处: an organ's bare noun belongs to the 各… before it, 中央 to 省驻…单位 behind it."""
    out: list[Unit] = []
    for unit in group:
        if out and out[-1].text == "中央" and _STATIONED.match(unit.text):
            out[-1] = Unit(f"中央、{unit.text}", out[-1].begin, unit.end)
        elif out and _shares_noun(out[-1].text, unit.text):
            out[-1] = Unit(f"{out[-1].text}、{unit.text}", out[-1].begin, unit.end)
        else:
            out.append(unit)
    return out


def _shares_noun(before: str, name: str) -> bool:
    """Whether ``name`` is the bare noun of an organ that belongs to ``before`` too."""
    if _ENTERPRISES.fullmatch(name) and before.endswith(("事业", "机关")):
        return True
    return bool(_BARE.fullmatch(name)) and "各" in before[:4] and not _own_streets(before, name)


def _own_streets(before: str, name: str) -> bool:
    """各乡镇人民政府、街道办事处: the streets have their own organ beside the governments of the towns."""
    return name.startswith("街道") and before.endswith("政府")


def _without_remark(unit: Unit, is_agent: IsAgent | None) -> Unit:
    """省教育厅（幼儿园）: what the unit answers for, in brackets behind its name, is no part of it."""
    match = _REMARK.fullmatch(unit.text)
    if not match or is_agent is None or is_agent(match["name"]) < SURE or is_agent(match["remark"]) >= 0.5:
        return unit
    return Unit(match["name"], unit.begin, unit.begin + len(match["name"]))


def _headed(group: list[Unit]) -> list[Unit]:
    """The head that a list shares written out; a list of generic levels made one unit."""
    if whole := _levelled(group):
        return [whole]
    out: list[Unit] = []
    pending: list[Unit] = []
    for whole in group:
        unit = _without_et_al(whole)
        found = _HEAD.search(unit.text)
        head = found.group() if found else _organ_of(pending, unit)
        if head and pending:
            out.extend(_shared(pending, unit, head))
            pending = []
        elif _needs_head(unit.text):
            pending.append(unit)
        else:
            out.extend(pending)
            pending = []
            out.append(unit)
    return out + pending


def _without_et_al(unit: Unit) -> Unit:
    """龙岩市人民政府等: 等 behind the organ that a list shares names nobody."""
    name = unit.text.removesuffix("等")
    return Unit(name, unit.begin, unit.begin + len(name)) if name != unit.text and _HEAD.search(name) else unit


def _organ_of(pending: list[Unit], unit: Unit) -> str:
    """湖南省、江西省林业局: the organ, where ``pending`` are divisions of the level that stands before it; else empty."""
    match = _PLACED.fullmatch(unit.text)
    if not pending or match is None or not all(_DIVISION.fullmatch(u.text) and u.text[-1] == match["level"] for u in pending):
        return ""
    return match["organ"]


def _levelled(group: list[Unit]) -> Unit | None:
    """各省、自治区、直辖市发展改革委、财政厅（局）: levels that share organs are one group of addressees."""
    whole = Unit("、".join(u.text for u in group), group[0].begin, group[-1].end)
    if any("等省（" in u.text or "等省(" in u.text for u in group) or _LOWER.fullmatch(whole.text):
        return whole
    mixed = next((i for i, u in enumerate(group) if _MIXED.search(u.text)), 0)
    if mixed and not _HEAD.search(group[mixed].text) and all(_PLACE.fullmatch(u.text) for u in group[:mixed]):
        return whole
    if len(group) < 2 or not group[0].text.startswith("各") or not _GENERIC.fullmatch(group[0].text):
        return None
    organ = next((u for u in group if not _GENERIC.fullmatch(u.text)), None)
    if organ is None or organ.text.startswith(("各", "有关", "相关", "省", "国务院")):
        return None
    if _HEAD.search(organ.text) and not (
        organ != group[-1] and _ORGANS.fullmatch("、".join(u.text for u in group[group.index(organ) :]))
    ):
        return None
    return whole


def _needs_head(text: str) -> bool:
    """A name that may lack the head written further on: a place or level, or no unit at all."""
    return bool(_GENERIC.search(text)) or text.endswith(("城市", "地区")) or not SUFFIX.search(text)


def _shared(pending: list[Unit], last: Unit, head: str) -> list[Unit]:
    stem = last.text[: -len(head)]
    if et_al := _ET_AL.search(stem):
        level = et_al["level"] or ""
        last_name = Unit(stem[: et_al.start()], last.begin, last.begin + et_al.start())
        names = [*pending, last_name]
        return [Unit(u.text + ("" if u.text.endswith(level) else level) + head, u.begin, u.end) for u in names]
    first = next((i for i, u in enumerate(pending) if u.text.startswith(("各", "有关", "相关", "地方", "沿"))), None)
    if (
        first is not None
        and all(_GENERIC.fullmatch(name) for u in pending[first:] for name in u.text.split("、"))
        and _GENERIC.fullmatch(stem or "市")
    ):
        joined = "、".join(u.text for u in [*pending[first:], last])
        return [*(Unit(u.text, u.begin, u.end) for u in pending[:first]), Unit(joined, pending[first].begin, last.end)]
    if stem == "各" and all(u.text.startswith("各") for u in pending):
        return [*pending, last]  # 各地、各部门
    if head.endswith("部门") and all(SUFFIX.search(u.text) for u in pending):
        return [*pending, last]
    if mixed := _MIXED.search(stem):  # 重庆、四川省（市）人民政府; 山西、宁夏2省（区）人民政府
        name = _COUNT.sub("", stem[: mixed.start()])
        return [Unit(_province(u.text) + head, u.begin, u.end) for u in (*pending, Unit(name, last.begin, last.end))]
    level = stem[-1] if stem and stem[-1] in _LEVELS else ""
    return [*(Unit(u.text + ("" if _has_level(u.text) else level) + head, u.begin, u.end) for u in pending), last]


def _province(name: str) -> str:
    """The full name of the province called ``name`` (宁夏 → 宁夏回族自治区); any other as it is."""
    return next((place.name for place in load_registry().divisions.get(name, ()) if place.level == "province"), name)


def _has_level(name: str) -> bool:
    """Whether ``name`` says its level (恩施州, 江陵县); 荆州 and 杭州 do not."""
    return name[-1] in _LEVELS + "盟旗" and not (name[-1] == "州" and len(name) < len("恩施州"))


def _tailed(unit: Unit, is_agent: IsAgent | None) -> list[Unit]:
    """``A等有关部门`` → A (who else is meant, the text does not say); ``A和B`` → A, B.

    和 parts two names only where both are units and the whole is not.
    """
    if (both := _AND_ALL.search(unit.text)) and SUFFIX.search(unit.text[: both.start()]):
        left = Unit(unit.text[: both.start()], unit.begin, unit.begin + both.start())
        return [*_tailed(left, is_agent), Unit(unit.text[both.end() :], unit.begin + both.end(), unit.end)]
    if tail := _TAIL.search(unit.text):
        name = unit.text[: tail.start()]
        return _parted(Unit(name, unit.begin, unit.begin + len(name)), is_agent) if name else []
    return _parted(unit, is_agent)


def _parted(unit: Unit, is_agent: IsAgent | None) -> list[Unit]:
    if is_agent is None or "有关部门和" in unit.text or "部门和单位" in unit.text:
        return [unit]
    for match in _AND.finditer(unit.text):
        left, right = unit.text[: match.start()], unit.text[match.end() :]
        if (
            len(left) > 1
            and len(right) > 1
            and SUFFIX.search(left)
            and is_agent(unit.text) < min(is_agent(left), is_agent(right))
        ):
            middle = unit.begin + match.start()
            rest = _parted(Unit(right, unit.begin + match.end(), unit.end), is_agent)
            return [Unit(left, unit.begin, middle), *rest]
    return [unit]
