"""The place that a report calls 本市 or 我省: that of its paper, or the one of 甲乙两省市 that does not sign by its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from loaders.model import AgentMention, CleanText, Identity, Span
from loaders.registry import load_registry
from loaders.registry.iris import CHINA
from loaders.registry.jurisdictions import jurisdiction_of

_OWN = re.compile(
    "[我本](?P<level>[省市县区州旗])(?P<organ>(?:人民)?政府|[\u4e00-\u9fff]{2,8}?(?:局|厅|委员会|委))?"
    "(?=[与和同、及暨]|(?:正式|共同|联合|分别|再次|首次|成功|现场)*(?:$|[就在于]))"
)
_PAIR = re.compile("(?P<letters>[\u4e00-\u9fff]{2})两(?:省市|省区|区省|市省|地|省|市)")

OwnSides = Callable[[str, int, Sequence[AgentMention]], tuple[AgentMention, ...]]
"""Takes a clause, its offset and the sides it names; gives those it calls its own."""


def own_sides(text: CleanText, identity: Identity) -> OwnSides:
    """How to read 本市, 我省 in clauses of ``text``: as nobody where neither paper nor letters tell the place."""
    paper, pair = cache(lambda: _of_paper(identity)), cache(lambda: _pair(text.text))

    def sides(clause: str, begin: int, named: Sequence[AgentMention]) -> tuple[AgentMention, ...]:
        match = _OWN.search(clause) if "本" in clause or "我" in clause else None
        if match is None:
            return ()
        place = paper() or _other_of(pair(), [side.text for side in named])
        if not place.endswith(match["level"]):
            return ()
        return (AgentMention(place + (match["organ"] or ""), Span(begin + match.start(), begin + match.end())),)

    return sides


def _of_paper(identity: Identity) -> str:
    """The division that the paper is named after; empty where it is none's."""
    code = jurisdiction_of((), "", "", identity.publisher) if identity.publisher else CHINA
    place = load_registry().place(code) if code != CHINA else None
    return place.name if place else ""


def _pair(text: str) -> tuple[str, ...]:
    """The two provinces that the text tells by their letters (津冀两省市); empty where it tells none."""
    pair = _PAIR.search(text)
    letters = {p.letter: p.name for p in load_registry().places.values() if p.letter and p.level == "province"} if pair else {}
    both = tuple(letters.get(letter, "") for letter in pair["letters"]) if pair else ()
    return both if all(both) else ()


def _other_of(both: Sequence[str], named: Sequence[str]) -> str:
    """The one of two provinces that is not ``named``; empty where that is not one."""
    others = [name for name in both if not any(side.startswith(name[:2]) for side in named)]
    return others[0] if len(others) == 1 else ""
