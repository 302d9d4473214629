"""发文机关 and 主送机关: who issues, to whom."""

from __future__ import annotations

import re

from loaders.identify.instrument import Instrument
from loaders.identify.numbers import issuer_of
from loaders.identify.orders import organ_of
from loaders.model import AgentMention, CleanText, Span
from loaders.units import SUFFIX, split_units

_BEFORE_ABOUT = re.compile(r"^(?P<organs>[^《》，。]{2,80}?)关于")
_OF_OWN_RULES = re.compile(r"(?P<organ>[\u4e00-\u9fff]{2,12}人民政府)(?=(?:常务会议)?(?:工作|议事)规则)")
"""A government's rules for itself name it and have no 关于."""
_SPREAD = re.compile(r"(?<![^\s])[\u4e00-\u9fff](?:\s+[\u4e00-\u9fff](?![^\s]))+")
"""A name of few characters set wide to fill the line of a joint signature: 教 育 部."""
_GAP = re.compile(r"\s{2,}")
_OFFICES = ("办公厅", "办公室")
"""Two names of a joint signature set wide stand further apart than their characters."""
_SESSION = re.compile(r"(.{2,12}?)第[一二三四五六七八九十]{1,4}届(.{3,20})")
_BROKEN, _JOINER = re.compile(r"(?<=[\u4e00-\u9fff])\n(?=[\u4e00-\u9fff])"), "\u2060"
"""A line that breaks inside a name, and what stands for the break while the list is split."""
_SEAL = re.compile(r"[（(](?:盖章|印章|章|代章|代)[）)]")
_PARTY = re.compile(r"(?:[甲乙丙丁戊己]方|代表|签字|盖章)")


def issuers_of(text: CleanText, found: Instrument) -> tuple[AgentMention, ...]:
    """The organs that sign; where nobody signs, those the title names, else the organ the number's code stands for."""
    if found.kind == "Agreement":
        return ()
    signed = [m for span in found.signature for m in _organs(text.slice(span), span.begin)]
    if signed:
        return tuple(signed)
    if found.genre == "order" and (organ := organ_of(found.title)):
        return (AgentMention(organ, found.title_span),)
    if match := _BEFORE_ABOUT.match(text.slice(found.title_span)):
        organs = _organs(match["organs"], found.title_span.begin)
        if organs:
            return tuple(organs)
    if match := _OF_OWN_RULES.match(found.title):
        return (AgentMention(match["organ"], found.title_span),)
    if found.code and found.number_span and (name := issuer_of(found.code)):
        return (AgentMention(name, found.number_span),)
    return ()


def _organs(line: str, begin: int) -> list[AgentMention]:
    """The organs on a line of a signature or before 关于; a name set with spaces between its characters is one."""
    for gap in _GAP.finditer(line):
        left, right = "".join(line[: gap.start()].split()), "".join(line[gap.end() :].split())
        if len(left) > 2 and SUFFIX.search(left) and SUFFIX.search(right) and len(right) > 2 and right not in _OFFICES:
            return [*_organs(line[: gap.start()], begin), *_organs(line[gap.end() :], begin + gap.end())]
    parts = line.split()
    if session := _SESSION.fullmatch(line):
        return [AgentMention(session[1] + session[2], Span(begin, begin + len(line)))]
    if len(parts) > 1 and all(len(p) <= 2 for p in parts):
        name = "".join(parts)
        return [AgentMention(name, Span(begin, begin + len(line)))] if SUFFIX.search(name) else []
    line = _SPREAD.sub(lambda m: re.sub(r"\s", "", m.group()).ljust(len(m.group())), line)
    out = []
    for unit in split_units(_SEAL.sub(lambda m: " " * len(m.group()), line), begin):
        if (SUFFIX.search(unit.text) or unit.text in ("国务院", "中共中央")) and not _PARTY.match(unit.text):
            out.append(AgentMention(unit.text, Span(unit.begin, unit.end)))
    return out


def addressees_of(text: CleanText, span: Span | None) -> tuple[AgentMention, ...]:
    """The units of the addressee line."""
    if span is None:
        return ()
    listed = _BROKEN.sub(_JOINER, text.slice(span))
    return tuple(AgentMention(u.text.replace(_JOINER, ""), Span(u.begin, u.end)) for u in split_units(listed, span.begin))
