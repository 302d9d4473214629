"""Lists that a count of a region's cities sums up (A、B等8个X城市), or that go on with the sentence before (包括A、B…)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.extract.groupings.collect import Found
from loaders.extract.groupings.names import GROUPS
from loaders.extract.groupings.regions import IN_THESE
from loaders.extract.projects.ground import Ground
from loaders.model import PlaceMentionFact, Span
from loaders.numerals import number

_NUMBER = "[两三四五六七八九十\\d]{1,3}"
_SUM = re.compile(f"(?P<rest>等)?(?P<count>{_NUMBER})?(?:个|座)?(?=[一-鿿])")
_UNITS = (
    "(?:成员|节点|中心|核心区|重点|主要|沿线|毗邻|内|的)*"
    "(?:城市(?!群|圈|带)|地市|设区市|地级市|省市|省区市|市州|县市区?|[市州县](?![一-鿿]?[圈群]))"
)
_OF = re.compile(_UNITS)
_LINK = re.compile("(?:[、，和与及]|以及|还有|[省市]的?|(?:全|市)域|[两三四五六七八九十]+[省市区县州]|全境|（[^（）]{1,40}）)*")
"""What stands between the members of such a list; a province may be told before its own (山东枣庄、济宁，江苏徐州)."""
_GOES_ON = re.compile(
    "[ 　]*(?:其|该区域|该圈|现|目前|范围|主要|具体|规划范围|成员城市|成员|共|一共)*"
    "(?:包括|涵盖|包含|涉及|覆盖|由|成员(?:城市)?为|成员有)(?:了)?(?=[一-鿿])"
)
"""A sentence without a subject goes on with that of the sentence before."""
_CLOSE = re.compile(
    f"(?:等|共|在内的|全域|全境)*(?:[一-鿿]{{0,12}}?(?:{_NUMBER})?个?(?:地级|设区|中心|成员)?(?:城市|市|地区|县区?|省区?市?|地市|县市区?)|(?:共同)?(?:组成|构成))?(?=[，。；\\n]|$)"
)
FEWEST = 3
_REACH = 600
"""Such a list is no longer, in characters."""


def summed_groups(ground: Ground) -> Iterator[Found]:
    """Groups whose members a count of their cities or a sentence without a subject lists."""
    yield from _counted(ground)
    yield from _going_on(ground)


def _counted(ground: Ground) -> Iterator[Found]:
    """A、B、C等8个X城市; A、B、C等X城市."""
    for region in ground.places:
        if region.kind not in GROUPS or _OF.match(ground.plain, region.span.end) is None:
            continue
        summed = next((m for at in _ends(ground, region) if _fits(m := _SUM.match(ground.plain, at), region)), None)
        if summed is None or not (summed["rest"] or summed["count"]):
            continue
        listed = _listed_before(ground, summed.start())
        told = number(summed["count"]) if summed["count"] else None
        enough = (
            len(listed) == told or (told is None and len(listed) >= FEWEST) or (summed["rest"] and told and len(listed) < told)
        )
        if len(listed) > 1 and enough:
            core = "核心区" if ground.plain.startswith("核心区", region.span.end) else ""
            group = region.text + core if core else region.iri
            yield Found(group, region.text + core, tuple(listed), Span(listed[0].span.begin, region.span.end + len(core)))


def _fits(summed: re.Match[str] | None, region: PlaceMentionFact) -> bool:
    return summed is not None and summed.end() == region.span.begin


def _ends(ground: Ground, region: PlaceMentionFact) -> list[int]:
    """Where the places just before ``region`` end."""
    begin = region.span.begin
    return [place.span.end for place in reversed(ground.within(max(0, begin - 16), begin))][:2]


def _listed_before(ground: Ground, end: int) -> list[PlaceMentionFact]:
    """The places listed up to ``end``, those left out that only tell where the next one lies."""
    run: list[PlaceMentionFact] = []
    reach = max(0, end - _REACH)
    low = max(reach, *(ground.plain.rfind(mark, reach, end) + 1 for mark in "。；\n"))
    for place in reversed(ground.within(low, end)):
        if not place.code or place.kind in GROUPS:
            break
        follower = run[-1].span.begin if run else end
        if place.span.end != end if not run else _LINK.fullmatch(ground.plain, place.span.end, follower) is None:
            break
        run.append(place)
    return _own(ground, run[::-1])


def _own(ground: Ground, places: list[PlaceMentionFact]) -> list[PlaceMentionFact]:
    """``places`` without the provinces and cities that stand right before a place in them."""
    above = {a.iri for a, b in pairwise(places) if ground.plain[a.span.end : b.span.begin] in ("", "的", "省", "市")}
    return [place for place in places if place.iri not in above]


def _going_on(ground: Ground) -> Iterator[Found]:
    """X地处…。包括A、B…等20个城市: what the sentence before speaks of."""
    for paragraph in ground.paragraphs:
        before: PlaceMentionFact | None = None
        for sentence in ground.sentences(*paragraph):
            opens = _GOES_ON.match(ground.plain, *sentence)
            if before is not None and opens is not None and (listed := _listed_from(ground, opens.end(), sentence.end)):
                yield Found(before.iri, before.text, tuple(listed), Span(sentence.begin, listed[-1].span.end))
            here = [place for place in ground.within(*sentence) if place.kind in GROUPS]
            before = here[0] if here and here[0].span.begin - sentence.begin < 12 else before


def _listed_from(ground: Ground, begin: int, end: int) -> list[PlaceMentionFact]:
    """The places listed from ``begin`` on, none where the clause says more of them than how many they are."""
    run: list[PlaceMentionFact] = []
    at = begin
    while (place := ground.starting(at)) is not None and place.code and place.span.end <= end:
        run.append(place)
        link = _LINK.match(ground.plain, place.span.end, end)
        at = link.end() if link else place.span.end
    if len(run) < FEWEST:
        return []
    stop = run[-1].span.end
    shared = run[-1].kind == "Province" and IN_THESE.match(ground.plain, stop, end) is not None
    closed = not shared and _CLOSE.match(ground.plain, stop, end + 1) is not None
    return _own(ground, run) if closed else []
