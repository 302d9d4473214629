"""Lists of names: where one item ends and the next begins, and the tail that 等 gives to all of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.extract.projects.endings import ending_of
from loaders.extract.projects.ground import Ground
from loaders.extract.projects.lexicon import lexicon
from loaders.extract.projects.names import head_of, strip_generic
from loaders.model import Span

_MARK = re.compile("、|以及|和|与|及(?![早时])|或|等(?<![提高同不相优初均]等)(?![级离量式效值额同])(?:地的?|市的?|的)?")
"""Every branch begins with a character, so that it is looked for fast."""
_RELATION = re.compile("[^、，]{2,8}?(?:至|到|—)[^、，]{2,8}")
_PARTS = ("接线", "连线", "连接线", "支线")
_MEETING = re.compile("[^、，。和及]{2,14}(?:立交|互通|交叉|联络线)")
"""What two roads share where they meet: 204国道与203省道枢纽立交."""
_BEGUN = re.compile("立项|选址|可研|前期(?:工作)?")
_LANDMARK = re.compile("(?![江沿入出沿内])[一-鿿][湖山河江溪岭泉洲岛塘]")
"""A water or hill that a park or road is named after (西湖湿地公园)."""
_STAGES = re.compile("[一二三四五六七八九]、[一二三四五六七八九十]期")
"""二、三期 of one work."""
_VIA = re.compile("[^、，至]{2,8}经[^、，至]{2,6}")
_ON = re.compile("[^、，至]{2,6}至")
"""甲经乙、丙至丁: one line."""
_QUICK_END = re.compile("、|以及|(?<![提高同不相优中初均])等(?![级离量式效值额同])")
_SHORT = 4
"""The first of several that share a head is no longer (A水利枢纽和武都、小井沟水库)."""
LONGEST = 60
"""A name is at most this many characters long."""


class Segment(NamedTuple):
    """Items with the tail after 等 that completes them, and the end of the stretch they were read from."""

    chunks: tuple[Span, ...]
    tail: Span | None
    end: int


def segments(ground: Ground, begin: int, end: int) -> list[Segment]:
    """The object ``[begin, end)`` as one or more lists."""
    out: list[Segment] = []
    chunks: list[Span] = []
    at, cut = begin, False
    for match in _MARK.finditer(ground.plain, begin, end):
        if match[0].startswith("等") and _equal(ground, at, match.start()):
            continue
        if match[0] == "、" and _STAGES.match(ground.plain, match.start() - 1):
            continue
        if match.start() < at or ground.inside[match.start()] or (match.start() == at and match[0] in "和与及或"):
            continue
        left = Span(at, match.start())
        if match[0] == "、" and _VIA.fullmatch(ground.plain, *left) and _ON.match(ground.plain, match.end(), end):
            continue
        if match[0] == "或":
            cut = cut or _headed(ground, left)
            chunks, at = (_add(chunks, left), match.end()) if cut else (chunks, at)
        elif match[0].startswith("等") and left.end > left.begin and not cut:
            tail = Span(match.end(), _tail_end(ground, match.end(), end))
            out.append(Segment((*chunks, left), tail, tail.end))
            chunks, at = [], _past(ground, tail.end, end)
        elif match[0] in ("、", "以及") or _divides(ground, left, match.end(), end):
            chunks = chunks if cut else _add(chunks, left)
            cut, at = False, match.end()
    if at < end and not cut:
        chunks.append(Span(at, end))
    if chunks:
        out.append(Segment(tuple(chunks), None, end))
    return out


def _add(chunks: list[Span], chunk: Span) -> list[Span]:
    return [*chunks, chunk] if chunk.end > chunk.begin else chunks


def _past(ground: Ground, at: int, end: int) -> int:
    """After the separator at ``at``."""
    if at < end:
        match = _MARK.match(ground.plain, at, end)
        return match.end() if match else at
    return at


def _equal(ground: Ground, begin: int, at: int) -> bool:
    """Whether 等 at ``at`` is that of 平等 or 中等, which no place's name ends before (unlike 开江至梁平等)."""
    if not ground.plain.startswith(("平", "中"), at - 1):
        return False
    return not any(place.span.end == at for place in ground.within(max(begin, at - 12), at))


def _tail_end(ground: Ground, begin: int, end: int) -> int:
    """Where the tail after 等 ends: at 、, at 或, or at an 和 before a name of its own."""
    for match in _MARK.finditer(ground.plain, begin, end):
        if ground.inside[match.start()]:
            continue
        if match[0] in ("、", "以及", "或") or (match[0].startswith("等") and match.start() > begin):
            return match.start()
        if match[0] in "和与及" and _another(
            ground, Span(begin, match.start()), Span(match.end(), _next(ground, match.end(), end))
        ):
            return match.start()
    return end


def _another(ground: Ground, tail: Span, right: Span) -> bool:
    """Whether ``right`` is a name of its own, so that ``tail`` ends before it."""
    if _own_evidence(ground, *right):
        return True
    head = head_of(ground, right) if right.end - right.begin <= LONGEST and _headed(ground, tail) else None
    if head is None or head.stop != right.end or head.word not in lexicon().closed:
        return False
    return len(strip_generic(ground.plain[right.begin : head.begin])) >= 2


def _next(ground: Ground, at: int, end: int) -> int:
    match = _QUICK_END.search(ground.plain, at, end)
    return match.start() if match else end


def _own_evidence(ground: Ground, begin: int, end: int) -> bool:
    """Whether a name with a place or a national word of its own begins at ``begin``."""
    place = ground.starting(begin)
    return (place is not None and place.span.end <= end) or lexicon().national.match(ground.plain, begin, end) is not None


def _headed(ground: Ground, chunk: Span) -> bool:
    head = head_of(ground, chunk) if chunk.end - chunk.begin <= LONGEST else None
    if head is not None and (head.stop == chunk.end or _BEGUN.fullmatch(ground.plain, head.stop, chunk.end)):
        return head.begin > chunk.begin
    return ending_of(ground, chunk) is not None


def _divides(ground: Ground, left: Span, at: int, end: int) -> bool:
    """Whether 和/与/及 between ``left`` and what begins at ``at`` parts two names rather than standing in one."""
    right = Span(at, _next(ground, at, end))
    if is_bare(ground, left):
        return is_bare_start(ground, right)
    if not _headed(ground, left):
        return False
    right_head = head_of(ground, right) if right.end - right.begin <= LONGEST else None
    if right_head is None and right.end - right.begin <= _SHORT and ground.plain.startswith("、", right.end):
        return True
    if right_head is None:
        return _own_evidence(ground, right.begin, right.end) or ending_of(ground, right) is not None
    own, ending = ground.plain[right.begin : right_head.begin], right_head.word
    if _MEETING.match(ground.plain, *right):
        return False
    short = len(own) == 2 and ending in lexicon().closed and lexicon().short_region.fullmatch(own) is not None
    left_head = head_of(ground, left)
    if left_head is not None and left_head.word == ending and ending in _PARTS:
        return True
    if left_head is not None and left_head.word == ending and ending in lexicon().closed and len(own) == 2:
        return left_head.begin - left.begin == 2
    if len(own) <= 2 and ground.starting(right.begin) is None and not short and _LANDMARK.fullmatch(own) is None:
        return False
    if short:
        return True
    return _own_evidence(ground, right.begin, right.end) or (len(strip_generic(own)) >= 2 and not _generic_left(ground, left))


def _generic_left(ground: Ground, left: Span) -> bool:
    head = head_of(ground, left)
    return head is not None and not strip_generic(ground.plain[left.begin : head.begin])


def is_bare(ground: Ground, chunk: Span) -> bool:
    """Whether ``chunk`` is only a place (or places in a row, or 环 and a place), or a stretch A至B."""
    text = ground.plain[chunk.begin : chunk.end]
    return lead_end(ground, chunk) == chunk.end or (_RELATION.fullmatch(text) is not None and head_of(ground, chunk) is None)


def is_bare_start(ground: Ground, chunk: Span) -> bool:
    """Whether ``chunk`` begins with a place or a stretch A至B."""
    return lead_end(ground, chunk) > chunk.begin or _RELATION.match(ground.plain, chunk.begin, chunk.end) is not None


def lead_end(ground: Ground, chunk: Span) -> int:
    """Where the places at the beginning of ``chunk`` end (成都至昆明 counts as one), ``chunk.begin`` if there are none."""
    at = chunk.begin + (ground.plain[chunk.begin : chunk.begin + 1] == "环")
    found = chunk.begin
    while (place := ground.starting(at)) is not None and place.span.end <= chunk.end:
        if place.kind == "Zone" and lexicon().head.search(place.text):
            break
        found = at = place.span.end
        if ground.plain[at : at + 1] in ("至", "到", "—") and ground.starting(at + 1) is not None:
            at += 1
    return found
