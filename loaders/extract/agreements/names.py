"""Names of parties in a clause: lists with 、, pairs with 与 or 和, places counted (五市), a shared organ (四市公安局)."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from loaders.model import AgentMention, Span
from loaders.units import SUFFIX

_FRONT = re.compile(
    r"^[^与和、暨]*?(?:\d日(?:上午|下午|晚间?)?[电讯]?(?![与和同、])|[〇○零一二三四五六七八九十]日)\s*(?:[，,])?|^(?!中国[（(]).*?(?:[）)](?=[^（）()]*[、和与同]))\s*(?:[，,])?|^(?:日前|近日|今日|今天|昨天|昨日|当日|当天|会上|会议期间|会前|期间)|^[，、,\s●•■◆▪]+"
)
_BY = re.compile(
    r"^[^、]*(?:包括|包含|涵盖)|^.*(?:出席|见证|参加)了?|^.*(?:协议|备忘录)[、和]|^(?:由|经|在(?=[^、]{2,8}(?:见证|指导)下)|本协议由|其中|并|根据|按照)(?!济|信|开|营|贸|理)"
    r"|^[\u4e00-\u9fff·]{2,8}?(?<![与和同、及])代表(?=[\u4e00-\u9fff]{2,16}(?:政府|[委局厅办会]))"
)
"""What stands before the first name: a preposition, the person who signs for it (张某代表市政府)."""
_BACK = re.compile(
    r"(?:(?:\d{1,2}月)?\d{1,2}日|于[^、于]{1,16}|在[^、在]{1,24}|正式|共同|联合|分别|还|也|又|再|成功|再次|首次|携手|现场|集体|今[天日]|日前|近[日期]|最近|成功|[双三四五六七八九]方"
    r"|就[^、]{1,40}|围绕[^、]{1,40}|上午|下午|(?:[有相]关|主要)?(?:代表|负责人|负责同志|领导|检察长|院长|[省市县区州局厅]长|主任)|开展[^、]{0,30}|(?:充分|友好)*协商(?:一致)?|出席[^、]{0,6}|参加[^、]{0,6}|等[^、等]{0,6}(?:企业|乡镇|街道|村|单位|公司|机构|银行|高校|部门)|召开[^、]{0,30}|举行[^、]{0,30}|[（(][^（）()]*[）)]|等|[，,\s])$"
)
_COUNT = re.compile(
    r"(?:等|的)?(?:跨[省市县区]|毗邻|沿[江河线]|(?<=等)[\u4e00-\u9fff]{2,4}(?=\d))?(?:[两二三四五六七八九十\d]{1,2}|[“\"]?[三四五六])个?(?P<level>省市|省区市|省区|区省|市县|(?:[\u4e00-\u9fff]{2,3})?城市|省|市|地|县区|县|区|城|州|方|家|所(?:高校|院校|大学)|部门|单位)(?P<organ>[\u4e00-\u9fff]{0,14}(?:(?<=[局厅委院府])、(?:[^\W省市县区州]{2,6}[局厅委]|(?:人民)?(?:法院|检察院)))*)$"
)
_ENUMERATED = re.compile(r"[（(][^（）()]*、[^（）()]*[）)]")
"""县（市、区）: the bracket parts no names."""
_PLACE = 12
"""No name of a place is longer."""
_OTHERS = re.compile(
    r"(?:协同|会同|携手|联合|与|和|及)[\d一二三四五六七八九十]+个?(?:省会|观察员|成员|兄弟|周边)(?:城市|单位)$"
)
"""Some more that are only counted (四个省会城市协同十二个观察员城市)."""
_MIXED = ("省市", "省区市", "省区", "区省", "市县")
"""广西、海南两省区政府: whose organ each is, the count does not tell."""
_AUTONOMOUS = {
    "内蒙古": "自治区",
    "广西": "壮族自治区",
    "西藏": "自治区",
    "宁夏": "回族自治区",
    "新疆": "维吾尔自治区",
}
_REGION = re.compile("^(?:北京|天津|上海|重庆)|[省市区]$")
"""两区省政府, 两省市政府: each province has the rank of its own."""
_ORGAN_TAIL = re.compile(
    r"(?:(?:人民)?政府|(?:(?:中级|高级)?人民)?法院|[中高]院|(?:人民)?检察院|[\u4e00-\u9fff]{2,10}(?:局|厅|委员会|委|管委会|办公室))$"
)
"""A tail that the names of a list share, behind the last place: 宿州市、徐州市政府, 甲、乙中院."""
_RANKED = re.compile(r"[省市县区州盟旗]$")
_SESSION = re.compile(r"(?:座谈会|交流会|会议|论坛|峰会|仪式|大会|签约)$")
"""A meeting signs nothing."""
_PAIRS = re.compile(r"协同|会同|携手|联合(?=.{2,12}[市县区州省府])|[与暨]|(?<![大协会])同(?![江心仁德安里济方])|以及|及")
_BEHIND_NAME = re.compile(
    r"(?:(?:\d{1,2}月)?\d{1,2}日|(?:去年|今年|前年)(?:\d{1,2}月)?|等\d*个?(?:乡镇|街道|村|企业|单位)|[（(][^（）()]*[）)]|分别|(?<=.{3})[还也又再]|\s+)+$"
)
_OF = re.compile("[\u4e00-\u9fff]{2,8}(?:省|市|自治区|州)的(?=[\u4e00-\u9fff]{2})|我[省市县区州](?=[\u4e00-\u9fff]{3})")
"""四川省的遂宁市, 我省遂宁市."""
_OWN = re.compile(r"^(?:我|本|该)[省市县区州厅局委部院办校]|^双方|^各方|^会议")
_NOT_ALONE = re.compile(r"(?:有关|各)|负责同志|^\d|常委$|代表团$|率领")
_ORGANISATION = re.compile(r"(?:大学|学院|银行|集团|科技|研究院|联合会|协会|商会|学会)$")
"""Ends of names that are no organs' but sign agreements."""
_SHORT_NAME = re.compile(
    r"(?!.*(?:[的了在将就对把被让使并也是等]|(?<!成)都(?!市)|签|合作|共同|双方))[\u4e00-\u9fffA-Za-z0-9]{2,12}"
)
"""A company's short name, told by its place beside an organ that signs with it (中电某谷与某区政府签署)."""
_OFFICE = re.compile("书记|[省市县区州局厅处]长|主任|主席|董事|经理|总裁|记者|委员")
"""A person by his office is no company's short name."""
_VAGUE = re.compile(
    r"^(?:各|其他|与之)?(?:相关|相邻|毗邻|对应)|[\u4e00-\u9fff]*\d+[个所家](?:乡镇|街道|村|企业|单位|成员|高校|院校|银行|医院|公司)$"
)
"""The other side of several agreements at once (A县、B县与相关县（市、区）): nobody in particular."""


def names_in(clause: str, begin: int, places: Collection[str]) -> tuple[AgentMention, ...]:
    """The parties that ``clause`` (at offset ``begin``) lists before its verb; ``places`` are names known to be of places.

    Returns an empty tuple where what stands there is no list of units or places.
    """
    left, right = _trimmed(clause)
    together = False
    core = _ENUMERATED.sub(lambda bracket: " " * len(bracket[0]), clause[left:right])
    with_other = core.startswith(("与", "同", "和"))
    if with_other:
        left += 1
        core = core[1:]
    core = _OTHERS.sub("", core)
    if (side := re.search("[与暨]", core)) and (listed := _COUNT.search(core[: side.start()])) and listed.start():
        other = names_in(core[side.start() :], begin + left + side.start(), places)
        return (*names_in(core[: side.start()], begin + left, places), *other)
    level, organ, mixed = "", "", False
    if count := _COUNT.search(core):
        level, organ = count["level"][-1], count["organ"]
        mixed = count["level"] in _MIXED and (organ.endswith("政府") or count["level"] in ("省区", "区省", "省区市"))
        if organ and (not SUFFIX.search(organ) or (count["level"] in _MIXED and not mixed)):
            organ = ""
        core = core[: count.start()]
        together = True
    out = []
    names = _shared(core, _juxtaposed(core, places) or _split(core), places)
    sure = sum(bool(SUFFIX.search(name) or _ORGANISATION.search(name) or name in places) for name, _ in names)
    led = 1 < core.find("与") < core.find("、") and (SUFFIX.search(names[0][0]) or names[0][0] in places)
    row = len(names) > 2 and (2 * sure >= len(names) or led) and not any(_OFFICE.search(name) for name, _ in names)
    two = len(names) == 2 and re.search("[与暨和]", core) is not None
    paired = row or (two and any(SUFFIX.search(n) or n in places for n, _ in names))
    for name, at in names:
        name = name[:-1] if name[-1:] in "还也又再均" and name[:-1] in places else name
        full = name = _inner(name, places)
        if organ and mixed:
            full = ranked(name, "省") + organ
        elif organ and level in "省市县区州地":
            full = (name if level == "地" else ranked(name, level)) + organ.partition("、")[0]
        known = SUFFIX.search(full) or full in places or _VAGUE.match(full) or (together and len(full) <= 5)
        known = known or bool(_ORGANISATION.search(full) or (paired and _SHORT_NAME.fullmatch(full)))
        if not known or len(full) < 2:
            return ()
        if _NOT_ALONE.search(full) or _SESSION.search(full) or len(full) > 40:
            return ()
        if not _OWN.match(full) and not _VAGUE.match(full):
            size = min(len(name), len(core) - at)
            out.append(AgentMention(full, Span(begin + left + at, begin + left + at + size)))
    first, *more = organ.split("、")
    out += [replace(one, text=one.text.removesuffix(first) + other) for other in more for one in out]
    return tuple(out) if len(out) > 1 or with_other or len(out) < len(names) else ()


def _inner(name: str, places: Collection[str]) -> str:
    """``name`` without what tells where it lies or what it is like (四川省的遂宁市, 我省毗邻重庆的泸州)."""
    of = name.rfind("的") + 1
    if of and (name[of:] in places or _OF.match(name, 0, of + 2)):
        return name[of:]
    return name[2:] if _OF.match(name) and not of and any(name[2:k] in places for k in range(4, len(name) + 1)) else name


def ranked(name: str, level: str) -> str:
    """``name`` with the word for its rank, where it lacks it: 甘肃省, 广西壮族自治区; ``level`` is 省, 市, 县, 区 or 州."""
    if level == "省":
        return name if _REGION.search(name) else name + _AUTONOMOUS.get(name, "省")
    return name if name.endswith(level) else name + level


def _shared(core: str, names: list[tuple[str, int]], places: Collection[str]) -> list[tuple[str, int]]:
    """``names`` with the organ that the last place of a row names for all (甲、乙、丙中院; 甲市与乙市政府).

    Between two names that 与 or 和 joins only a government is shared: 甲市与乙省水利厅 are a city and a department.
    """
    out, tail = list(names), ""
    for i, (name, at) in reversed(list(enumerate(names))):
        joint = core[at + len(name) : names[i + 1][1]] if i + 1 < len(names) else ""
        if tail and _is_place(name, places) and ("、" in joint or len(names) > 2 or tail.endswith("政府")):
            out[i] = (name + tail, at)
            continue
        head = next((name[:k] for k in range(min(len(name) - 1, _PLACE), 1, -1) if _is_place(name[:k], places)), name)
        tail = name[len(head) :] if _ORGAN_TAIL.fullmatch(name, len(head)) else ""
    return out


def _is_place(name: str, places: Collection[str]) -> bool:
    """A place of the text, two of which one lies in the other (广东梅州), or a name with its rank."""
    if name in places or (len(name) > 2 and _RANKED.search(name)):
        return True
    return any(name[:k] in places and name[k:] in places for k in range(2, len(name) - 1))


def _juxtaposed(core: str, places: Collection[str]) -> list[tuple[str, int]]:
    """Places side by side, as headlines print them (芜湖马鞍山签署…): each with its offset, or none."""
    out: list[tuple[str, int]] = []
    at = 0
    while at < len(core):
        end = next((end for end in range(min(len(core), at + _PLACE), at + 1, -1) if core[at:end] in places), 0)
        if not end:
            return []
        out.append((core[at:end], at))
        at = end
    return out if len(out) > 1 else []


def _trimmed(clause: str) -> tuple[int, int]:
    """``clause`` without dates, places and adverbs around the names."""
    left, right = 0, len(clause)
    while (m := _FRONT.match(clause[left:right]) or _BY.match(clause[left:right])) and m.end():
        left += m.end()
    while (m := _BACK.search(clause[left:right])) and m.group():
        right = left + m.start()
    return left, right


def _split(core: str) -> list[tuple[str, int]]:
    """The names with their offsets; 和 parts only what ends like a unit (林业和草原局 is one)."""
    out: list[tuple[str, int]] = []
    for piece in re.finditer(r"[^、]+", core):
        at = piece.start()
        for part in _PAIRS.split(piece.group()):
            at = core.index(part, at)
            out.extend(_by_and(part, at))
            at += len(part)
    return [(name, at) for name, at in (_clean(*each) for each in out) if name]


def _clean(name: str, at: int) -> tuple[str, int]:
    """Without a day or adverb behind the name (公司20日与, 公司还与) and blanks."""
    bare = name.lstrip(" 　")
    return _BEHIND_NAME.sub("", bare), at + len(name) - len(bare)


def _by_and(part: str, at: int) -> list[tuple[str, int]]:
    for match in re.finditer("和", part):
        left, right = part[: match.start()], part[match.end() :]
        if (
            len(right) > 1
            and (SUFFIX.search(left) or (len(left) <= 4 and len(right) <= 5))
            and not re.match(r"[信息化草田]", right)
        ):
            return [(left, at), *_by_and(right, at + match.end())]
    return [(part, at)]
