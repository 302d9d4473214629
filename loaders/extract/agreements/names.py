"""Names of parties in a clause: lists with 、, pairs with 与 or 和, places counted (五市), a shared organ (四市公安局)."""

from __future__ import annotations

import re
from collections.abc import Collection

from loaders.model import AgentMention, Span
from loaders.units import SUFFIX

_FRONT = re.compile(
    r"^.*?(?:\d日(?:上午|下午|晚间?)?[电讯]?(?![与和同、])|[〇○零一二三四五六七八九十]日|[）)](?=[^（）()]*[、和与同]))\s*(?:[，,])?|^(?:日前|近日|今日|今天|当日|当天|会上|会议期间|会前|期间)|^[，、,\s]+"
)
_BY = re.compile(r"^(?:根据|按照|依据|据悉|由|经|在(?=[^、]{2,8}(?:见证|指导)下)|本协议由|其中|并)(?!济|信|开|营|贸|理)")
_BACK = re.compile(
    r"(?:(?:\d{1,2}月)?\d{1,2}日|于[^、于]{1,16}|在[^、在]{1,24}|正式|共同|联合|分别|成功|再次|首次|携手|现场|集体|集中|今[天日]|日前|近日|[双三四五六七八九]方"
    r"|就[^、]{1,40}|围绕[^、]{1,40}|上午|下午|(?:[有相]关|主要)?(?:代表|负责人|负责同志|领导)|(?:充分|友好)*协商(?:一致)?|出席[^、]{0,6}|参加[^、]{0,6}|召开[^、]{0,30}|举行[^、]{0,30}|[（(][^（）()]*[）)]|等|[，,\s])$"
)
_COUNT = re.compile(
    r"(?:等|的)?(?:[两二三四五六七八九十\d]{1,2}|[“\"]?[三四五六])个?(?P<level>省会城市|城市|省市|省区市|省|市|地|县区|县|区|城|州|方|家|部门|单位)(?P<organ>[\u4e00-\u9fff]{0,14})$"
)
_ENUMERATED = re.compile(r"[（(][^（）()]*、[^（）()]*[）)]")
"""县（市、区）: the bracket parts no names."""
_PLACE = 12
"""No name of a place is longer."""
_OTHERS = re.compile(
    r"(?:协同|会同|携手|联合|与|和|及)[\d一二三四五六七八九十]+个?(?:省会|观察员|成员|兄弟|周边)(?:城市|单位)$"
)
"""Some more that are only counted (四个省会城市协同十二个观察员城市)."""
_GOVERNMENT = re.compile(r"(?<=[省市县区州盟旗])(?:人民)?政府$")
"""A tail that the names of a list share: 宿州市、徐州市政府."""
_PAIRS = re.compile(r"[与暨]|同(?![济方仁心安德煤志])|以及|及")
_ORGANISATION = re.compile(
    r"(?:大学|学院|银行|集团|股份|科技|研究院|基金会|联合会|协会|商会|学会|联盟|铁路|电网|电力|石油|石化|烟草|[网云]|社)$"
)
"""Ends of names that are no organs' but sign agreements."""
_HEADLINE = 24
_SHORT_NAME = re.compile(r"(?!.*(?:[的了在将就对把被让使并也都是等]|签|合作|共同|双方))[\u4e00-\u9fffA-Za-z0-9]{2,12}")
"""A company's short name, told by its place beside an organ that signs with it (中电某谷与某区政府签署)."""
_SIDES = re.compile(r"[与暨]|协同|会同|携手")
_OWN = re.compile(r"^(?:我|本|该)[省市县区州厅局委部院办]|^双方|^各方|^会议")
_NOT_ALONE = re.compile(r"(?:有关|相关|各)|负责同志|^\d|^[两二三四五六七八九十]{1,3}[个家]")


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
        core = clause[left:right]
    if (side := _SIDES.search(core)) and (listed := _COUNT.search(core[: side.start()])) and listed.start():
        return _sides(core, side, begin + left, places)
    if places and (run := _adjacent(core, places)):
        return tuple(AgentMention(name, Span(begin + left + at, begin + left + at + len(name))) for name, at in run)
    level = organ = ""
    if count := _COUNT.search(core):
        level, organ = count["level"][-1], count["organ"]
        if organ and not SUFFIX.search(organ):
            organ = ""
        core = core[: count.start()]
        together = True
    out = []
    names = _split(core)
    known = [bool(SUFFIX.search(name) or name in places) for name, _ in names]
    tail = _GOVERNMENT.search(names[-1][0]) if len(names) > 1 else None
    for (name, at), beside in zip(names, reversed(known), strict=True):
        full = name + tail.group() if tail and name[-1] in "省市县区州盟旗" else name
        if organ and level in "省市县区州":
            full = name + ("" if name.endswith(level) else level) + organ
        paired = len(names) == 2 and beside and _SIDES.search(core) and _SHORT_NAME.fullmatch(full)
        named = SUFFIX.search(full) or full in places or _ORGANISATION.search(full) or (together and len(full) <= 5)
        if not (named or paired) or len(full) < 2:
            return ()
        if _NOT_ALONE.search(full) or len(full) > 40:
            return ()
        if not _OWN.match(full) and not _VAGUE.match(full):
            out.append(AgentMention(full, Span(begin + left + at, begin + left + at + len(name))))
    return tuple(out) if len(out) > 1 or with_other or len(out) < len(names) else ()


def _sides(core: str, side: re.Match[str], begin: int, places: Collection[str]) -> tuple[AgentMention, ...]:
    """甲、乙、丙三市政府与丁市政府: the list that is counted, and who stands on the other side where that is named."""
    left = names_in(core[: side.start()], begin, places)
    right = core[side.end() :]
    other = names_in(f"与{right}", begin + side.end() - 1, places)
    return (*left, *other) if left else ()


def _adjacent(core: str, places: Collection[str]) -> list[tuple[str, int]]:
    """The places that ``core`` sets side by side without a mark, as headlines do (甲市乙市); empty where it is anything else."""
    out: list[tuple[str, int]] = []
    at = 0
    if not 4 <= len(core) <= _HEADLINE:
        return []
    places = {short for p in places for short in (p, p[:-1] if len(p) > 2 and p[-1] in "省市县区州" else p)}
    while at < len(core):
        name = max((p for p in places if len(p) > 1 and core.startswith(p, at)), key=len, default="")
        if not name:
            return []
        out.append((name, at))
        at += len(name)
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
    return [_clean(name, at) for name, at in out if name]


def _clean(name: str, at: int) -> tuple[str, int]:
    """Without a day behind the name (公司20日与) and blanks."""
    bare = name.lstrip(" 　")
    return re.sub(r"(?:\d{1,2}月)?\d{1,2}日$|[（(][^（）()]*[）)]$|\s+$", "", bare), at + len(name) - len(bare)


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
