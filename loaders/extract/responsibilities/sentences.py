"""Clauses inside running sentences: 由…负责, A牵头，B配合, A为牵头单位."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.extract.responsibilities.covered import Covered
from loaders.extract.responsibilities.parse import parse
from loaders.model import AgentMention, Responsibility, Span
from loaders.units import SURE, IsAgent, split_units

_DUTIES = "牵头|负责|负总责|会同|承担|落实|组织实施|具体实施|配合|参与|参加|协助|联合开展|共同开展|组织开展|主体(?=[，。；])"
_BY = re.compile(
    r"(?<![自经理缘])(?P<by>各?由|(?<=[。；\n，,：:])请)(?![于此来衷头示求])(?P<inner>[^。；由\n]{2,320})"
    r"|(?<=[。；\n，,：])(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|[一二三四五六七八九十]是)?(?!鼓励|支持|引导|推动|吸引|动员|组织(?!部))(?P<said>[^。；由\n]{2,160}?(?:"
    rf"{_DUTIES})[^。；由\n]{{0,160}})"
)
_SIGN = re.compile(f"由|请|主体|{_DUTIES}")
"""What every match of `_BY` holds; none crosses a `_STOP`."""
_STOP = re.compile("[。；\n]")
_VERB = re.compile(
    r"(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?)?(?:共同|分别|具体|组织|联合)?(?:(?:为|是|作为)(?:总?牵头|配合|责任|主办|协办)(?:单位|部门)"
    r"|(?:为|是|作为)(?:第一)?(?:责任|实施|落实|征收|建设|管理|监管|工作|承办)(?:责任)?主体"
    r"|总?牵头(?:负责)?|负责(?!人|同志|制(?!定)|[^，。；]{0,4}解释)(?:指导|督导)?|(?:对[^，。；]{2,16})?负总责|承担|落实|配合|参与|参加|协助|组织实施|具体实施|指导|主办|协办|(?:联合|共同|组织)开展)"
)
_WEAK = ("指导", "主办", "协办")
_COMMA = re.compile(r"、|[^，,]*[，,]")
_WITH = re.compile(r"[，,]?(?:积极|主动|及时|抓紧)?(?:会同|会商)")
_ACT = re.compile(
    r"(?:按照?[^，。；]{2,10}?(?:原则|要求|规定|职责|分工|程序)|另行|定期|适时|每[\u4e00-\u9fff]{1,3}|具体|抓紧|尽快|统一|分别|共同|联合|研究|依法|切实)*"
    r"(?:督查|督办|考核|评估|制定|编制|起草|汇总|统筹|审核|审定|组织(?!部)|研究|协调|推进|推动|建立|拟定|提出|受理|监督|验收|调度|通报"
    r"|做好|抓好|落实|完成|开展|承担|实施|办理|解决|筹[集措]|拨付|保障|核[实定]|跟踪|督促|指导|清理|提供|收储)"
)
"""What an office is told to do: 由A另行制定, 由A定期通报."""
_CLAUSE_END = re.compile(r"[，,。；]|等(?=部门|单位|有关|相关)|会同|会商|$")
_SETS_UP = re.compile("建立|成立|组建|制定|拟定|提出|开展|做好")
"""Verbs that the name of no unit holds."""
_SHARED = re.compile(r"等(?:有关|相关)?(?:部门|单位)")
_BACKWARD = re.compile(
    r"[。；\n][^。；\n，,]{0,2}(?:以上|上述|前述|所列|本部分|本节|本表)[^。；\n，,]{0,8}(?:任务|工作|事项|措施|项目)[^。；\n]*$"
)
"""What is said of all tasks above is no clause of the item it happens to stand in."""
_PREDICATE = re.compile("设在|[下内]设|(?<=[位门府])向")
"""领导小组办公室设在某局，承担…: how a body is set up, not who has a task."""
_SENTENCE = 80
_ALL = re.compile("各|地方|有关|相关")
"""各县人民政府是责任主体 is said of the whole plan."""
_LAST = frozenset("协联会室厅府部委办局署院行关司心门构位所站校学组省市区县州旗盟队厂团体业社处镇乡村道班）)")
"""The characters that names of units end in."""
_LONGEST_VERB = 80
"""What follows the last unit of a list is looked for within so many characters before the clause ends."""


def by_phrases(
    text: str, begin: int, end: int, inside: list[Span], taken: list[Span], is_agent: IsAgent
) -> list[tuple[Span, tuple[Responsibility, ...]]]:
    """由…牵头/负责 (in minutes 请A…) in ``text[begin:end]``, or a sentence of units and such a verb, one after the other.

    None starts in a span of ``inside`` or meets one of ``taken``.
    """
    out: list[tuple[Span, tuple[Responsibility, ...]]] = []
    at, within, met = begin, Covered(inside), Covered(taken)
    while match := _next(text, at, end):
        at = match.start() + 1
        group = "inner" if match["by"] else "said"
        if within.holds(match.start(group)) or _BACKWARD.search(text, max(begin, at - _SENTENCE), match.start()):
            continue
        shares, stop = _phrase(match[group], match.start(group), is_agent, bool(match["by"]))
        if not shares and match["by"]:
            shares, stop = _acting(match[group], match.start(group), is_agent, match["by"] == "请")
        if match["by"] == "请" and any(_ALL.match(s.unit.text) for s in shares):
            shares = ()  # what is asked of all is no one's task
        if shares and not met.meets(match.start(), stop) and not any(_PREDICATE.search(s.unit.text) for s in shares):
            out.append((Span(match.start(), stop), shares))
            at = stop
    return out


def _next(text: str, at: int, end: int) -> re.Match[str] | None:
    """The first match of `_BY` in ``text[at:end]``: only sentences that hold a sign of one are searched."""
    while sign := _SIGN.search(text, at, end):
        begin = max(at, *(text.rfind(mark, at, sign.start()) + 1 for mark in "。；\n"))
        stop = closed.start() if (closed := _STOP.search(text, sign.end(), end)) else end
        if match := _BY.search(text, begin, stop):
            return match
        at = stop
    return None


def _phrase(inner: str, begin: int, is_agent: IsAgent, by: bool) -> tuple[tuple[Responsibility, ...], int]:
    """The shares at the start of ``inner``, verb by verb, up to the first stretch that is not units; and where they end.

    Without 由 (``by``) a sentence that only says who guides or hosts gives no share.
    """
    shares: list[Responsibility] = []
    at = stop = 0
    for verb in _VERB.finditer(inner):
        if verb.start() < at:
            continue
        if not (by or shares) and verb.group() in _WEAK:
            break
        piece = inner[at : verb.end()].lstrip("，,")
        start = verb.end() - len(piece)
        found = parse(piece, begin + start, is_agent)
        if not found or not all(is_agent(s.unit.text) >= 0.5 for s in found):
            break
        if "主体" in verb.group() and any(_ALL.match(s.unit.text) for s in found):
            break
        own = found[0].role != "participant" and any(s.role != "participant" for s in shares)
        if own and (inner[stop:at].strip("，,") or inner[verb.end() : verb.end() + 1]):
            break  # a duty of its own: A负责建设，B负责审批
        shares.extend(_numbered(((s.unit, s.role) for s in found), len(shares)))
        stop = verb.end()
        if joint := _WITH.match(inner, stop):
            units, stop = _units_at(inner, joint.end(), begin, is_agent)
            shares.extend(_numbered(((u, "participant") for u in units), len(shares)))
        comma = _COMMA.match(inner, stop)
        if not comma:
            break
        at = comma.end()
    return tuple(shares), begin + stop


def _acting(inner: str, begin: int, is_agent: IsAgent, asked: bool) -> tuple[tuple[Responsibility, ...], int]:
    """由A会同B制定, 由A每半年督查一次: who is to act is responsible, whom it acts with takes part.

    What one unit alone is ``asked`` for (请A保障用电) is a request, no division of work.
    """
    first, stop = _units_at(inner, 0, begin, is_agent)
    if not first:
        return (), begin
    helpers: list[AgentMention] = []
    if joint := _WITH.match(inner, stop):
        helpers, stop = _units_at(inner, joint.end(), begin, is_agent)
    if not helpers and (asked or not _ACT.match(inner, stop)):
        return (), begin
    named = [*((u, "responsible") for u in first), *((u, "participant") for u in helpers)]
    shares = _numbered(named, 0)
    if comma := _COMMA.match(inner, stop):
        more, end = _phrase(inner[comma.end() :], begin + comma.end(), is_agent, by=False)
        if more and more[0].role == "participant":
            return tuple(shares + _numbered(((s.unit, s.role) for s in more), len(shares))), end
    return tuple(shares), begin + stop


def _units_at(inner: str, at: int, begin: int, is_agent: IsAgent) -> tuple[list[AgentMention], int]:
    """The units that a list at ``inner[at:]`` opens with, and where they end; its last may run into a verb."""
    end = found.start() if (found := _CLAUSE_END.search(inner, at)) else len(inner)
    if shared := _SHARED.match(inner, end):  # 财政、水利等部门
        units = split_units(inner[at : shared.end()], begin + at, is_agent)
        if units and all(is_agent(u.text) >= SURE for u in units):
            return [AgentMention(u.text, Span(u.begin, u.end)) for u in units], shared.end()
    for stop in range(end, max(at, end - _LONGEST_VERB), -1):
        if inner[stop - 1] not in _LAST:
            continue
        if cut := next((m.start() for m in _SETS_UP.finditer(inner, at + 2, stop) if inner[m.start() - 1] in _LAST), 0):
            units = split_units(inner[at:cut], begin + at, is_agent)  # 市外事办[建立工作专班]
            if units and all(is_agent(u.text) >= SURE for u in units):
                return [AgentMention(u.text, Span(u.begin, u.end)) for u in units], cut
        units = split_units(inner[at:stop], begin + at, is_agent)
        closed = stop == end or _ACT.match(inner, stop) or _WITH.match(inner, stop)
        if units and all(is_agent(u.text) >= (0.5 if closed else SURE) for u in units):
            return [AgentMention(u.text, Span(u.begin, u.end)) for u in units], stop
    return [], at


def _numbered(named: Iterable[tuple[AgentMention, str]], before: int) -> list[Responsibility]:
    return [Responsibility(unit, role, before + i) for i, (unit, role) in enumerate(named, 1)]
