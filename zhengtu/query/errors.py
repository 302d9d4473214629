"""What can be wrong with a question; each error is one line, in the user's language, with the nearest names."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from zhengtu.messages import language
from zhengtu.store.errors import QueryError

_MOST = 5  # names offered
_ALIKE = 50.0  # likeness (0…100) from which a name is offered
_KINDS = {"integer": ("整数", "an integer"), "IRI": ("合规的 IRI", "a well-formed IRI")}


class UnknownQuery(QueryError):
    """No query of the library has this name."""

    def __init__(self, name: str, known: Iterable[str], told: Iterable[str] = ()) -> None:
        """``told`` are those that speak of ``name`` without being called like it."""
        near = nearest(name, known) or list(told)[:_MOST]
        super().__init__(_line(f"没有名为 {name} 的查询", f"no query named {name}", near))


class UnknownFormat(QueryError):
    """No output format has this name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(_line(f"没有 {name} 这种格式", f"no format named {name}", list(known)))


class BadParameter(QueryError):
    """A parameter is unknown, missing or of the wrong type."""

    @classmethod
    def unknown(cls, query: str, name: str, known: Iterable[str]) -> BadParameter:
        """``query`` takes no parameter ``name``."""
        names = list(known)
        zh, en = f"查询 {query} 没有参数 {name}", f"query {query} has no parameter {name}"
        return cls(_line(zh, en, nearest(name, names) or names))

    @classmethod
    def missing(cls, query: str, names: Iterable[str]) -> BadParameter:
        """``query`` needs the parameters ``names``."""
        wanted = " ".join(f"--set {name}=…" for name in names)
        return cls(_line(f"查询 {query} 需要参数：{wanted}", f"query {query} needs: {wanted}", []))

    @classmethod
    def counted(cls, column: str) -> BadParameter:
        """The values of ``column`` are counted or put together over many rows, so no row can be chosen by it."""
        return cls(_line(f"{column} 是汇总得来的，不能用来筛选", f"{column} is an aggregate, rows cannot be chosen by it", []))

    @classmethod
    def several(cls, name: str, value: str, found: list[str]) -> BadParameter:
        """``value`` means several things, and one is wanted."""
        zh, en = f"参数 {name} 的值“{value}”不止指一个", f"parameter {name}: {value!r} means several"
        return cls(_line(zh, en, found))

    @classmethod
    def wrong_type(cls, name: str, value: str, kind: str) -> BadParameter:
        """``value`` cannot be read as ``kind``, a key of ``_KINDS``."""
        zh, en = _KINDS[kind]
        return cls(_line(f"参数 {name} 的值“{value}”不是{zh}", f"parameter {name}: {value!r} is not {en}", []))


class UnknownEntity(QueryError):
    """No agency, place, document … goes by this name."""

    def __init__(self, value: str, known: Iterable[str]) -> None:
        super().__init__(_line(f"图谱里没有“{value}”", f"nothing in the graph is called {value!r}", nearest(value, known)))


def nearest(name: str, known: Iterable[str], most: int = _MOST) -> list[str]:
    """Up to ``most`` names like ``name``, best first: those that contain it, then those that look like it.

    Of two that are equally like it the one with more characters in the same places comes first (武汗: 武汉 before 灵武), then
    the one that ``known`` gives first.
    """
    names = list(dict.fromkeys(known))
    folded = name.casefold()
    inside = [n for n in names if folded and (folded in n.casefold() or n.casefold() in folded)]
    like = [(n, _likeness(folded, n.casefold())) for n in names]
    alike = sorted((n for n in like if n[1][0] >= _ALIKE), key=lambda n: n[1], reverse=True)
    return list(dict.fromkeys([*sorted(inside, key=len), *(n for n, _ in alike)]))[:most]


def _likeness(name: str, other: str) -> tuple[float, int]:
    """The share of characters in common, in order, and how many stand in the same places."""
    return fuzz.ratio(name, other, score_cutoff=_ALIKE), sum(map(str.__eq__, name, other))


def _line(zh: str, en: str, near: list[str]) -> str:
    if language() == "en":
        return f"{en}; did you mean: {', '.join(near)}" if near else en
    return f"{zh}；是否要找：{'、'.join(near)}" if near else zh
