"""分别, 均 and 各: one clause that states figures of several things, places or years."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.extract.targets import words
from loaders.extract.targets.clause import Left
from loaders.extract.targets.places import members

_YEARS = re.compile(r"20\d\d(?=年|[、和]20\d\d年)")
_YEARS_ONLY = re.compile("(?:到|至|在)?20\\d\\d年底?(?:(?:[、和与及]|以及)(?:到|至)?20\\d\\d年底?)+[，,]")
_LEVELS = re.compile("(?P<levels>[省市县区乡镇村](?:、[省市县区乡镇村])+)[两三四]级(?P<thing>.{2,})")
"""市、县两级平台覆盖率."""
_EACH_DOES = re.compile("(?P<who>.{2,60}?)分别(?P<does>[一-鿿A-Za-z“”]{4,30})$")
_EACH_SHARES = re.compile("(?P<who>.{2,60}?)分别占到?(?P<of>[一-鿿]{2,20}?)的?$")
"""甲产业、乙产业产值分别占全省的95%、53%."""
_SAID_EACH = re.compile("分别(?:完成|实现|达到|为)?$")
_SEAT = (
    "港|港区|机场|口岸|车站|电站|水库|灌区|[省市县区州盟旗]|新区|开发区|高新区|园区?|片区|基地|[镇乡村]|街道|江|河|湖|流域|学校|大学|学院|医院|"
    "公司|集团"
)
_SEATED = re.compile(f"(?:{_SEAT})$")
"""What a place, a facility or a body is called by its last characters."""
LONGEST = 12
"""The most characters of such a name in a list."""
_DONE = re.compile(f"(?:完成|{words.BUILD}|{words.FLOW})+")
_SPLIT = re.compile("、|以及|和(?!谐)|(?<![普涉])及(?!时|格)")
_EACH = re.compile(r"(?<![平人年户日月地亩])均|(?<![成首])都|(?<![一-鿿])各(?!类|级|种|项|方|地)|全部")
HEADED = re.compile(
    "(?:率|(?<!需氧)量|值|数|额|比重|比例|占比|水平|里程|面积|收入|规模|投资|人口|浓度|强度|能耗|支出|指数|产能|能力|寿命|"
    "年限|时间|长度|密度|费用|总额|存量|人次|用量|贡献度)$|^增[速幅]$"
)
"""What the name of an indicator ends with."""
_SHARED = re.compile(
    "(?:(?:重点工程)?减排量|(?:排放|排放总)量|数量|总数|总量|比重|比例|占比|规模|产值|产量|(?:人均)?(?:可支配|纯)?收入|里程|面积|覆盖率|增加值|保有量|"
    "拥有量|普及率|处理率|利用率|达标率|参保率|合格率|完成率)"
    "(?:占[^、]{2,16}(?:比重|比例|份额))?$"
)
_RATE = re.compile("(?:[一-鿿]{2}化率|[一-鿿]{2}率)$")
_CLASSED = re.compile("等[一-鿿]{2,6}?(?=(?:排放|排放总)量$)")
"""二氧化硫、氮氧化物等主要污染物排放总量: the class of what is listed."""
_ORDINAL = re.compile("第?[一二三](?P<thing>[一-鿿]*)")
_KIND = re.compile(
    "^(?:城市|县城|农村|城镇|乡村|建制镇|小学|初中|高中|学前教育|义务教育|高中阶段|高等教育|中职|高职|省级|市级|县级|国家级|男性|女性)"
)


def spreads(left: Left) -> bool:
    """Whether the clause says 分别."""
    return "分别" in left.raw


def each(left: Left) -> bool:
    """Whether the clause says 均, 都 or 各 of its subjects."""
    return _EACH.search(left.between + left.growth) is not None or _EACH.search(left.raw[-8:]) is not None


class Part(NamedTuple):
    """One of the things that share a clause's figures."""

    scope: str
    name: str
    year: int | None


def items(left: Left, count: int = 0, before: str = "", nearby: str = "") -> list[Part]:
    """What each figure of the clause is of; ``count`` tells how many there must be (0: however many there are).

    ``before`` is the clause before, which may list the years (到2025年、2030年，…分别达到).

    Empty when the clause does not divide so.
    """
    years = [int(y) for y in _YEARS.findall(words.COMPARED.sub("", left.raw))]
    if count and not years and _YEARS_ONLY.fullmatch(before):
        years = [int(y) for y in _YEARS.findall(before)]
    if count and len(years) == count:
        return [Part(left.scope, left.name, year) for year in years]
    scopes = members(left.scope)
    if len(scopes) > 1 and count == len(scopes):
        return [Part(scope, left.name, left.year) for scope in scopes]
    if (m := _LEVELS.fullmatch(left.scope + left.name)) is not None:
        levels = m["levels"].split("、")
        return [Part("", f"{level}级{m['thing']}", left.year) for level in levels] if count in (0, len(levels)) else []
    seats, thing, _ = _seated(left.raw, count)
    if thing:
        return [Part(seat, thing, left.year) for seat in seats]
    if (m := _EACH_SHARES.fullmatch(left.raw)) is not None:
        parts = [part for part in _SPLIT.split(words.strip_head(m["who"])) if part]
        named = [f"{name}占{m['of']}" for name in share(parts, nearby)] if len(parts) > 1 else []
        return [Part(left.scope, name, left.year) for name in named] if count in (0, len(named)) else []
    if (m := _EACH_DOES.fullmatch(left.raw)) is not None and (thing := _done(m["does"])):
        doers = [who for who in _SPLIT.split(words.strip_head(m["who"])) if who]
        return [Part(who, thing, left.year) for who in doers] if count in (0, len(doers)) else []
    parts = [part for part in _SPLIT.split(_SAID_EACH.sub("", left.name)) if part]
    if len(parts) < 2 or count not in (0, len(parts)):
        return []
    return [Part(left.scope, name, left.year) for name in share(parts, nearby)]


def ranked_both(left: Left) -> list[Part]:
    """The two or more that one rank is of (货物吞吐量和集装箱吞吐量居全国第一), nothing where they are not told one by one."""
    parts = [part for part in _SPLIT.split(left.name) if part]
    if len(parts) < 2 or not all(HEADED.search(re.sub("(?<=.)增[幅速]$", "", part)) for part in parts):
        return []
    return [Part(left.scope, name, left.year) for name in parts]


def _seated(raw: str, count: int) -> tuple[list[str], str, str]:
    """甲港、乙港吞吐量分别达到: the ``count`` seats, what is printed behind the last of them, and what behind 分别.

    No seats where the clause does not list so many places, facilities or bodies of one kind.
    """
    listed, _, does = raw.partition("分别")
    *others, last = [part for part in _SPLIT.split(words.strip_head(listed)) if part] or [""]
    kind = _SEATED.search(others[0]) if others else None
    if kind is None or len(others) + 1 != count or not all(part.endswith(kind[0]) for part in others):
        return [], "", ""
    at = last.find(kind[0]) + len(kind[0])
    seats = [*others, last[:at]]
    return (seats, last[at:], does) if at > 1 and max(map(len, seats)) <= LONGEST else ([], "", "")


def going_on(left: Left, count: int, carried: str) -> list[str]:
    """The seats of a clause that only says again what was done (新建堤防84公里，其中甲区、乙区分别新建28公里、35公里)."""
    seats, thing, does = _seated(left.raw, count)
    return seats if does and not thing and _DONE.fullmatch(does) and carried.startswith(does) else []


def _done(words_after: str) -> str:
    """What each of several does (黄陂区、新洲区分别新建污水处理厂), nothing where the words only compare or reach."""
    thing = words.strip_head(words.strip_tail(words.COMPARED.sub("", words_after))[0])
    return "" if words.GROWTH.search(thing) or len(thing) < 3 else thing


def share(parts: list[str], nearby: str = "") -> list[str]:
    """Give every part the tail that is printed once at the end (高新技术企业、科技型企业数量).

    Where the tail begins is seen in the text ``nearby``, in which the last thing stands elsewhere on its own.
    """
    last = parts[-1] = _CLASSED.sub("", parts[-1])
    if (ordinal := _ORDINAL.fullmatch(last)) and all(_ORDINAL.fullmatch(part) for part in parts):
        return [f"第{part.removeprefix('第')}{ordinal['thing']}" for part in parts[:-1]] + [f"第{last.removeprefix('第')}"]
    if (kind := _KIND.match(last)) and all(_KIND.fullmatch(part) for part in parts[:-1]):
        return [part + last[kind.end() :] for part in parts[:-1]] + [last]
    tail = _SHARED.search(last) or _RATE.search(last)
    if tail is None or all(HEADED.search(part) for part in parts[:-1]):
        return parts
    at = next((k for k in range(2, tail.start()) if _alone(last[:k], nearby)), tail.start())
    return [part if HEADED.search(part) else part + last[at:] for part in parts[:-1]] + [last]


def _alone(thing: str, nearby: str) -> bool:
    """Whether ``thing`` stands as a list item somewhere ``nearby``."""
    return re.search(f"[、，和与]{re.escape(thing)}(?:[、，。；]|和|与|等)", nearby) is not None
