"""The parties of an agreement that the document carries: 甲方…, who is defined or signs, the names in its title."""

from __future__ import annotations

import re

from loaders.extract.agreements.names import names_in
from loaders.model import AgentMention, CleanText, Span, WorkIdentity
from loaders.units import SUFFIX, split_units

_NAMED = re.compile(
    r"^\W{0,4}(?:协议)?(?P<key>[甲乙丙丁戊己庚辛壬癸])\s{0,4}方\W{0,2}(?:[（(][^（）()]*[）)])?\s*[:：]\W{0,3}?(?P<name>[^\s，。；（(*:：][^\n，。；（(*]{1,50})",
    re.MULTILINE,
)
_CALLED = re.compile(r"[（(]以下(?:统|合)?简?称(?:为)?[“\"]?(?P<key>[甲乙丙丁戊])方")
_LEAD = re.compile(r"^.*(?:[，、。；：:\s]|(?:^|本协议)[由经]|[与同暨])(?=[\u4e00-\u9fff]{3})")
_TOGETHER = re.compile(
    r"[（(]以下(?:统|合|简)?(?:统|合|简)?称(?:为)?[“\"]?(?:[两双三四五六七八九]|各)(?:方|地|[省市县区州旗城])"
)
_AGREE = re.compile(
    r"(?:经|本着)[^。；\n]{0,60}?(?:协商|磋商|商议|商定|一致|原则)[^。；\n]{0,60}?(?:[签订]立?[署订]?|达成|缔结|制[订定])(?:本|如下|以下)[^。；，\n]{0,16}?(?:协议|备忘录|协定|共识|公约|意向)"
)
"""…经协商一致，特签署本框架协议: the sentence of the preamble that names the sides."""
_PREAMBLE = 1500
"""The sides are named so many characters into an agreement at most."""
_SEAL = re.compile(r"[（(](?:盖?章|签[章字]|公章|盖章处)[）)]|\s{2,}|[\n　]")
_NOT_NAME = re.compile(r"[，。；：:《》“”]|代表|签字|以下无正文|^\d|^第|[甲乙丙丁]方|^附")
_OF_TITLE = re.compile(
    r"(?P<names>.{4,80}?)(?=[“\"]?(?:关于|共建|共同|全面|深化|区域|战略|对口|框架|产业|合作|友好|[十一二三四]+五[”\"]).{0,40}$)"
)
_SIDE_BY_SIDE = re.compile(r"([\u4e00-\u9fff]{2,12}人民政府)([\u4e00-\u9fff]{2,12}人民政府)([\u4e00-\u9fff]{2,12}人民政府)?")
"""Governments in a title one behind the other, with no mark between."""


def carried_parties(text: CleanText, work: WorkIdentity) -> tuple[AgentMention, ...]:
    """The parties of ``work``: named 甲方, 乙方 …, defined in its first sentence, those that sign, those in its title."""
    begin, end = (work.body.begin, len(text.text)) if work.body else (0, len(text.text))
    named: dict[str, AgentMention] = {}
    for match in _NAMED.finditer(text.text, begin, end):
        name = match["name"].strip()
        if not _NOT_NAME.search(name):
            named.setdefault(match["key"], AgentMention(name, Span(match.start("name"), match.start("name") + len(name))))
    if len(named) > 1:
        return tuple(named.values())
    for found in (
        _called(text.text, begin),
        _together(text.text, begin),
        _agreeing(text.text, begin),
        _signed(text, work, end),
        titled_parties(work),
    ):
        if len(found) > 1:
            return found
    return tuple(named.values())


def _called(text: str, begin: int) -> tuple[AgentMention, ...]:
    """X（以下简称甲方）."""
    out = []
    for match in _CALLED.finditer(text, begin):
        window = text[max(0, match.start() - 40) : match.start()]
        lead = _LEAD.match(window.replace("\n", "。"))
        name = window[lead.end() :] if lead else window
        out.append(AgentMention(name, Span(match.start() - len(name), match.start())))
    return tuple(out)


def _together(text: str, begin: int) -> tuple[AgentMention, ...]:
    """A、B、C（以下统称三方)."""
    match = _TOGETHER.search(text, begin)
    if not match:
        return ()
    start = max(text.rfind(mark, max(0, match.start() - 200), match.start()) for mark in "。；，\n") + 1
    return names_in(text[start : match.start()], start, ()) or _units(text[start : match.start()], start)


def _agreeing(text: str, begin: int) -> tuple[AgentMention, ...]:
    """A、B经友好协商，达成如下协议: who comes to terms in the preamble."""
    match = _AGREE.search(text, begin, begin + _PREAMBLE)
    if not match:
        return ()
    start = max(text.rfind(mark, max(0, match.start() - 200), match.start()) for mark in "。；，\n") + 1
    return names_in(text[start : match.start()], start, ()) or _units(text[start : match.start()], start)


def _units(listed: str, begin: int) -> tuple[AgentMention, ...]:
    return tuple(AgentMention(u.text, Span(u.begin, u.end)) for u in split_units(listed, begin) if SUFFIX.search(u.text))


def _signed(text: CleanText, work: WorkIdentity, end: int) -> tuple[AgentMention, ...]:
    """The names in the last lines, side by side or below each other."""
    begin = work.body.begin if work.body else 0
    out: list[AgentMention] = []
    tail = max(begin, end - 600)
    tail = text.text.find("\n", tail) + 1
    for line in re.finditer(r"[^\n]+", text.text[tail:end]):
        names: list[AgentMention] = []
        at = 0
        for stop in [*_SEAL.finditer(line.group()), None]:
            piece = line.group()[at : stop.start() if stop else None]
            name = re.sub(r"(?:19|20)\d{2}年.*$", "", piece).strip()
            start = tail + line.start() + at + piece.find(name)
            at = stop.end() if stop else at
            if name and not _NOT_NAME.search(name) and SUFFIX.search(name) and 3 <= len(name) <= 40:
                names.append(AgentMention(name, Span(start, start + len(name))))
            elif name and not re.search(r"代表|签字|[:：]$|年|^[（(]", name):
                names = []
                out = []
                break
        out.extend(names)
    return tuple(out)


def titled_parties(work: WorkIdentity) -> tuple[AgentMention, ...]:
    """A人民政府 B集团有限公司战略合作框架协议, A与B合作协议."""
    match = _OF_TITLE.match(work.title)
    if not match:
        return ()
    names = re.sub(r"[\s　]", "、", match["names"].strip())
    if sides := _SIDE_BY_SIDE.fullmatch(names):
        begins = [(sides[i], sides.start(i)) for i in (1, 2, 3) if sides[i]]
        return tuple(AgentMention(name, Span(work.span.begin + at, work.span.begin + at + len(name))) for name, at in begins)
    return names_in(names, work.span.begin, ())
