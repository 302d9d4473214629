"""Choose by ``Accept`` and ``Accept-Language`` (RFC 9110 §12.5)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache


@lru_cache(256)
def best(accept: str, offered: tuple[str, ...]) -> str | None:
    """The offered media type that the header likes best, the first of several; ``None`` where it takes none.

    A more specific range overrides a general one (``text/*;q=0.3, text/html``); no header takes anything.
    """
    ranges = [(value.lower(), quality) for value, quality in _items(accept)] or [("*/*", 1.0)]
    liked = [(_quality(kind, ranges), -place) for place, kind in enumerate(offered)]
    quality, place = max(liked, default=(0.0, 0))
    return offered[-place] if quality > 0 else None


@lru_cache(256)
def language(accept: str) -> str:
    """``zh`` or ``en``, whichever the header likes better; empty where it names neither."""
    liked = {tag.lower()[:2]: quality for tag, quality in reversed(list(_items(accept))) if tag.lower()[:2] in ("zh", "en")}
    wanted = [tag for tag, quality in liked.items() if quality > 0]
    return max(reversed(wanted), key=liked.__getitem__, default="")


def _quality(kind: str, ranges: list[tuple[str, float]]) -> float:
    for wanted in (kind, kind.partition("/")[0] + "/*", "*/*"):
        for value, quality in ranges:
            if value == wanted:
                return quality
    return 0.0


def _items(header: str) -> Iterator[tuple[str, float]]:
    """Each value with its weight; parameters other than ``q`` are passed over."""
    for part in header.split(","):
        value, *parameters = (piece.strip() for piece in part.split(";"))
        if value:
            yield value, next((_weight(p[2:]) for p in parameters if p[:2].lower() == "q="), 1.0)


def _weight(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0
