"""Spatial schemes with counted parts: “一心两湖四江五屏”, “三核三圈三带”, and where the text fills the parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.extract.groupings.collect import Found
from loaders.extract.groupings.regions import DEFINED
from loaders.extract.projects.ground import Ground, place_list
from loaders.model import PlaceMentionFact, Span
from loaders.numerals import number

_NUMBER = "[一二两三四五六七八九十]"
_SCHEME = re.compile(f"“((?:{_NUMBER}[一-鿿]{{1,2}}?|多[一-鿿]{{1,2}}?){{2,8}})”")
_PART = re.compile(f"({_NUMBER}|多)([一-鿿]{{1,2}}?)(?={_NUMBER}|多|$)")
_TOLD = re.compile(f"“(?P<name>(?P<count>{_NUMBER})(?P<noun>[一-鿿]{{1,2}}))”，?(?:即|为|是指|指|是|包括)")
_LABELLED = re.compile(
    f"(?<![一-鿿“])(?P<name>(?P<count>{_NUMBER})(?P<noun>[湾轴核极带圈屏心翼廊区片群团湖江园]))：(?=[一-鿿])"
)
"""一湾：…, 两极：…: the parts in lines of their own, two or more of them."""
_ROADS = "纵横射环线联"
"""“两纵”是指…: roads, which have members of another kind than places."""
_DIVISIONS = "省市州县区地"
"""“三省四市”: divisions counted, no parts of a layout."""
_BUILT = re.compile("打造|建设|培育|构建|形成")
_CLOSE = re.compile("[；。\n]|$")
_NATURAL = ("WaterBody", "Mountain", "Region")


@dataclass(frozen=True, slots=True)
class Part:
    """A counted part of a scheme: 四江 is 4 of 江."""

    name: str
    count: int
    noun: str


def scheme_groups(ground: Ground) -> Iterator[Found]:
    """The members of counted parts, told (“四江”，为…) or to be understood from the noun they share."""
    told: set[str] = set()
    for found in _told(ground):
        told.add(found.group)
        yield found
    told.update(match["name"] for match in _tellings(ground.plain) if _is_defined(ground, match, len(ground.plain)))
    parts = [part for part in _parts(ground.plain) if part.name not in told]
    if not parts:
        return
    done: set[str] = set()
    for paragraph in ground.paragraphs:
        for found in _filled(ground, paragraph, [part for part in parts if part.name not in done]):
            done.add(found.group)
            yield found


def _parts(plain: str) -> list[Part]:
    """The parts of the schemes that stand in quotes, each once."""
    out: dict[str, Part] = {}
    for scheme in _SCHEME.finditer(plain):
        for match in _PART.finditer(scheme[1]):
            if (count := number(match[1])) and match[2] not in _DIVISIONS:
                out.setdefault(match[0], Part(match[0], count, match[2]))
    return list(out.values())


def _told(ground: Ground) -> Iterator[Found]:
    """“四江”，为长江、汉江…治理: the first list after the words."""
    for match in _tellings(ground.plain):
        if match["noun"][-1] in _ROADS:
            continue
        stop = _CLOSE.search(ground.plain, match.end())
        end = stop.start() if stop else match.end()
        if _is_defined(ground, match, end):
            continue
        for place in ground.within(match.end(), min(end, match.end() + 300)):
            if ground.plain.startswith("—", place.span.end):
                break  # “一核”，即延吉—龙井—图们旅游核心区: the name of one zone, no list of members
            members, until = place_list(ground, place.span.begin, end)
            if len(members) in (number(match["count"]), *([len(members)] if match["count"] == "一" else [])):
                yield Found(match["name"], match["name"], tuple(members), Span(match.start(), until))
                break


def _tellings(plain: str) -> list[re.Match[str]]:
    """Where the text begins to say what a part is, in quotes or as a label."""
    labelled = list(_LABELLED.finditer(plain))
    return [*_TOLD.finditer(plain), *(labelled if len({match["name"] for match in labelled}) > 1 else [])]


def _is_defined(ground: Ground, told: re.Match[str], end: int) -> bool:
    """“一核”，即A旅游核心区，包括…: what is told is a region of its own name, and it has the members."""
    stop = ground.plain.find("，包括", told.end(), min(end, told.end() + _NAME))
    return stop >= 0 and DEFINED.fullmatch(ground.plain, told.end(), stop) is not None


def _filled(ground: Ground, paragraph: Span, parts: list[Part]) -> Iterator[Found]:
    """Parts that the paragraph fills: by lists beside their noun, or by as many places to be built that end in it.

    Without the noun a paragraph fills no part.
    """
    if not (places := ground.within(*paragraph)):
        return
    left = [part for part in parts if ground.plain.find(part.noun, *paragraph) >= 0]
    for sentence in ground.sentences(*paragraph) if left else ():
        for members, begin, stop in _lists(ground, sentence):
            if len(members) == 1 and members[0].kind not in _NATURAL:
                continue
            natural = all(place.kind in _NATURAL for place in members)
            for part in left:
                if (natural if part.count < 2 else len(members) == part.count) and _fits(ground, part, members, stop, sentence):
                    left.remove(part)
                    yield Found(part.name, part.name, tuple(members), Span(begin, stop))
                    break
    ends = {place.text[-1] for place in places}
    for part in left if len(places) > 1 else ():
        if part.noun[-1] not in ends:
            continue
        built = {p.iri: p for p in places if p.text.endswith(part.noun) and p.kind not in _NATURAL and _is_built(ground, p)}
        if len(built) == part.count >= 2:
            members = list(built.values())
            yield Found(part.name, part.name, tuple(members), Span(members[0].span.begin, members[-1].span.end))


def _lists(ground: Ground, sentence: Span) -> Iterator[tuple[list[PlaceMentionFact], int, int]]:
    at = sentence.begin
    for place in ground.within(*sentence):
        if place.span.begin >= at:
            members, at = place_list(ground, place.span.begin, sentence.end)
            yield members, place.span.begin, at


def _fits(ground: Ground, part: Part, members: list[PlaceMentionFact], stop: int, sentence: Span) -> bool:
    """Whether the list is the part, as far as their number allows: it shares the noun, or the noun (“江”, 屏障) follows it."""
    if part.count >= 2 and all(place.text.endswith(part.noun) for place in members):
        return True
    near = ground.plain.find(part.noun, stop, min(sentence.end, stop + _NEAR)) >= 0
    natural = near and all(place.kind in _NATURAL for place in members)
    if natural and _followed_by(part.noun).match(ground.plain, stop, sentence.end):
        return True
    return part.count >= 2 and f"“{part.name}”" in ground.plain[stop : min(sentence.end, stop + 120)]


_NAME = 40
"""The name of such a region is no longer."""
_NEAR = 15
"""The noun that `_followed_by` looks for ends within so many characters."""


@lru_cache(maxsize=64)
def _followed_by(noun: str) -> re.Pattern[str]:
    return re.compile(f"[^，。；]{{0,10}}(?:“[^”]{{0,2}}{noun}”|{noun}[障带廊])")


def _is_built(ground: Ground, place: PlaceMentionFact) -> bool:
    """Whether a verb of building stands right before the place."""
    return _BUILT.search(ground.plain[max(0, place.span.begin - 3) : place.span.begin]) is not None
