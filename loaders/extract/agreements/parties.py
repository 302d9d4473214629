"""The parties of an agreement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from loaders.model import AgentMention, CleanText, PlaceMentionFact, Span, WorkIdentity
from loaders.numerals import number
from loaders.units import SUFFIX, split_units

_NAMED = re.compile(
    r"^(?:协议)?(?P<key>[甲乙丙丁戊己庚辛壬癸])方(?:[（(][^（）()]*[）)])?\s*[:：]\s*(?P<name>[^\n，。；（(]{3,50})",
    re.MULTILINE,
)
_LIST = re.compile(
    r"(?P<list>(?:[\u4e00-\u9fff]{2,16}、){1,30}[\u4e00-\u9fff]{2,16}?(?:[和与及][\u4e00-\u9fff]{2,16}?)?)(?=等?(?:[两三四五六七八九十\d]{1,3}(?:个)?(?:省|市|城|地|方|县|区|部门|单位)|[（(]以下|共同|联合|正式|在|签|协商|达成|经))"
)
_PAIR = re.compile(
    r"(?P<list>[\u4e00-\u9fff]{2,14}(?:省|市|区|县|人民政府|政府|厅|局|委|公司|集团|大学|银行|院)(?:有限(?:责任)?公司|股份有限公司)?[和与、](?:(?![在于就共联双今日正])[\u4e00-\u9fff]){2,14}(?:省|市|区|县|人民政府|政府|厅|局|委|公司|集团|大学|银行|院)(?:有限(?:责任)?公司|股份有限公司)?)(?:[（(][^（）()]{2,24}[）)])?(?=[^。]{0,40}?(?:签署|签订|签约|达成))"
)
_STEM = re.compile(r"^.*(?:召开|举行|经|由|在|于|，|,|是|为|与会|日)(?=[\u4e00-\u9fff]{2})")
_COUNT = re.compile(r"[“\"]?([两三四五六七八九十])(?:市|城|兄弟|地|省|方|省会城市|城市)")
_WORDS = re.compile(r"签署|签订|签约|达成")


def parties_of(
    text: CleanText, work: WorkIdentity, signing: Span | None, places: Sequence[PlaceMentionFact]
) -> tuple[AgentMention, ...]:
    """The parties: those named 甲方, 乙方 …; else those listed where the signing is told; else the N places of N市共同签署."""
    if work.carried:
        named: dict[str, AgentMention] = {}
        for match in _NAMED.finditer(text.text):
            named.setdefault(match["key"], _mention(match["name"].strip(), match.start("name")))
        return tuple(named.values()) or _defined(text)
    listed = _listed(text, signing) if signing else ()
    if len(listed) < 2:
        listed = _agreed(text)
    if len(listed) < 2:
        listed = _counted(text, places)
    return listed


_CALLED = re.compile(r"(?P<name>[\u4e00-\u9fff]{3,30})[（(]以下(?:统|合)?简?称(?:为)?[“\"]?(?P<key>[甲乙丙丁戊])方")
_TOGETHER = re.compile(
    r"(?P<list>[^\n。；]{6,200})[（(]以下(?:统|合|简)?(?:统|合|简)?称(?:为)?[“\"]?(?:[两双三四五六七八九]|各)方"
)


def _defined(text: CleanText) -> tuple[AgentMention, ...]:
    """The parties of an agreement that names them in its first sentence: X（以下简称甲方）, or A、B、C（以下统称三方）."""
    called = list(_CALLED.finditer(text.text))
    if called:
        out = []
        for match in called:
            lead = re.match(r"(?:与|和|由|经|为)(?=[\u4e00-\u9fff]{3})|.*?[，、。](?=[\u4e00-\u9fff]{3})", match["name"])
            start = match.start("name") + (lead.end() if lead else 0)
            out.append(_mention(text.text[start : match.end("name")], start))
        return tuple(out)
    together = _TOGETHER.search(text.text)
    return _units(together["list"], together.start("list")) if together else ()


def _mention(name: str, begin: int) -> AgentMention:
    return AgentMention(name, Span(begin, begin + len(name)))


def _listed(text: CleanText, span: Span) -> tuple[AgentMention, ...]:
    """The list of units or places in a sentence, the last before its verb of signing."""
    sentence = text.slice(span)
    verb = _WORDS.search(sentence)
    if not verb:
        return ()
    found = [m for p in (_LIST, _PAIR) for m in p.finditer(sentence[: verb.end()])]
    for match in sorted(found, key=lambda m: m.start()):
        units = _units(match["list"], span.begin + match.start("list"))
        if len(units) > 1:
            return units
    return ()


def _units(listed: str, begin: int) -> tuple[AgentMention, ...]:
    stem = _STEM.match(listed)
    offset = stem.end() if stem else 0
    body = re.sub(r"[和与及](?=[\u4e00-\u9fff]{2,16}$)", "、", listed[offset:])
    units = split_units(body, begin + offset)
    return tuple(AgentMention(u.text, Span(u.begin, u.end)) for u in units if SUFFIX.search(u.text) or len(u.text) <= 4)


def _agreed(text: CleanText) -> tuple[AgentMention, ...]:
    """经A、B…协商一致: the list that comes to terms, anywhere in the report."""
    for match in re.finditer(r"(?:经)(?P<list>[^。；]{4,200}?)(?:[（(][^（）()]{2,30}[）)])?(?:充分)?(?:友好)?协商", text.text):
        units = _units(match["list"], match.start("list"))
        if len(units) > 1:
            return units
    return ()


def _counted(text: CleanText, places: Sequence[PlaceMentionFact]) -> tuple[AgentMention, ...]:
    """“四市”: as many cities as the text counts.

    They are its provincial capitals (GB/T 2260 codes in 0100) where it speaks of 省会, else those that stand out by
    their mentions.
    """
    counts = Counter(c for m in _COUNT.finditer(text.text) if (c := number(m.group(1))))
    if not counts:
        return ()
    wanted = counts.most_common(1)[0][0]
    capitals = {p.iri: p for p in reversed(places) if p.kind == "City" and p.iri.endswith("0100")}
    if len(capitals) == wanted and "省会" in text.text:
        return tuple(AgentMention(p.text, p.span) for p in sorted(capitals.values(), key=lambda p: p.span))
    tally = Counter(p.iri for p in places if p.kind in ("City", "Province", "County"))
    ranked = tally.most_common(wanted + 1)
    if len(ranked) < wanted or (len(ranked) > wanted and ranked[wanted][1] * 2 > ranked[wanted - 1][1]):
        return ()
    first = {iri: next(p for p in places if p.iri == iri) for iri, _ in ranked[:wanted]}
    return tuple(AgentMention(p.text, p.span) for p in sorted(first.values(), key=lambda p: p.span))
