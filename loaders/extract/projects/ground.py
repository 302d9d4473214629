"""The text as the extractors of names read it: plain characters, clauses, and the places by offset."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from loaders.model import PlaceMentionFact, Span
from loaders.occurrences import Occurrences, WordList, positions

_PLAIN = tuple(zip(",;:()―–-－─~～", "，；：（）———————", strict=True))
_PAIRS = {"（": "）", "“": "”", "《": "》", "「": "」"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_BRACKETS = re.compile("[（）“”《》「」\\n]")
_LINE = re.compile("[^\\n]+")
CITY_GROUPS = ("MetropolitanArea", "UrbanAgglomeration")
"""The classes of a 都市圈 or 城市群."""
LONG_BRACKET = 14
"""A bracket of more characters than this is an aside, not part of a name."""


_QUOTED = 28
"""What a longer quotation says is said by the text."""


def _uniform(text: str) -> str:
    """Punctuation in one form; a replacement for each mark is many times faster than ``str.translate`` over Chinese text."""
    for mark, plain in _PLAIN:
        text = text.replace(mark, plain)
    return "\n".join(map(curled, text.split("\n"))) if '"' in text else text


def curled(line: str) -> str:
    """``line`` with its straight quotes bent, opening and closing by turns; unpaired ones stay."""
    if '"' not in line:
        return line
    parts = line.split('"')
    return (
        parts[0] + "".join(mark + part for mark, part in zip("“”" * (len(parts) // 2), parts[1:], strict=True))
        if len(parts) % 2
        else line
    )


class Ground:
    """Characters made uniform one for one (so offsets hold), with what lies inside brackets and quotes marked."""

    def __init__(self, text: str, places: Sequence[PlaceMentionFact]) -> None:
        self.text = text
        self.plain = _uniform(text)
        self.places = tuple(places)
        self._listed = list(places)
        begins = [place.span.begin for place in self.places]
        self._at = dict(zip(begins, self.places, strict=True))
        self._begins = [*begins, len(text) + 1]
        """Closed by an offset behind the text, which no search passes."""
        self.inside = bytearray(len(text))
        self.asides: list[Span] = []
        self.known: dict[object, Any] = {}
        """What rules found out about stretches of the text; several ask the same."""
        self.written: dict[tuple[Span, ...], str] = {}
        """The names put together so far, by their pieces."""
        self.own: dict[tuple[Span, ...], list[PlaceMentionFact]] = {}
        """The places printed in the pieces of a name."""
        self._found: dict[WordList, Occurrences] = {}
        self._heads: dict[WordList, list[int]] = {}
        self._followers: dict[int, int] = {}
        self._lists: dict[int, tuple[list[PlaceMentionFact], int]] = {}
        self._parting: dict[str, list[int]] = {}
        self._clauses: dict[Span, list[Span]] = {}
        self._mark()

    def _mark(self) -> None:
        """Mark what short brackets, quotes and titles hold; long brackets become asides."""
        stack: list[tuple[str, int]] = []
        for match in _BRACKETS.finditer(self.plain):
            at, char = match.start(), match[0]
            if char in _PAIRS:
                stack.append((char, at))
            elif char == "\n":
                stack.clear()
            elif char in _CLOSERS and stack and stack[-1][0] == _CLOSERS[char]:
                opener, begin = stack.pop()
                if opener == "（" and at - begin > LONG_BRACKET:
                    self.asides.append(Span(begin, at + 1))
                elif not stack and (opener == "《" or at - begin < (_QUOTED if opener == "“" else 40)):
                    self.inside[begin : at + 1] = b"\1" * (at + 1 - begin)
        self.asides.sort()
        self._aside_begins = [aside.begin for aside in self.asides]

    def within(self, begin: int, end: int) -> list[PlaceMentionFact]:
        """The mentions that lie inside ``[begin, end)``; as none overlaps another, only the last can reach beyond it."""
        begins = self._begins
        low = high = bisect_left(begins, begin)
        while begins[high] < end:
            high += 1
        if high > low and self._listed[high - 1].span.end > end:
            high -= 1
        return self._listed[low:high] if high > low else []

    def where(self, words: WordList) -> Occurrences:
        """Where ``words`` stand."""
        found = self._found.get(words)
        if found is None:
            found = self._found[words] = words.occurrences(self.plain)
        return found

    def begins(self, words: WordList) -> list[int]:
        """The offsets at which one of ``words`` begins, ascending."""
        found = self._heads.get(words)
        if found is None:
            found = self._heads[words] = self.where(words).distinct
        return found

    def search(self, pattern: re.Pattern[str], heads: WordList, begin: int, end: int) -> re.Match[str] | None:
        """The first match of ``pattern`` in ``[begin, end)``, all of whose matches begin with one of ``heads``."""
        begins = self.begins(heads)
        i, last = bisect_left(begins, begin), len(begins)
        while i < last and begins[i] < end:
            if (match := pattern.match(self.plain, begins[i], end)) is not None:
                return match
            i += 1
        return None

    def starting(self, at: int) -> PlaceMentionFact | None:
        """The mention that begins at ``at``."""
        return self._at.get(at)

    def follower(self, at: int) -> int:
        """Where the mention begins that is joined by 、 or 和 to one that ends at ``at``; -1 where there is none."""
        found = self._followers.get(at)
        if found is None:
            link = _SEPARATOR.match(self.plain, at)
            found = self._followers[at] = link.end() if link and link.end() in self._at else -1
        return found

    def listed(self, begin: int) -> tuple[list[PlaceMentionFact], int]:
        """The places listed from ``begin``, however long the list, and where the last of them ends; looked up once."""
        found = self._lists.get(begin)
        if found is None:
            found = self._lists[begin] = listed_until(self, begin, len(self.plain))
        return found

    @cached_property
    def innermost(self) -> dict[int, PlaceMentionFact]:
        """For a division with another right behind it (湖北枝江), by where it begins: the last one of the row."""
        out: dict[int, PlaceMentionFact] = {}
        for place in reversed(self.places):
            inner = self._at.get(place.span.end)
            if inner is not None and place.code and inner.code:
                out[place.span.begin] = out.get(inner.span.begin, inner)
        return out

    def _parted(self, marks: str) -> list[int]:
        """Where any of ``marks`` stands outside brackets and quotes."""
        if marks not in self._parting:
            self._parting[marks] = [at for at in positions(self.plain, marks) if not self.inside[at]]
        return self._parting[marks]

    def pieces(self, begin: int, end: int, marks: str) -> list[Span]:
        """The stretches between ``marks`` that stand outside brackets and quotes, asides left out."""
        parted, out, at = self._parted(marks), [], begin
        opening, asides = self._aside_begins, len(self.asides)
        aside, low = bisect_left(opening, begin), bisect_left(parted, begin)
        while at < end:
            stop = opening[aside] if aside < asides and opening[aside] < end else end
            high = bisect_left(parted, stop, low)
            for mark in parted[low:high]:
                if mark > at:
                    out.append(Span(at, mark))
                at = mark + 1
            if stop > at:
                out.append(Span(at, stop))
            if stop == end:
                break
            at = self.asides[aside].end
            low = bisect_left(parted, at, high)
            while aside < asides and opening[aside] < at:
                aside += 1
        return out

    def clauses(self, sentence: Span) -> list[Span]:
        """The clauses of a sentence (between ，：), the number of an item before them left out."""
        found = self._clauses.get(sentence)
        if found is None:
            found = self._clauses[sentence] = self.pieces(*past_number(self, sentence), "，：")
        return found

    @cached_property
    def _sentences(self) -> list[Span]:
        return self.pieces(0, len(self.plain), "。；！？…\n")

    @cached_property
    def _sentence_begins(self) -> list[int]:
        return [sentence.begin for sentence in self._sentences]

    def sentences(self, begin: int = 0, end: int | None = None) -> list[Span]:
        """Sentences and list items (between 。；！？… and line ends): all, or those of whole lines ``[begin, end)``."""
        if end is None:
            return self._sentences
        low = bisect_left(self._sentence_begins, begin)
        return self._sentences[low : bisect_left(self._sentence_begins, end, low)]

    @cached_property
    def enumerations(self) -> list[tuple[list[PlaceMentionFact], int]]:
        """The lists of two places or more, each with where it ends."""
        out: list[tuple[list[PlaceMentionFact], int]] = []
        until = 0
        for place in self.places:
            if place.span.begin >= until:
                members, stop = place_list(self, place.span.begin, len(self.plain))
                if len(members) > 1:
                    out.append((members, stop))
                    until = stop
        return out

    @cached_property
    def peopled(self) -> list[Span]:
        """The sentences that mention two places or more."""
        return [sentence for sentence in self._sentences if len(self.within(*sentence)) > 1]

    @cached_property
    def paragraphs(self) -> list[Span]:
        """Lines."""
        return [Span(*match.span()) for match in _LINE.finditer(self.plain)]

    @cached_property
    def city_groups(self) -> dict[str, PlaceMentionFact]:
        """The city groups that the text names, by name."""
        return {place.text: place for place in self.places if place.kind in CITY_GROUPS}

    @cached_property
    def main_group(self) -> dict[str, PlaceMentionFact]:
        """What a bare 城市群, 城市圈, 都市圈 means: the group so named that the text mentions most often."""
        counts = Counter(
            (place.text[-3:], place.iri) for place in self.places if place.text[-3:] in ("城市群", "城市圈", "都市圈")
        )
        out: dict[str, PlaceMentionFact] = {}
        for (tail, iri), _ in counts.most_common():
            if tail not in out:
                out[tail] = next(place for place in self.places if place.iri == iri)
        return out


_latest: list[Ground] = []


def ground_of(text: str, places: tuple[PlaceMentionFact, ...]) -> Ground:
    """The ground of a text, made once for the extractors that read it one after another."""
    for ground in _latest:
        if ground.text is text and ground.places is places:
            return ground
    _latest[:] = [Ground(text, places)]
    return _latest[0]


_SEPARATOR = re.compile("(?:[两三四五六七八九十]+个?[省市县区州盟]{1,2})?(?:[、和与及]|以及)")
"""Between the places of a list; a count may close its first part (沈阳、鞍山两市和沈抚示范区)."""
_END_OF_LIST = re.compile(
    "等(?:区县|区(?![域位划内间])|县市区?|市县|县区|市区|区县|市州|旗县|县（市、区）|地区|地|城市(?!群|圈|更新)|省(?!域|会|级)|市(?!场|域)|县(?!域|城))?"
)


_NUMBERED = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}(?:、|是要?)|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．、])\s*")


def past_number(ground: Ground, span: Span) -> Span:
    """``span`` without the number of an item at its beginning (三、支持…)."""
    match = _NUMBERED.match(ground.plain, *span)
    return Span(match.end(), span.end) if match is not None and match.end() < span.end else span


def place_list(ground: Ground, begin: int, end: int) -> tuple[list[PlaceMentionFact], int]:
    """The places listed from ``begin`` (A、B与C等地; 湖北枝江 gives the inner one; a list not to be changed), and its end."""
    if ground.starting(begin) is None:
        return [], begin
    found, at = ground.listed(begin)
    if at > end:
        found, at = listed_until(ground, begin, end)
    if found and ground.plain.startswith("等", at):
        tail = _END_OF_LIST.match(ground.plain, at, end)
        at = tail.end() if tail else at
    return found, at


def listed_until(ground: Ground, begin: int, end: int) -> tuple[list[PlaceMentionFact], int]:
    """The places listed in ``[begin, end)`` and where the last of them ends."""
    found: list[PlaceMentionFact] = []
    at, starting = begin, ground.starting
    while (place := starting(at)) is not None and place.span.end <= end:
        last = ground.innermost.get(at)
        if last is not None and last.span.end <= end:
            place, last = last, None
        at = place.span.end
        if last is not None and (inner := starting(at)) is not None and inner.span.end <= end:
            continue
        found.append(place)
        following = ground.follower(at)
        if not -1 < following <= end:
            break
        at = following
    return found, at
