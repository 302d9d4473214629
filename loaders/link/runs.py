"""Towns listed side by side by their short names: 临泽、高台、山丹、民乐四县.

Each of these may be a word (民乐, 清水, 和平); a list whose members are all towns of one province is no accident.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from loaders.link.neighbours import known_towns
from loaders.registry import Place, Registry
from loaders.registry.iris import CHINA

Found = tuple[int, int, Place]
_PART = re.compile("、+")
_OF_LIST = re.compile("[一-鿿、]+")
_ITEM = re.compile("[^、]+")
_CLOSE = re.compile("(?:等)?(?:[两二三四五六七八九十]+|\\d+)?个?(?:县|市|区|旗|州|地)|等")
"""What tells that the list was one of towns: 四县, 等县（市、区）, 等地; 等 alone tells less."""
_SURE = 3
"""So many towns of one province in a row confirm one another where nothing else does."""
_LONGEST = 5
"""So many characters at most has a town's name."""
_AND = re.compile("[和与及]|以及")


def town_runs(text: str, registry: Registry, jurisdiction: str) -> list[Found]:
    """``(begin, end, place)`` of the members of each list of towns of one province.

    Two suffice where the province is the document's and the list is closed by 等, 四县 or 等地; else three are needed.
    """
    known, endings, beginnings = known_towns(registry), _endings(registry), _beginnings(registry)
    out: list[Found] = []
    reach = 0
    for part in _PART.finditer(text):
        left, right = part.span()
        if left >= reach and text[right : right + 2] in beginnings and text[left - 2 : left] in endings:
            begin, reach = _stretch(text, reach, left)
            for run in _runs(text, begin, reach, known, endings):
                out += _of_one_province(text, run, jurisdiction)
    return out


def _stretch(text: str, low: int, at: int) -> tuple[int, int]:
    """The range of the list that holds ``at``, from ``low`` on."""
    begin = at
    while begin > low and ("\u4e00" <= text[begin - 1] <= "\u9fff" or text[begin - 1] == "、"):
        begin -= 1
    list_ = _OF_LIST.match(text, at)
    return begin, list_.end() if list_ else at


Run = list[tuple[int, int, list[Place]]]


@lru_cache(maxsize=4)
def _endings(registry: Registry) -> frozenset[str]:
    """The last two characters of the names of towns."""
    return frozenset(name[-2:] for name in known_towns(registry))


@lru_cache(maxsize=4)
def _beginnings(registry: Registry) -> frozenset[str]:
    """The first two characters of the names of towns."""
    return frozenset(name[:2] for name in known_towns(registry))


def _runs(text: str, begin: int, end: int, known: dict[str, list[Place]], endings: frozenset[str]) -> Iterator[Run]:
    """The stretches of neighbouring items that are towns' names: the first may end, the last may begin with one."""
    run: Run = []
    for item in _ITEM.finditer(text, begin, end):
        first, last = item.start(), item.end()
        name = text[first:last]
        if name in known and last - first <= _LONGEST:
            run.append((first, last, known[name]))
            continue
        if run:
            run += _head(text, first, last, known)
        if len(run) > 1:
            yield run
        tail = _tail(text, first, last, known) if last < end and name[-2:] in endings else None
        run = [tail] if tail is not None else []
    if len(run) > 1:
        yield run


def _head(text: str, begin: int, end: int, known: dict[str, list[Place]]) -> Run:
    """The town that the list's last item begins with, and one more behind 和 (民乐四县, 鹤山和新会将主动)."""
    for length in range(min(_LONGEST, end - begin), 1, -1):
        if text[begin : begin + length] in known:
            first = (begin, begin + length, known[text[begin : begin + length]])
            link = _AND.match(text, begin + length)
            return [first, *_head(text, link.end(), end, known)[:1]] if link else [first]
    return []


def _tail(text: str, begin: int, end: int, known: dict[str, list[Place]]) -> tuple[int, int, list[Place]] | None:
    for length in range(min(_LONGEST, end - begin), 1, -1):
        if text[end - length : end] in known:
            return end - length, end, known[text[end - length : end]]
    return None


def _of_one_province(text: str, run: Run, jurisdiction: str) -> list[Found]:
    """The members in the province that all of them lie in; none where there is no such province or no certainty."""
    common = set.intersection(*({place.code[:2] for place in places} for _, _, places in run))
    own = jurisdiction[:2]
    closed = _CLOSE.match(text, run[-1][1])
    if jurisdiction != CHINA and own in common:
        province = own
    elif len(common) == 1 and len(run) >= _SURE:
        province = next(iter(common))
    else:
        return []
    if len(run) < _SURE and not (closed and province == own):
        return []
    shared = Counter(code for _, _, places in run for code in {place.code[:4] for place in places})
    return [(begin, end, _nearest(places, end - begin, shared, province)) for begin, end, places in run]


def _nearest(places: list[Place], length: int, shared: Counter[str], province: str) -> Place:
    """Of the towns of one name in the province the one whose prefecture most members share; in force before retired.

    ``length`` is that of the name as printed: 井陉 is 井陉县 rather than 井陉矿区; ``shared`` counts prefectures.
    """
    return min(
        (place for place in places if place.code[:2] == province),
        key=lambda place: (bool(place.replaced_by), len(place.name) - length == 2, -shared[place.code[:4]], place.code),
    )
