"""The extent of a region, told as a list that names the division above each run: X由甲省A市、B州，乙省C市组成."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from loaders.extract.groupings.collect import Found
from loaders.extract.groupings.names import GROUPS, group_at
from loaders.extract.groupings.regions import named_region
from loaders.extract.projects.ground import CITY_GROUPS, Ground, past_number
from loaders.model import PlaceMentionFact, Span

_OPENS = re.compile(
    "(?=[其的规实空范最首现正成主由以包涵覆为是：，])(?:其|的)?(?:(?:规划|实施|空间)?范围|(?:最新|首批|现有|正式)?成员(?:城市|单位|地区)?)?(?:[：，](?=主?要?[包涵覆]))?(?:主要)?(?:由|以|包括|包含|涵盖|覆盖|为|是指|：)：?(?=[一-鿿])"
)
_SCOPE = re.compile(
    "(?:规划|实施|空间|覆盖|地域|行政)*范围(?:[与和及]期限)?(?:：|主要)?(?:为|包括|包含|涵盖|覆盖|涉及)?(?=[一-鿿])"
)
"""A paragraph of its own on the extent of what the heading above it names."""
_NAME = 40
"""Characters of the longest name of a city group, with the blanks of a bad print."""
_ABOVE = 300
"""The heading, or the clause that names the region, stands at most so many characters above."""
_REACH = 2000
"""No extent is longer, in characters."""
_BETWEEN = re.compile(
    "(?:[、，：和及与]|以及|还?包括|作为[一-鿿]{2,6}的|含(?:国家级新区)?|国家级新区|同时|等|共计?|主城区|中心城区|城区|市区|全域|部分(?:区域|地区|乡镇)|为(?:核心区?|主体|中心)|全部|所辖|的|"
    "\\d{1,3}个(?:地级|设区)?(?:城市|地市|[省市州县区旗]{1,2})?|\\d{1,2}[省市州县区]|[一二两三四五六七八九十]{1,3}个?(?:特别行政区|(?:地级|设区)?(?:城市|市)|[省州县区])?|(?:省|市|州|县|区|旗|地级市)+(?![一-鿿])|（[^（）]{1,80}）)*"
)
"""What stands between the members of an extent and behind the last of them."""
_HOLDS = re.compile("包括|包含|涵盖|覆盖|范围")
_COMPOSED = re.compile("(?:共同)?(?:组成|构成)(?:。|；|，|$)")
_STOP = re.compile("[。；，！!？\\n]|(?:共同)?(?:组成|构成)的")
_BLANKS = re.compile("[ 　]+")
_PARTS = re.compile("[、，]")
_IN = re.compile("的?")
"""宜春市的丰城市, 咸阳市秦都区: the one is told only to say where the other lies."""
_ROUND = re.compile("(?:[一-鿿]{2,8}(?:周边|沿线|沿岸|两岸|流域|境内|腹地|所辖|下辖)的?)?")
"""包括鄱阳湖周边的A、B: what lies in the midst is no member."""
_BUT = re.compile("（(?:除|不含|不包括|不包含)[^（）]{2,80}）")
"""运城市（除平陆县、垣曲县）: what the bracket names is left out."""
_EXTENT = re.compile("(?:的?(?:规划|实施|空间)?范围)")
_UNREAD = re.compile("[一-鿿 　]{0,12}[省市县区州旗]")
"""A division among the members whose name the print has torn (海 东市)."""
ALIKE = 0.8
"""Two names are one misprinted where so much of them is shared."""
FEWEST = 3
"""A list of fewer shows no extent."""


def extent_groups(ground: Ground) -> Iterator[Found]:
    """Regions whose sentence holds nothing but the list of what they extend over."""
    for i, whole in enumerate(ground.peopled):
        sentence = past_number(ground, whole)
        for opens in _OPENS.finditer(ground.plain, *sentence):
            low = max(sentence.begin, opens.start() - 40)
            region = (
                named_region(ground, max(low, ground.plain.rfind("，", low, opens.start()) + 1), opens.start())
                or _subject(ground, sentence, opens)
                or _misprinted(ground, sentence, opens)
            )
            if region is not None and (members := listed(ground, opens.end(), sentence.end, opens[0])):
                members += _by_division(ground, i, members)
                yield Found(region[0], region[1], tuple(members), Span(sentence.begin, members[-1].span.end))
                break
        else:
            yield from _below_heading(ground, sentence)


def _subject(ground: Ground, sentence: Span, opens: re.Match[str]) -> tuple[str, str] | None:
    """X地处…，（其范围）包括A、B: the region that opens a clause before, where this one has no subject of its own."""
    at = opens.start() + opens[0].startswith(("，", "的"))
    if _HOLDS.search(opens[0]) is None or ground.plain[at - 1] not in "，的":
        return None
    low = max(sentence.begin, at - _ABOVE)
    begins = [low] * (low == sentence.begin) + [i + 1 for i in range(low, at - 1) if ground.plain[i] in "，："]
    found = next((group for begin in reversed(begins) if (group := group_at(ground, begin))), None)
    return found[:2] if found else None


def _by_division(ground: Ground, i: int, members: list[PlaceMentionFact]) -> list[PlaceMentionFact]:
    """甲省：A、B。乙省：C、D: the members that the sentences right behind the ``i``-th list under the next divisions."""
    out: list[PlaceMentionFact] = []
    for sentence in ground.peopled[i + 1 :]:
        head = ground.starting(sentence.begin)
        last = (out or members)[-1].span.end
        if head is None or not head.code.endswith("00") or ground.plain[head.span.end : head.span.end + 1] != "：":
            break
        if "\n" in ground.plain[last : sentence.begin] or not (more := listed(ground, sentence.begin, sentence.end, "：")):
            break
        out += more
    return out


def _misprinted(ground: Ground, sentence: Span, opens: re.Match[str]) -> tuple[str, str] | None:
    """The city group of the text whose name the words before 规划范围 only fail to be by a character lost or turned."""
    if _EXTENT.match(opens[0]) is None or not 0 < opens.start() - sentence.begin <= _NAME:
        return None
    words = "".join(ground.plain[sentence.begin : opens.start()].split())
    groups = ground.city_groups
    alike = {name: SequenceMatcher(None, words, name).ratio() for name in groups if len(words) <= len(name) + 2}
    best = max(alike, key=lambda name: alike[name], default="")
    return (groups[best].iri, best) if best and alike[best] > ALIKE else None


def _below_heading(ground: Ground, sentence: Span) -> Iterator[Found]:
    """规划范围：A、B…: the extent of the city group named last above."""
    scope = _SCOPE.match(ground.plain, *sentence)
    above = ground.within(max(0, sentence.begin - _ABOVE), sentence.begin) if scope else []
    group = next((place for place in reversed(above) if place.kind in CITY_GROUPS), None)
    if scope and group and (members := listed(ground, scope.end(), sentence.end, "：")):
        yield Found(group.iri, group.text, tuple(members), Span(sentence.begin, members[-1].span.end))


def listed(ground: Ground, begin: int, end: int, opened: str) -> list[PlaceMentionFact]:
    """The places that the sentence lists from ``begin`` on; none where it says anything else of them."""
    end = min(end, begin + _REACH)
    left_out = [match.span() for match in _BUT.finditer(ground.plain, begin, end)]
    places = [
        p
        for p in ground.within(begin, end)
        if (p.kind == "Zone" or (p.code and p.kind not in GROUPS)) and not any(a < p.span.begin < b for a, b in left_out)
    ]
    if not places or _ROUND.fullmatch(ground.plain, begin, places[0].span.begin) is None:
        return []
    linked = [_linked(ground, one, other) for one, other in pairwise(places)]
    places = places[: linked.index(False) + 1] if False in linked else places
    if len(places) < FEWEST:
        return []
    behind = _BETWEEN.match(ground.plain, places[-1].span.end, end)
    at = behind.end() if behind else places[-1].span.end
    if opened.endswith("由"):
        closed = _COMPOSED.match(ground.plain, at) is not None
    else:
        closed = at >= end or _STOP.match(ground.plain, at) is not None or "，" in ground.plain[places[-1].span.end : at]
    if not closed:
        return []
    above = {
        one.iri
        for one, other in pairwise(places)
        if other.code.startswith(_stem(one)) and _BLANKS.fullmatch(ground.plain, one.span.end, other.span.begin)
    }
    above |= {one.iri for one, other in pairwise(places) if ground.plain[one.span.end : other.span.begin] == "："}
    above |= {one.iri for one, other in pairwise(places) if _IN.fullmatch(ground.plain, one.span.end, other.span.begin)}
    return [place for place in places if place.iri not in above]


def _linked(ground: Ground, one: PlaceMentionFact, other: PlaceMentionFact) -> bool:
    """Whether the list goes on from ``one`` to ``other``."""
    return _BETWEEN.fullmatch(ground.plain, one.span.end, other.span.begin) is not None or _torn(ground, one, other)


def _torn(ground: Ground, one: PlaceMentionFact, other: PlaceMentionFact) -> bool:
    """Whether only marks, blanks and a torn name stand between two members, in a text whose lines are torn by blanks."""
    between = ground.plain[one.span.end : other.span.begin]
    return _BLANKS.search(between) is not None and all(
        not part or _UNREAD.fullmatch(part) for part in (piece.strip() for piece in _PARTS.split(between))
    )


def _stem(place: PlaceMentionFact) -> str:
    """The beginning of the codes of what lies in ``place``; for a county its whole code."""
    return place.code.removesuffix("00").removesuffix("00")
