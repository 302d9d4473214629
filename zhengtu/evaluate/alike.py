"""How far a value of the gold and a value of the store agree: 1 wholly, 0 not at all.

Every function takes the gold's value, the store's value and the names the store knows, in this order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from zhengtu.evaluate.fold import fold, number, ordinal, short_place, unmarked
from zhengtu.evaluate.names import Names

Alike = Callable[[str, str, Names], float]

_FIGURE = re.compile(r"\d+(?:\.\d+)?|[A-Za-z]+")
_WHOLE = {"全国", "全省", "全区", "全自治区", "全市", "全州", "全县"}
_HEADING_END = "。.:;,"


def exact(gold: str, told: str, _names: Names) -> float:
    """The same once folded."""
    return float(fold(gold) == fold(told))


def literal(gold: str, told: str, _names: Names) -> float:
    """The same, character by character."""
    return float(gold == told)


def numeric(gold: str, told: str, names: Names) -> float:
    """The same number, or the same text where one is none."""
    a, b = number(gold), number(told)
    return float(a == b) if a is not None and b is not None else exact(gold, told, names)


def heading(gold: str, told: str, _names: Names) -> float:
    """The same title, whatever mark ends it."""
    return float(fold(gold).rstrip(_HEADING_END) == fold(told).rstrip(_HEADING_END))


def code(gold: str, told: str, _names: Names) -> float:
    """The same code in whatever case and with or without hyphens: ``urban-agglomeration``, ``UrbanAgglomeration``."""
    return float(_code(gold) == _code(told))


def printed_number(gold: str, told: str, _names: Names) -> float:
    """The same printed number, whatever stands around it: （五）, 五."""
    return float(unmarked(gold) == unmarked(told))


def counted(gold: str, told: str, _names: Names) -> float:
    """The same place in a count, in Chinese or Arabic numerals, the last part of a path: 二, ``2``, ``5.2``."""
    return float(ordinal(gold) == ordinal(told))


def named(gold: str, told: str, names: Names) -> float:
    """Names of the same agency or place; a shade less than 1 where the names are not the same."""
    return 1.0 if fold(gold) == fold(told) else 0.99 * names.same(gold, told)


def similar(gold: str, told: str, _names: Names) -> float:
    """Share of common characters in order (normalised indel similarity); two blanks agree."""
    a, b = fold(gold), fold(told)
    return ratio(a, b) / 100 if a or b else 1.0


def similar_name(gold: str, told: str, names: Names) -> float:
    """As ``similar``, but figures and Latin letters must be the same: T2航站楼 is not T3航站楼."""
    return similar(gold, told, names) if _figures(gold) == _figures(told) else 0.0


def within(gold: str, told: str, names: Names) -> float:
    """One contains the other, or they are similar."""
    a, b = fold(gold), fold(told)
    return 1.0 if a == b or (a and b and (a in b or b in a)) else similar(gold, told, names)


def scope(gold: str, told: str, names: Names) -> float:
    """As ``within``; 全省, 全市 and the like, which the document goes without saying, may be left out."""
    return 1.0 if gold in _WHOLE and not told else within(gold, told, names)


def one_of(gold: str, told: str, _names: Names) -> float:
    """What the store lists, joined by ``;``, stands in the gold's list; nothing agrees with nothing."""
    a, b = _listed(gold), _listed(told)
    return float(b <= a and bool(a) == bool(b))


def among(gold: str, told: str, _names: Names) -> float:
    """The gold's value is one of those the store lists, joined by ``;``: a concept's label or its code."""
    return float(fold(gold) in _listed(told) or not gold + told)


def places(gold: str, told: str, names: Names) -> float:
    """The same places, joined by ``;``, under full or short names or any two names of one node."""
    a, b = _listed(gold), _listed(told)

    def among_them(place: str, others: set[str]) -> bool:
        return any(short_place(place) == short_place(other) or names.same(place, other) for other in others)

    return float(all(among_them(p, b) for p in a) and all(among_them(p, a) for p in b))


def date(gold: str, told: str, _names: Names) -> float:
    """The same date; where the gold knows only the year or month, the store may say no more than that, or nothing."""
    return float(gold == told or (0 < len(gold) < 10 and not told))


def if_said(alike: Alike) -> Alike:
    """As ``alike``, but a blank in the gold agrees with everything: the annotator left it open."""

    def check(gold: str, told: str, names: Names) -> float:
        return alike(gold, told, names) if gold.strip() else 1.0

    return check


@lru_cache(maxsize=100_000)
def _figures(text: str) -> tuple[str, ...]:
    return tuple(sorted(_FIGURE.findall(fold(text))))


def _code(text: str) -> str:
    return fold(text).replace("-", "").casefold()


def _listed(text: str) -> set[str]:
    return {part for part in map(fold, re.split("[;；]", text)) if part}
